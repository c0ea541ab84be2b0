package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

class ProgressTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<String> said = new ArrayList<>();

    @Test
    void aLogGetsALineEveryTenSeconds() {
        Progress progress = progress(false);

        for (int second = 0; second <= 21; second++) {
            now.set(Instant.EPOCH.plusSeconds(second));
            progress.show("polled " + second);
        }
        progress.done();

        assertThat(said).containsExactly("polled 10\n", "polled 20\n");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOver() {
        Progress progress = progress(true);

        progress.show("polled 1");
        progress.done();

        assertThat(said).hasSize(2).allMatch(text -> text.startsWith("\r"));
    }

    private Progress progress(boolean terminal) {
        return new Progress(
                terminal,
                said::add,
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now.get();
                    }

                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                });
    }
}
