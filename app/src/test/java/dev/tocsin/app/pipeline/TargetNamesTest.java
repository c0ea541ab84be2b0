package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

final class TargetNamesTest {
    @TempDir private Path folder;

    @Test
    void namesTheTargetsOfAFileWithoutTheirSecrets() throws Exception {
        Path file = folder.resolve("alerts.yaml");
        TargetNames names = new TargetNames(file);
        assertThat(names.get()).isEmpty();

        Files.writeString(
                file, "targets:\n  desk: {webhook: 'env:NOT_SET_HERE'}\n  night: {webhook: x}\n");
        assertThat(names.get())
                .hasValueSatisfying(known -> assertThat(known).containsExactly("desk", "night"));

        Files.writeString(file, "rules: {}\n");
        assertThat(names.get()).hasValueSatisfying(known -> assertThat(known).isEmpty());

        Files.writeString(file, "targets: [\n");
        assertThat(names.get()).isEmpty();
    }
}
