package dev.tocsin.enrich.alert.file;

import dev.tocsin.yaml.Keys;

import java.util.List;

/** Says that a name is unknown, with the nearest one. */
final class Unknown {
    private static final int MOST_LISTED = 12;

    private Unknown() {}

    /**
     * @param kind what it should be a name of
     * @param expected what to write instead, where nothing known is near
     */
    static String text(String kind, String name, List<String> known, String expected) {
        String text = Keys.unknown(kind, name, known);
        boolean isHelpful =
                text.contains("did you mean") || (known.size() <= MOST_LISTED && !known.isEmpty());
        return isHelpful ? text : "unknown %s \"%s\"; expected %s".formatted(kind, name, expected);
    }
}
