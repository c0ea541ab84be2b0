package dev.tocsin.enrich.match;

import dev.tocsin.enrich.text.Tokens;

import java.util.List;

/** What was found in one text, in the order of the text. */
public record FieldHits(String text, Tokens tokens, List<Hit> hits) {

    /** UTF-16 offset of the hit's first character. */
    public int start(Hit hit) {
        return tokens.start(hit.first());
    }

    /** UTF-16 offset after the hit's last character. */
    public int end(Hit hit) {
        return tokens.end(hit.last());
    }

    /** The matched characters. */
    public String matched(Hit hit) {
        return text.substring(start(hit), end(hit));
    }
}
