package dev.tocsin.egress;

import org.apache.hc.client5.http.DnsResolver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Resolves a host once per connection and hands out only checked addresses, so that what is
 * connected to is what was checked. One closed address closes the host: a name with public and
 * private addresses is how rebinding looks.
 *
 * <p>The system's look-up occupies its thread, cannot be interrupted and may hang; so it has
 * threads of its own, and whoever waits for it gives up at the deadline.
 */
final class GuardedResolver implements DnsResolver, AutoCloseable {
    private static final int MOST_LOOKUPS = 128;

    /** Nothing to look up, in the spellings that a {@link PlainUrl} leaves. */
    private static final Pattern LITERAL =
            Pattern.compile("\\d+(?:\\.\\d+){3}|\\[?[0-9a-f.]*:[0-9a-f:.]*\\]?");

    /** The look-up itself, so that tests can answer it. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final AddressGuard guard;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /**
     * @param patience with a look-up outside of an exchange, which has a deadline of its own
     */
    GuardedResolver(Lookup lookup, AddressGuard guard, Duration patience) {
        this.lookup = lookup;
        this.guard = guard;
        this.patience = patience;
        this.threads =
                new ThreadPoolExecutor(
                        MOST_LOOKUPS,
                        MOST_LOOKUPS,
                        5,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("egress-lookup-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            Optional<String> refusal = guard.refusal(address);
            if (refusal.isPresent()) {
                throw new AddressRefusedException(sentence(host, address, refusal.get()));
            }
        }
        return addresses;
    }

    /** All addresses of a host with what the guard says of each. */
    List<HostAddress> examine(String host) throws UnknownHostException {
        return Arrays.stream(addresses(host))
                .map(address -> new HostAddress(address, guard.refusal(address)))
                .toList();
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        return LITERAL.matcher(host).matches()
                ? new InetAddress[] {InetAddress.ofLiteral(host)}
                : lookedUp(host);
    }

    private InetAddress[] lookedUp(String host) throws UnknownHostException {
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        threads.execute(() -> answer(answer, host));
        try {
            InetAddress[] addresses = answer.get(nanosLeft(), TimeUnit.NANOSECONDS);
            if (addresses.length == 0) {
                throw new UnknownHostException(host);
            }
            return addresses;
        } catch (ExecutionException e) {
            throw LookupFailedException.of(host, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException _) {
            throw new LookupFailedException(host);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LookupFailedException(host);
        }
    }

    private long nanosLeft() {
        return Deadline.CURRENT.orElse(Deadline.in(patience)).nanosLeft();
    }

    private void answer(CompletableFuture<InetAddress[]> answer, String host) {
        try {
            answer.complete(lookup.addresses(host));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static String sentence(String host, InetAddress address, String kind) {
        return "%s has the address %s, which is %s; list it under the allowed addresses to open it."
                .formatted(host, address.getHostAddress(), kind);
    }
}
