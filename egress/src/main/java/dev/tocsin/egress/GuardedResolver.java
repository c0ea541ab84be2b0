package dev.tocsin.egress;

import org.apache.hc.client5.http.DnsResolver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Resolves a host once per connection and hands out only checked addresses, so that what is
 * connected to is what was checked. One closed address closes the host: a name with public and
 * private addresses is how rebinding looks.
 */
final class GuardedResolver implements DnsResolver {
    /** The look-up itself, so that tests can answer it. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final AddressGuard guard;

    GuardedResolver(Lookup lookup, AddressGuard guard) {
        this.lookup = lookup;
        this.guard = guard;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        for (InetAddress address : addresses) {
            Optional<String> refusal = guard.refusal(address);
            if (refusal.isPresent()) {
                throw new AddressRefusedException(sentence(host, address, refusal.get()));
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String sentence(String host, InetAddress address, String kind) {
        return "%s has the address %s, which is %s; list it under the allowed addresses to open it."
                .formatted(host, address.getHostAddress(), kind);
    }
}
