package dev.tocsin.app.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The PostgreSQL server for this machine, among those that ship. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /**
     * The archive for a system such as Linux and a machine such as amd64.
     *
     * @throws IOException with a sentence, if none ships for them
     */
    static InputStream open(String system, String machine) throws IOException {
        String name =
                "/postgres-%s-%s.txz".formatted(system.toLowerCase(Locale.ROOT), kind(machine));
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException(
                    "no PostgreSQL ships for %s on %s; give Tocsin a database with postgres.url"
                            .formatted(system, machine));
        }
        return archive;
    }

    private static String kind(String machine) {
        return switch (machine.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64", "arm_64" -> "arm_64";
            default -> machine;
        };
    }
}
