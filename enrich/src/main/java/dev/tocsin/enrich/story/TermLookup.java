package dev.tocsin.enrich.story;

/**
 * Finds the terms of one article among those of many others. Most terms are not found, so a set of
 * bits is asked first, which is small enough to be always at hand.
 */
final class TermLookup {
    static final int NOWHERE = -1;

    private static final int BITS = 12;

    private final int[] ids;
    private final long[] bits = new long[1 << (BITS - 6)];
    private final char[] places;
    private final float[] titleShares;

    TermLookup(Terms terms) {
        ids = terms.ids();
        titleShares = new float[ids.length];
        for (long titled : terms.title()) {
            titleShares[Terms.titlePlace(titled)] = Terms.titleShare(titled);
        }
        places = new char[Integer.highestOneBit(ids.length * 4 + 4)];
        for (int place = 0; place < ids.length; place++) {
            enter(place);
        }
    }

    private void enter(int place) {
        int hash = hash(ids[place]);
        bits[hash >>> (Integer.SIZE - BITS + 6)] |= 1L << (hash >>> (Integer.SIZE - BITS));
        int slot = hash & (places.length - 1);
        while (places[slot] != 0) {
            slot = (slot + 1) & (places.length - 1);
        }
        places[slot] = (char) (place + 1);
    }

    /** The place of the term in the article, {@link #NOWHERE} if it has none. */
    int place(int id) {
        int hash = hash(id);
        long block = bits[hash >>> (Integer.SIZE - BITS + 6)];
        boolean mayBe = (block >>> (hash >>> (Integer.SIZE - BITS)) & 1) != 0;
        return mayBe ? search(id, hash) : NOWHERE;
    }

    private int search(int id, int hash) {
        int slot = hash & (places.length - 1);
        while (places[slot] != 0 && ids[places[slot] - 1] != id) {
            slot = (slot + 1) & (places.length - 1);
        }
        return places[slot] - 1;
    }

    /** 0 if the title does not have the term. */
    float titleShare(int place) {
        return titleShares[place];
    }

    /** Terms are hashes, but words and features differ in the last bit. */
    private static int hash(int id) {
        int mixed = id * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
