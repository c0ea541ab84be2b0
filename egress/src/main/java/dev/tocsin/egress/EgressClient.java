package dev.tocsin.egress;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The guarded HTTP client. Every address is checked before it is connected to, on every redirect
 * anew; connections are kept for a few seconds, to the address they were made to; time and size of
 * an exchange are bounded; proxies of the environment and cookies are ignored. Calls block and may
 * come from many threads, best from virtual ones.
 */
public final class EgressClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EgressClient.class);

    private static final int MOST_BYTES_SENT = 1024 * 1024;

    private final EgressPolicy policy;
    private final GuardedResolver resolver;
    private final CloseableHttpClient http;
    private final BodyReader bodies;
    private final HostTurns turns;
    private final PlainUrls urls = new PlainUrls();
    private final DeadlineKeeper deadlines = new DeadlineKeeper();

    /** For requests to hosts that expect as many as come. */
    public EgressClient(EgressPolicy policy) {
        this(policy, Duration.ZERO);
    }

    /**
     * @param hostPause between the end of a visit to a host and the next one, and never two at a
     *     time; zero for hosts that expect as many as come
     */
    public EgressClient(EgressPolicy policy, Duration hostPause) {
        this(policy, hostPause, InetAddress::getAllByName);
    }

    EgressClient(EgressPolicy policy, GuardedResolver.Lookup lookup) {
        this(policy, Duration.ZERO, lookup);
    }

    EgressClient(EgressPolicy policy, Duration hostPause, GuardedResolver.Lookup lookup) {
        this.policy = policy;
        this.resolver =
                new GuardedResolver(
                        lookup, new AddressGuard(policy.allowedCidrs()), policy.deadline());
        this.http = HttpEngine.of(policy, resolver);
        this.bodies = new BodyReader(policy.maxBytes());
        this.turns = new HostTurns(hostPause);
    }

    /**
     * Fetches a URL and follows up to five redirects, never from https to http and never with
     * credentials to another origin.
     *
     * @param headers of the request; connection and encoding are set here, and so is the user agent
     *     where the headers name none
     * @return the response, or why there is none; never throws for what a peer or a URL can cause
     */
    public EgressResult get(URI uri, Map<String, String> headers) {
        return exchange(uri, headers, Optional.empty());
    }

    /**
     * Sends a body and follows no redirect: an answer of that kind is a response like any other.
     *
     * @param headers as for {@link #get}, without those of the body
     * @param contentType such as {@code application/json}
     * @param body at most 1 MiB
     * @return as for {@link #get}; after a failure the peer may or may not have received the body
     */
    public EgressResult post(
            URI uri, Map<String, String> headers, String contentType, byte[] body) {
        return send("POST", uri, headers, contentType, body);
    }

    /** As {@link #post}, for what the receiver may be told twice without harm. */
    public EgressResult put(URI uri, Map<String, String> headers, String contentType, byte[] body) {
        return send("PUT", uri, headers, contentType, body);
    }

    private EgressResult send(
            String method, URI uri, Map<String, String> headers, String contentType, byte[] body) {
        if (body.length > MOST_BYTES_SENT) {
            throw new IllegalArgumentException(
                    "A body of %,d bytes is too large to be sent; %,d are allowed"
                            .formatted(body.length, MOST_BYTES_SENT));
        }
        return exchange(uri, headers, Optional.of(new Payload(method, contentType, body.clone())));
    }

    /**
     * What a URL's host resolves to, and which of it may be connected to. One refusal closes the
     * host.
     *
     * @return at least one address
     * @throws UnknownHostException if there is none, or the URL cannot be asked for
     */
    public List<HostAddress> addresses(URI uri) throws UnknownHostException {
        try {
            String authority = urls.of(uri).uri().getRawAuthority();
            return resolver.examine(authority.replaceFirst(":\\d+$", ""));
        } catch (EgressException e) {
            throw new UnknownHostException(e.getMessage());
        }
    }

    private EgressResult exchange(URI uri, Map<String, String> headers, Optional<Payload> payload) {
        Deadline deadline = Deadline.in(policy.deadline());
        Exchange exchange = new Exchange(http, bodies, turns, deadline, payload);
        try {
            return outcome(exchange, deadline, Hop.first(urls.of(uri), headers));
        } catch (EgressException e) {
            return Failures.of(uri, e, exchange.took());
        }
    }

    private EgressResult outcome(Exchange exchange, Deadline deadline, Hop hop) {
        EgressResult result = watched(exchange, deadline, hop);
        if (Thread.currentThread().isInterrupted()) {
            return Failures.interrupted(exchange.took());
        }
        return deadline.isOver() && !Failures.isBusy(result)
                ? Failures.timeout(hop.uri(), policy.deadline(), exchange.took())
                : result;
    }

    private EgressResult watched(Exchange exchange, Deadline deadline, Hop hop) {
        try (DeadlineKeeper.Watched _ = deadlines.watch(deadline, exchange::cancel)) {
            return ScopedValue.where(Deadline.CURRENT, deadline).call(() -> exchange.run(hop));
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("error", e.toString()).log("exchange broke");
            return Failures.unexpected(hop.uri(), exchange.took());
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
        resolver.close();
        deadlines.close();
    }
}
