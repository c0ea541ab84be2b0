package dev.tocsin.egress;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One GET with its redirects, or one POST. May be cancelled from another thread at any time. */
final class Exchange {
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_STALE_CONNECTIONS = 5;
    private static final int MOST_BYTES_OF_AN_ERROR = 64 * 1024;
    private static final BodyReader ERRORS = new BodyReader(MOST_BYTES_OF_AN_ERROR);

    private final CloseableHttpClient http;
    private final BodyReader bodies;
    private final HostTurns turns;
    private final Deadline deadline;
    private final Optional<Payload> payload;
    private final long started = System.nanoTime();
    private final List<Redirect> redirects = new ArrayList<>();
    private @Nullable HttpUriRequestBase current;
    private boolean cancelled;

    /**
     * @param deadline until which a host is waited for
     * @param payload of a POST or PUT, which follows no redirect
     */
    Exchange(
            CloseableHttpClient http,
            BodyReader bodies,
            HostTurns turns,
            Deadline deadline,
            Optional<Payload> payload) {
        this.http = http;
        this.bodies = bodies;
        this.turns = turns;
        this.deadline = deadline;
        this.payload = payload;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    EgressResult run(Hop first) {
        Hop hop = first;
        try {
            Visit visit = visit(hop);
            while (visit.leadsOn() && payload.isEmpty()) {
                hop = redirected(visit.last, visit.answer);
                visit = visit(hop);
            }
            return response(visit.last, visit.answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Failures.of(hop.uri(), new InterruptedIOException(), took());
        } catch (IOException e) {
            return Failures.of(hop.uri(), e, took());
        }
    }

    /** What one host answered last. */
    private record Visit(Hop last, Answer answer) {
        boolean leadsOn() {
            return answer.isRedirect();
        }
    }

    /** Redirects within a host belong to one visit of it, which nobody else interrupts. */
    private Visit visit(Hop first) throws IOException, InterruptedException {
        try (HostTurns.Turn _ = turns.take(first.server(), deadline)) {
            Hop hop = first;
            Answer answer = ask(hop);
            while (answer.isRedirect() && payload.isEmpty()) {
                Hop next = hop.follow(answer.headers().first("Location"));
                if (!next.server().equals(hop.server())) {
                    break;
                }
                hop = redirected(hop, answer);
                answer = ask(hop);
            }
            return new Visit(hop, answer);
        }
    }

    synchronized void cancel() {
        cancelled = true;
        if (current != null) {
            current.cancel();
        }
    }

    private EgressResult response(Hop hop, Answer answer) {
        return new EgressResult.Response(
                answer.status(),
                answer.headers(),
                answer.body().bytes(),
                answer.body().cutOff(),
                answer.body().wireBytes(),
                hop.uri(),
                redirects,
                took());
    }

    private Hop redirected(Hop hop, Answer answer) throws EgressException {
        Hop next = hop.follow(answer.headers().first("Location"));
        if (redirects.size() == MOST_REDIRECTS) {
            throw new EgressException(
                    EgressError.TOO_MANY_REDIRECTS,
                    "There are more than %d redirects in a row.".formatted(MOST_REDIRECTS));
        }
        redirects.add(new Redirect(answer.status(), hop.uri(), next.uri()));
        return next;
    }

    private Answer ask(Hop hop) throws IOException {
        HttpUriRequestBase request = request(hop);
        try {
            return answer(open(request));
        } finally {
            // no more is read of a body than was; a connection that has seen its end serves again
            request.cancel();
        }
    }

    private synchronized HttpUriRequestBase request(Hop hop) throws EgressException {
        if (cancelled) {
            throw new EgressException(EgressError.TIMEOUT, "The exchange was given up.");
        }
        HttpUriRequestBase request =
                new HttpUriRequestBase(payload.map(Payload::method).orElse("GET"), hop.uri());
        hop.headers().forEach(request::setHeader);
        request.setHeader("Accept-Encoding", Coding.ACCEPTED);
        payload.ifPresent(body -> request.setEntity(entity(body)));
        current = request;
        return request;
    }

    private static HttpEntity entity(Payload body) {
        return new ByteArrayEntity(body.bytes(), ContentType.parse(body.contentType()));
    }

    /** A kept connection may have been closed by the peer meanwhile: then another is taken. */
    private ClassicHttpResponse open(HttpUriRequestBase request) throws IOException {
        for (int stale = 0; ; stale++) {
            HttpClientContext context = HttpClientContext.create();
            try {
                return http.executeOpen(null, request, context);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                boolean isOver = stale == MOST_STALE_CONNECTIONS || payload.isPresent();
                if (isOver || !wasKept(context)) {
                    throw e;
                }
            }
        }
    }

    private static boolean wasKept(HttpClientContext context) {
        return context.getEndpointDetails() != null
                && context.getEndpointDetails().getRequestCount() > 1;
    }

    private Answer answer(ClassicHttpResponse response) throws IOException {
        ResponseHeaders headers = headers(response);
        HttpEntity entity = response.getEntity();
        int status = response.getCode();
        boolean isNeedless = Answer.redirects(status) && payload.isEmpty();
        if (entity == null || isNeedless && entity.getContentLength() != 0) {
            return new Answer(status, headers, Body.NONE);
        }
        List<String> encodings = headers.all("Content-Encoding");
        Body body = status < 300 ? read(bodies, entity, encodings) : bodyOfError(entity, encodings);
        return new Answer(status, headers, body);
    }

    /** The status says what matters; a hostile body cannot hide it. */
    private static Body bodyOfError(HttpEntity entity, List<String> encodings) {
        try {
            return read(ERRORS, entity, encodings);
        } catch (IOException _) {
            return Body.LOST;
        }
    }

    private static Body read(BodyReader reader, HttpEntity entity, List<String> encodings)
            throws IOException {
        return reader.read(entity.getContent(), entity.getContentLength(), encodings);
    }

    private static ResponseHeaders headers(ClassicHttpResponse response) {
        ResponseHeaders headers = ResponseHeaders.empty();
        for (Header header : response.getHeaders()) {
            headers.add(header.getName(), String.valueOf(header.getValue()));
        }
        return headers;
    }
}
