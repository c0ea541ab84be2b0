package dev.tocsin.ingest.parse.tree;

import org.jspecify.annotations.Nullable;

/**
 * What an element means to us.
 *
 * @param canonical its name in the tree; null where it has no place there
 */
record Word(Kind kind, @Nullable String canonical, boolean ofDublinCore) {
    enum Kind {
        /** A feed starts here. */
        ROOT,
        /** What describes the feed as a whole. */
        HEAD,
        ENTRY,
        /** Text that may hold markup. */
        MARKUP,
        LEAF,
        /** Its children count, it does not. */
        TRANSPARENT,
        /** It and all in it has no bearing on entries. */
        DROPPED
    }

    static final Word TRANSPARENT = new Word(Kind.TRANSPARENT, null, false);
    static final Word DROPPED = new Word(Kind.DROPPED, null, false);
    static final Word ROOT = new Word(Kind.ROOT, null, false);
    static final Word HEAD = new Word(Kind.HEAD, null, false);
    static final Word ENTRY = new Word(Kind.ENTRY, null, false);

    static Word leaf(String canonical) {
        return new Word(Kind.LEAF, canonical, false);
    }

    static Word markup(String canonical) {
        return new Word(Kind.MARKUP, canonical, false);
    }

    static Word dublinCore(String canonical) {
        return new Word(Kind.LEAF, canonical, true);
    }
}
