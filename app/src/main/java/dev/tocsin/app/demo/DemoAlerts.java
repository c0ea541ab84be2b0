package dev.tocsin.app.demo;

import dev.tocsin.app.instance.DataFolderException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The alert rules that a demo begins with; from then on they are the user's to play with. */
public final class DemoAlerts {
    private DemoAlerts() {}

    /**
     * Writes the rules unless the file is there.
     *
     * @throws DataFolderException if it cannot be written
     */
    public static void writeOnce(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try (InputStream rules = DemoAlerts.class.getResourceAsStream("/demo/alerts.yaml")) {
            Files.copy(Objects.requireNonNull(rules, "the demo's alert rules"), file);
        } catch (IOException e) {
            throw new DataFolderException(
                    "the demo's alert rules cannot be written to %s: %s".formatted(file, e));
        }
    }
}
