package dev.tocsin.enrich.copy;

/** Spreads the bits of a hash. */
final class Hashes {
    private Hashes() {}

    /** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
    static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
