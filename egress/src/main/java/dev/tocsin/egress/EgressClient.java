package dev.tocsin.egress;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The guarded HTTP client. Every address is checked before it is connected to, on every redirect
 * anew; time and size of an exchange are bounded; proxies of the environment and cookies are
 * ignored. Calls block and may come from many threads, best from virtual ones.
 */
public final class EgressClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EgressClient.class);

    private final EgressPolicy policy;
    private final CloseableHttpClient http;
    private final BodyReader bodies;

    public EgressClient(EgressPolicy policy) {
        this(policy, InetAddress::getAllByName);
    }

    EgressClient(EgressPolicy policy, GuardedResolver.Lookup lookup) {
        this.policy = policy;
        this.http =
                HttpEngine.of(
                        policy,
                        new GuardedResolver(lookup, new AddressGuard(policy.allowedCidrs())));
        this.bodies = new BodyReader(policy.maxBytes());
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
        Exchange exchange = new Exchange(http, bodies);
        try {
            return await(exchange, Hop.first(uri, headers));
        } catch (EgressException e) {
            return Failures.of(uri, e, exchange.took());
        }
    }

    /** The exchange has a thread of its own, because a name look-up cannot be interrupted. */
    private EgressResult await(Exchange exchange, Hop hop) {
        CompletableFuture<EgressResult> result = new CompletableFuture<>();
        Thread.ofVirtual().name("egress").start(() -> complete(result, exchange, hop));
        try {
            return result.get(policy.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            exchange.cancel();
            return Failures.timeout(hop.uri(), policy.deadline(), exchange.took());
        } catch (InterruptedException _) {
            exchange.cancel();
            Thread.currentThread().interrupt();
            return new EgressResult.Failed(
                    EgressError.RESET, "The exchange was interrupted.", exchange.took());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exchange with " + hop.uri() + " broke", e);
        }
    }

    private static void complete(
            CompletableFuture<EgressResult> result, Exchange exchange, Hop hop) {
        try {
            result.complete(exchange.run(hop));
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("error", e.toString()).log("exchange broke");
            result.complete(Failures.unexpected(hop.uri(), e, exchange.took()));
        } catch (Error e) {
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
