package dev.tocsin.egress;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One GET with its redirects. May be cancelled from another thread at any time. */
final class Exchange {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTING = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient http;
    private final BodyReader bodies;
    private final long started = System.nanoTime();
    private final List<Redirect> redirects = new ArrayList<>();
    private @Nullable HttpGet current;
    private boolean cancelled;

    Exchange(CloseableHttpClient http, BodyReader bodies) {
        this.http = http;
        this.bodies = bodies;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    EgressResult run(Hop first) {
        Hop hop = first;
        try {
            while (true) {
                Optional<Hop> next = Optional.empty();
                HttpGet request = request(hop);
                try (ClassicHttpResponse response = http.executeOpen(null, request, null)) {
                    if (!REDIRECTING.contains(response.getCode())) {
                        return answer(hop.uri(), response);
                    }
                    next = Optional.of(redirected(hop, response));
                } finally {
                    // without this, closing would read an endless body to its end
                    request.cancel();
                }
                hop = next.get();
            }
        } catch (IOException e) {
            return Failures.of(hop.uri(), e, took());
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (current != null) {
            current.cancel();
        }
    }

    private synchronized HttpGet request(Hop hop) throws EgressException {
        if (cancelled) {
            throw new EgressException(EgressError.TIMEOUT, "The exchange was given up.");
        }
        HttpGet request = new HttpGet(hop.uri());
        hop.headers().forEach(request::setHeader);
        request.setHeader("Accept-Encoding", BodyReader.ACCEPT_ENCODING);
        request.setHeader("Connection", "close");
        current = request;
        return request;
    }

    private Hop redirected(Hop hop, ClassicHttpResponse response) throws EgressException {
        Hop next = hop.follow(headers(response).first("Location"));
        if (redirects.size() == MOST_REDIRECTS) {
            throw new EgressException(
                    EgressError.TOO_MANY_REDIRECTS,
                    "There are more than %d redirects in a row.".formatted(MOST_REDIRECTS));
        }
        redirects.add(new Redirect(response.getCode(), hop.uri(), next.uri()));
        return next;
    }

    private EgressResult answer(URI uri, ClassicHttpResponse response) throws IOException {
        ResponseHeaders headers = headers(response);
        byte[] body = body(response.getEntity(), headers);
        return new EgressResult.Response(response.getCode(), headers, body, uri, redirects, took());
    }

    private byte[] body(@Nullable HttpEntity entity, ResponseHeaders headers) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            return bodies.read(content, headers.all("Content-Encoding"));
        }
    }

    private static ResponseHeaders headers(ClassicHttpResponse response) {
        ResponseHeaders headers = ResponseHeaders.empty();
        for (Header header : response.getHeaders()) {
            headers.add(header.getName(), String.valueOf(header.getValue()));
        }
        return headers;
    }
}
