package dev.tocsin.ingest.parse.tree;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** An element that is open. */
final class Frame {
    final Word word;
    final Scope outerScope;
    final String base;
    final @Nullable Element element;
    private String only = "";
    private @Nullable StringBuilder text;

    Frame(Word word, Scope outerScope, String base, @Nullable Element element) {
        this.word = word;
        this.outerScope = outerScope;
        this.base = base;
        this.element = element;
    }

    void text(String more, int longest) {
        if (text == null) {
            if (only.isEmpty()) {
                only = more.length() > longest ? more.substring(0, longest) : more;
                return;
            }
            text = new StringBuilder(only);
        }
        if (text.length() < longest) {
            text.append(more, 0, Math.min(more.length(), longest - text.length()));
        }
    }

    String text() {
        return text == null ? only : text.toString();
    }
}
