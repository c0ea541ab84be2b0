package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:808:808::",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1",
                "127.1",
                "2130706433"
            })
    void refusesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(guard.refusal(InetAddress.getByName(address))).isPresent();
    }

    @Test
    void looksThroughMappedAddresses() {
        byte[] loopback = HexFormat.of().parseHex("00000000000000000000ffff7f000001");
        byte[] open = HexFormat.of().parseHex("00000000000000000000ffff08080808");

        assertThat(guard.refusal(loopback)).contains("loopback");
        assertThat(guard.refusal(open)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808"
            })
    void opensWhatIsPublic(String address) throws UnknownHostException {
        assertThat(guard.refusal(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void theOperatorsListOpensItsBlocksOnly() throws UnknownHostException {
        AddressGuard opened =
                new AddressGuard(List.of("10.1.0.0/16", "192.168.1.7", "fd00:1::/48"));

        assertThat(opened.refusal(InetAddress.getByName("10.1.255.1"))).isEmpty();
        assertThat(opened.refusal(InetAddress.getByName("192.168.1.7"))).isEmpty();
        assertThat(opened.refusal(InetAddress.getByName("fd00:1::9"))).isEmpty();
        assertThat(opened.refusal(InetAddress.getByName("64:ff9b::a01:1"))).isEmpty();
        assertThat(opened.refusal(InetAddress.getByName("10.2.0.1"))).contains("private");
        assertThat(opened.refusal(InetAddress.getByName("192.168.1.8"))).contains("private");
        assertThat(opened.refusal(InetAddress.getByName("fd00:2::9"))).contains("unique local");
    }
}
