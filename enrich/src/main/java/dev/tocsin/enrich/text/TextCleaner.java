package dev.tocsin.enrich.text;

import dev.tocsin.schemas.TextField;

/**
 * Takes from news text what feeds and aggregators have put around it: escaping, left-over markup,
 * publishers' names after titles, datelines before texts, pointers to the rest. Pure; time linear
 * in the text. Cleaning a cleaned text may find one more layer, so clean once.
 */
public final class TextCleaner {

    private TextCleaner() {}

    /**
     * Cleaned plain text; never null, empty if nothing is left. Titles and summaries are one line.
     */
    public static String clean(TextField field, String raw) {
        String plain = Plain.of(Entities.decode(raw));
        return switch (field) {
            case TITLE -> Titles.withoutPublisher(oneLine(plain));
            case SUMMARY -> oneLine(Datelines.strip(Boilerplate.strip(plain)));
            case BODY -> Datelines.strip(Boilerplate.strip(plain));
            case UNKNOWN -> plain;
        };
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').strip();
    }
}
