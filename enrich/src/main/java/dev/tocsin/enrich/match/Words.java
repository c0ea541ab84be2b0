package dev.tocsin.enrich.match;

/** Which words of a vocabulary stand at each token of a text. */
final class Words {

    private final int[] ids;
    private final int[] ends;

    /**
     * @param ends for each token where its ids end, behind a 0
     */
    Words(int[] ids, int[] ends) {
        this.ids = ids;
        this.ends = ends;
    }

    /** Where the token's ids begin. */
    int start(int token) {
        return ends[token];
    }

    /** Where the token's ids end. */
    int end(int token) {
        return ends[token + 1];
    }

    int id(int at) {
        return ids[at];
    }
}
