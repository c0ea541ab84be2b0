package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.console.api.Health;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

final class HealthFileTest {
    @TempDir private Path root = Path.of("");

    @Test
    void tellsWhatThePartsSayUntilClosed() {
        DataFolder folder = DataFolder.open(root);
        AtomicBoolean failed = new AtomicBoolean();

        try (HealthFile _ = start(folder, Health.State.WAITING, failed)) {
            assertThat(folder.health())
                    .content()
                    .startsWith("{\"ok\":true")
                    .contains("\"part\":\"enrich\"");
        }

        assertThat(folder.health()).doesNotExist();
        assertThat(failed).isFalse();
    }

    @Test
    void saysThatAPartHasFailed() {
        DataFolder folder = DataFolder.open(root);
        AtomicBoolean failed = new AtomicBoolean();

        try (HealthFile _ = start(folder, Health.State.FAILED, failed)) {
            assertThat(folder.health()).content().startsWith("{\"ok\":false");
        }

        assertThat(failed).isTrue();
    }

    private static HealthFile start(DataFolder folder, Health.State state, AtomicBoolean failed) {
        Health health = new Health("enrich", state, "as told", Map.of());
        return HealthFile.start(folder, () -> List.of(health), () -> failed.set(true));
    }
}
