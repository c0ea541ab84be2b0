package dev.tocsin.ingest.parse.tree;

import java.util.Locale;

/**
 * An element's or attribute's name.
 *
 * @param local in lower case
 * @param written as in the document, with its prefix
 */
record Name(Vocabulary vocabulary, String local, String written) {

    static Name of(String written, Scope scope) {
        int colon = written.indexOf(':');
        String prefix = colon < 0 ? "" : written.substring(0, colon);
        String local = written.substring(colon + 1).toLowerCase(Locale.ROOT);
        return new Name(Vocabulary.of(scope.namespace(prefix), prefix), local, written);
    }

    boolean is(Vocabulary other, String name) {
        return vocabulary == other && local.equals(name);
    }
}
