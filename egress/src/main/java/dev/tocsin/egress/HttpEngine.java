package dev.tocsin.egress;

import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sets the HTTP library up: no proxies, cookies, retries or redirects of its own. */
final class HttpEngine {
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_CONNECTIONS = 4_096;

    /** Long enough for the next feed of a host and for a redirect, and then away. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(5);

    /**
     * Whoever keeps the deadline of an exchange closes its socket then; to time each read costs.
     */
    private static final Timeout UNTIMED = Timeout.DISABLED;

    private HttpEngine() {}

    static CloseableHttpClient of(EgressPolicy policy, GuardedResolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(connections(policy, resolver))
                .setDefaultRequestConfig(requests(policy))
                .setUserAgent(policy.userAgent())
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setKeepAliveStrategy(keepAlive())
                .evictExpiredConnections()
                .evictIdleConnections(KEPT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static ConnectionKeepAliveStrategy keepAlive() {
        return (response, context) -> {
            TimeValue offered =
                    DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(
                            response, context);
            return TimeValue.isNonNegative(offered) && offered.compareTo(KEPT) < 0 ? offered : KEPT;
        };
    }

    private static PoolingHttpClientConnectionManager connections(
            EgressPolicy policy, GuardedResolver resolver) {
        return new DirectConnections()
                .setDnsResolver(resolver)
                .setConnectionFactory(factory())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                // so that a host's second address is tried where the first is mute
                                .setConnectTimeout(Timeout.of(policy.deadline().dividedBy(3)))
                                .setSocketTimeout(UNTIMED)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
    }

    /** Sockets that heed no proxy which the system properties name. */
    private static final class DirectConnections extends PoolingHttpClientConnectionManagerBuilder {
        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    _ -> socket(),
                    ports,
                    resolver,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }

        /** The library tries one address after another, cancelled or not. */
        private static Socket socket() throws InterruptedIOException {
            if (Deadline.CURRENT.isBound() && Deadline.CURRENT.get().isOver()) {
                throw new InterruptedIOException("deadline");
            }
            return new Socket(Proxy.NO_PROXY);
        }
    }

    private static ManagedHttpClientConnectionFactory factory() {
        Http1Config limits =
                Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build();
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(limits)
                .responseParserFactory(_ -> new HeadParser(limits))
                // every byte of a header comes back as it was received, validators above all
                .charCodingConfig(
                        CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
                .build();
    }

    private static RequestConfig requests(EgressPolicy policy) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(policy))
                .setResponseTimeout(UNTIMED)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Timeout timeout(EgressPolicy policy) {
        return Timeout.of(policy.deadline());
    }
}
