package dev.tocsin.egress;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddressString;

import java.time.Duration;
import java.util.List;

/**
 * What an {@link EgressClient} may do.
 *
 * @param allowedCidrs addresses or blocks that are open although they are not public, such as
 *     {@code 10.1.0.0/16}
 * @param deadline for one exchange in total: look-up, redirects, headers and body
 * @param maxBytes of a body after inflation
 * @param userAgent sent with every request; say who you are and where to complain
 */
public record EgressPolicy(
        List<String> allowedCidrs, Duration deadline, long maxBytes, String userAgent) {
    private static final long LARGEST_BODY = Integer.MAX_VALUE - 8L;

    /**
     * @throws IllegalArgumentException with a sentence that names the value and what is expected
     */
    public EgressPolicy {
        allowedCidrs = List.copyOf(allowedCidrs);
        allowedCidrs.forEach(EgressPolicy::checkCidr);
        check(deadline.isPositive(), "The deadline must be longer than zero, not " + deadline);
        check(
                maxBytes > 0 && maxBytes <= LARGEST_BODY,
                "The cap on a body must lie between 1 and %d bytes, not %d"
                        .formatted(LARGEST_BODY, maxBytes));
        check(
                !userAgent.isBlank() && userAgent.chars().allMatch(c -> c >= ' ' && c < 127),
                "The user agent must be one line of ASCII text, not \"" + userAgent + '"');
    }

    private static void checkCidr(String cidr) {
        try {
            IPAddressString text = new IPAddressString(cidr.strip());
            check(!cidr.isBlank() && text.toAddress() != null, unreadable(cidr));
        } catch (AddressStringException e) {
            throw new IllegalArgumentException(unreadable(cidr), e);
        }
    }

    private static String unreadable(String cidr) {
        return "\"%s\" is not an address block; write it like 10.1.0.0/16 or fd00:1::/48"
                .formatted(cidr);
    }

    private static void check(boolean valid, String complaint) {
        if (!valid) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
