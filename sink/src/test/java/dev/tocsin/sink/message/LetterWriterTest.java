package dev.tocsin.sink.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;

final class LetterWriterTest {
    @Test
    void an_end_is_told_in_three_lines() {
        Message sample = SampleMessage.at(Instant.parse("2026-03-02T12:00:00Z"));
        Letter letter =
                LetterWriter.write(
                        new Message(
                                sample.id(),
                                Message.Kind.ENDED,
                                sample.at(),
                                sample.alerts(),
                                ZoneOffset.UTC,
                                false));
        assertThat(letter.title()).isEqualTo("All clear: Harbour of Vell reopens after talks");
        assertThat(letter.lines())
                .extracting(line -> line.spans().getFirst().text())
                .containsExactly(
                        letter.title(),
                        "Rule: Test of a target",
                        "This is a sample. Nothing has happened; alerts will reach you here.");
    }
}
