package dev.tocsin.egress;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses may be connected to: the public ones, and those on the operator's list. Forms of
 * IPv6 that carry an IPv4 address are judged by that address, or refused where they are obsolete.
 */
final class AddressGuard {
    private record Block(String kind, IPAddress range) {
        static Block of(String kind, String cidr) {
            return new Block(kind, block(cidr));
        }
    }

    private static final IPAddress NAT64 = block("64:ff9b::/96");
    private static final IPAddress GLOBAL_UNICAST = block("2000::/3");
    private static final int EMBEDDED_AT = 12;

    private static final List<Block> CLOSED =
            List.of(
                    Block.of("unspecified", "0.0.0.0/8"),
                    Block.of("private", "10.0.0.0/8"),
                    Block.of("shared by a carrier", "100.64.0.0/10"),
                    Block.of("loopback", "127.0.0.0/8"),
                    Block.of("link-local", "169.254.0.0/16"),
                    Block.of("private", "172.16.0.0/12"),
                    Block.of("reserved", "192.0.0.0/24"),
                    Block.of("for documentation", "192.0.2.0/24"),
                    Block.of("6to4 relay", "192.88.99.0/24"),
                    Block.of("private", "192.168.0.0/16"),
                    Block.of("for benchmarks", "198.18.0.0/15"),
                    Block.of("for documentation", "198.51.100.0/24"),
                    Block.of("for documentation", "203.0.113.0/24"),
                    Block.of("multicast", "224.0.0.0/4"),
                    Block.of("reserved", "240.0.0.0/4"),
                    Block.of("unspecified", "::/128"),
                    Block.of("loopback", "::1/128"),
                    Block.of("IPv4-compatible", "::/96"),
                    Block.of("Teredo or reserved", "2001::/23"),
                    Block.of("for documentation", "2001:db8::/32"),
                    Block.of("6to4", "2002::/16"),
                    Block.of("for documentation", "3fff::/20"),
                    Block.of("unique local", "fc00::/7"),
                    Block.of("link-local", "fe80::/10"),
                    Block.of("site-local", "fec0::/10"),
                    Block.of("multicast", "ff00::/8"));

    private final List<IPAddress> allowed;

    AddressGuard(List<String> allowedCidrs) {
        this.allowed = allowedCidrs.stream().map(AddressGuard::block).toList();
    }

    /** What is wrong with the address, in a word; empty where it may be connected to. */
    Optional<String> refusal(InetAddress address) {
        return refusal(address.getAddress());
    }

    /** The same over the four or sixteen bytes of an address. */
    Optional<String> refusal(byte[] bytes) {
        IPAddress address = bytes.length == 4 ? new IPv4Address(bytes) : new IPv6Address(bytes);
        if (allowed.stream().anyMatch(range -> range.contains(address))) {
            return Optional.empty();
        }
        return carriesIpv4(address) ? refusal(embedded(bytes)) : closed(address);
    }

    private static Optional<String> closed(IPAddress address) {
        return CLOSED.stream()
                .filter(block -> block.range().contains(address))
                .map(Block::kind)
                .findFirst()
                .or(() -> notGlobal(address));
    }

    private static Optional<String> notGlobal(IPAddress address) {
        return address.isIPv6() && !GLOBAL_UNICAST.contains(address)
                ? Optional.of("not public")
                : Optional.empty();
    }

    private static boolean carriesIpv4(IPAddress address) {
        return address.isIPv6() && (address.toIPv6().isIPv4Mapped() || NAT64.contains(address));
    }

    private static byte[] embedded(byte[] bytes) {
        return Arrays.copyOfRange(bytes, EMBEDDED_AT, bytes.length);
    }

    private static IPAddress block(String cidr) {
        return new IPAddressString(cidr.strip()).getAddress().toPrefixBlock();
    }
}
