package dev.tocsin.enrich.text;

import dev.tocsin.schemas.TextField;

/**
 * A field of an article as it is read: cut to a length, with its words.
 *
 * @param text what is read of the field; spans point into it and into the whole field alike
 */
public record Passage(TextField field, String text, Tokens tokens) {

    /** Of longer texts only so many characters are read; a summary that goes on is the article. */
    private static final int LONGEST_TITLE = 1_000;

    private static final int LONGEST_SUMMARY = 2_000;
    private static final int LONGEST_BODY = 20_000;

    /** The passage of a field's cleaned text. */
    public static Passage of(TextField field, String text) {
        String read = text.substring(0, Math.min(text.length(), longest(field)));
        return new Passage(field, read, Tokenizer.tokenize(read));
    }

    /** Whether there is no word in it. */
    public boolean isBlank() {
        return tokens.count() == 0;
    }

    /** The characters from one word to another. */
    public String words(int first, int last) {
        return text.substring(tokens.start(first), tokens.end(last));
    }

    private static int longest(TextField field) {
        return switch (field) {
            case TITLE -> LONGEST_TITLE;
            case SUMMARY -> LONGEST_SUMMARY;
            case BODY, UNKNOWN -> LONGEST_BODY;
        };
    }
}
