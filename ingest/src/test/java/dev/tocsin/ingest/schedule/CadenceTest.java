package dev.tocsin.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class CadenceTest {
    private static final Duration BASE = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);

    @ParameterizedTest
    @CsvSource({"PT1S, PT5M", "PT5M, PT5M", "PT2H, PT2H", "PT24H, PT24H", "P30D, PT24H"})
    void keepsIntervalsBetweenFiveMinutesAndTheLongest(Duration wanted, Duration expected) {
        assertThat(new Cadence(BASE, LONGEST).clamp(wanted)).isEqualTo(expected);
    }

    @Test
    void aShorterBaseIsTheShortest() {
        Duration second = Duration.ofSeconds(1);

        assertThat(new Cadence(second, LONGEST).clamp(Duration.ZERO)).isEqualTo(second);
    }

    @Test
    void refusesIntervalsThatCannotBe() {
        assertThatThrownBy(() -> new Cadence(Duration.ZERO, LONGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new Cadence(BASE.negated(), LONGEST))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cadence(LONGEST, BASE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cadence(Duration.ZERO, BASE, LONGEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shortest");
    }
}
