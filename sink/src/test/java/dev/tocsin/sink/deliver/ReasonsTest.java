package dev.tocsin.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

final class ReasonsTest {

    @Test
    void aNewAlertIsRaisedHoweverManyOriginsItHasAlready() {
        assertThat(Reasons.of(OptionalInt.empty(), 7, List.of(3, 5))).contains("RAISED");
    }

    @Test
    void anUpdateIsToldOfWhereAThresholdIsCrossed() {
        assertThat(Reasons.of(OptionalInt.of(2), 3, List.of(3, 5))).contains("ORIGINS_3");
        assertThat(Reasons.of(OptionalInt.of(3), 4, List.of(3, 5))).isEmpty();
        assertThat(Reasons.of(OptionalInt.of(3), 4, List.of())).isEmpty();
    }

    @Test
    void severalThresholdsAtOnceAreOneMessage() {
        assertThat(Reasons.of(OptionalInt.of(2), 12, List.of(10, 3, 5, 20))).contains("ORIGINS_10");
    }
}
