package dev.tocsin.egress;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.util.Timeout;

import java.nio.charset.StandardCharsets;

/** Sets the HTTP library up: no proxies, cookies, retries or redirects of its own. */
final class HttpEngine {
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_CONNECTIONS = 4_096;

    private HttpEngine() {}

    static CloseableHttpClient of(EgressPolicy policy, GuardedResolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(connections(policy, resolver))
                .setDefaultRequestConfig(requests(policy))
                .setUserAgent(policy.userAgent())
                .setRoutePlanner(new DefaultRoutePlanner(null))
                // an address is checked when it is connected to, so every exchange connects anew
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            EgressPolicy policy, GuardedResolver resolver) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(factory())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                // so that a host's second address is tried where the first is mute
                                .setConnectTimeout(Timeout.of(policy.deadline().dividedBy(3)))
                                .setSocketTimeout(timeout(policy))
                                .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }

    private static ManagedHttpClientConnectionFactory factory() {
        Http1Config limits =
                Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build();
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(limits)
                // the library's own choice skips lines that are not HTTP
                .responseParserFactory(new DefaultHttpResponseParserFactory(limits))
                // every byte of a header comes back as it was received, validators above all
                .charCodingConfig(
                        CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
                .build();
    }

    private static RequestConfig requests(EgressPolicy policy) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(policy))
                .setResponseTimeout(timeout(policy))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .build();
    }

    private static Timeout timeout(EgressPolicy policy) {
        return Timeout.of(policy.deadline());
    }
}
