package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class EgressPolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "localhost", "10.0.0.0/8/8", "*", "fd00::/129"})
    void namesTheBlockThatCannotBeRead(String cidr) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressPolicy(List.of(cidr), SECOND, 1, "t"))
                .withMessageContaining('"' + cidr + '"')
                .withMessageContaining("10.1.0.0/16");
    }

    @Test
    void acceptsBlocksAndSingleAddresses() {
        assertThatNoException()
                .isThrownBy(() ->
                        new EgressPolicy(
                                List.of("10.0.0.0/8", "127.0.0.1", "::1", "fd00::/8"),
                                SECOND,
                                1,
                                "t"));
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressPolicy(List.of(), Duration.ZERO, 1, "t"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressPolicy(List.of(), SECOND, 0, "t"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressPolicy(List.of(), SECOND, Long.MAX_VALUE, "t"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressPolicy(List.of(), SECOND, 1, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EgressPolicy(List.of(), SECOND, 1, "t\r\nX: y"));
    }
}
