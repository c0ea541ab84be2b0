package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.TargetsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class TargetsKeeperTest {
    private static final Duration LOOK = Duration.ofMillis(20);

    @TempDir Path folder;

    @Test
    void targetsAreInForceSoonAfterTheirFileIsThere() throws Exception {
        try (TargetsKeeper keeper = start()) {
            assertThat(keeper.targets().get().byName()).isEmpty();

            write("targets:\n  desk: {kind: ntfy, topic: file:topic}\n", "one");

            await().until(() -> keeper.targets().get().find("desk").isPresent());
        }
    }

    @Test
    void aChangedSecretIsAChangeOfTheTargets() throws Exception {
        write("targets:\n  desk: {kind: ntfy, topic: file:topic}\n", "one");
        try (TargetsKeeper keeper = start()) {
            Files.writeString(folder.resolve("topic"), "another");

            await().until(() -> topic(keeper).equals("another"));
        }
    }

    @Test
    void aBrokenEditLeavesTheTargetsInForce() throws Exception {
        write("targets:\n  desk: {kind: ntfy, topic: file:topic}\n", "one");
        try (TargetsKeeper keeper = start()) {
            write("targets:\n  desk: {kind: nfty, topic: file:topic}\n", "one");
            Thread.sleep(LOOK.multipliedBy(10));
            assertThat(topic(keeper)).isEqualTo("one");

            write("targets:\n  desk: {kind: ntfy, topic: file:topic}\n", "mended");

            await().until(() -> topic(keeper).equals("mended"));
        }
    }

    @Test
    void aBrokenFileStopsTheStartWithItsLine() throws Exception {
        write("targets:\n  desk: {kind: nfty, topic: file:topic}\n", "one");

        assertThatThrownBy(this::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("alerts.yaml:2")
                .hasMessageContaining("did you mean \"ntfy\"?");
    }

    private TargetsKeeper start() throws ConfigurationException {
        return TargetsKeeper.start(
                folder.resolve("alerts.yaml"), new TargetsReader(Map.of()), LOOK);
    }

    private void write(String yaml, String topic) throws Exception {
        Files.writeString(folder.resolve("topic"), topic);
        Files.writeString(folder.resolve("alerts.yaml"), yaml);
    }

    private static String topic(TargetsKeeper keeper) {
        Target.Ntfy desk = (Target.Ntfy) keeper.targets().get().find("desk").orElseThrow();
        return desk.topic().reveal();
    }
}
