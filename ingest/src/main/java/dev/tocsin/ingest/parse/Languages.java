package dev.tocsin.ingest.parse;

import java.util.Locale;
import java.util.Optional;

/** Language tags as feeds write them. */
final class Languages {
    private static final int LONGEST = 35;

    private Languages() {}

    /** The ISO 639-1 code of a tag such as {@code en-GB} or {@code pt_BR}, if it has one. */
    static Optional<String> code(String tag) {
        String text = tag.strip().replace('_', '-');
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        String language = Locale.forLanguageTag(text).getLanguage();
        return language.length() == 2 ? Optional.of(language) : Optional.empty();
    }
}
