package dev.tocsin.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

final class ReadPositionTest {

    @Test
    void textAndPositionAreTheSameThing() {
        ReadPosition position = new ReadPosition(Map.of(1, 4L, 0, 17L));

        assertThat(position).hasToString("0-17.1-4");
        assertThat(ReadPosition.parse("0-17.1-4")).isEqualTo(position);
    }

    @Test
    void oneMoreRecordMovesOnePartition() {
        ReadPosition position = new ReadPosition(Map.of(0, 17L, 1, 4L));

        assertThat(position.with(1, 5)).hasToString("0-17.1-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0-", "0-1.", "0--1", "0-1,1-2", "99999999999-1"})
    void foreignTextIsNoPosition(String text) {
        assertThat(ReadPosition.parse(text)).isNull();
    }
}
