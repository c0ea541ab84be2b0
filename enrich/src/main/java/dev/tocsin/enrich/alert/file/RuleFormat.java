package dev.tocsin.enrich.alert.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How rules are written, for editors. */
public final class RuleFormat {
    private static final String SCHEMA = "alerts.schema.json";

    private RuleFormat() {}

    /** JSON Schema (draft 2020-12) of the file of rules and targets. */
    public static String schema() {
        try (InputStream resource = RuleFormat.class.getResourceAsStream(SCHEMA)) {
            byte[] bytes = Objects.requireNonNull(resource, SCHEMA).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + " cannot be read", e);
        }
    }

    /** All keys that a rule of any kind may have. */
    static List<String> keys() {
        return Stream.of(RuleKind.values())
                .flatMap(kind -> kind.keys().stream())
                .distinct()
                .toList();
    }
}
