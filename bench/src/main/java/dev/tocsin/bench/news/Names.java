package dev.tocsin.bench.news;

import java.util.SplittableRandom;

/** Made-up names. The same seed gives the same names. Not for many threads. */
public final class Names {
    private static final String[] SYLLABLES = {
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dra", "flo", "gri", "pla",
        "sto"
    };
    private final SplittableRandom random;
    private final int syllables;

    /**
     * @param syllables of a name: with four there are 50,000 names, with eight two and a half
     *     billion
     */
    public Names(long seed, int syllables) {
        this.random = new SplittableRandom(seed);
        this.syllables = syllables;
    }

    /** So many names, each with a space before it. */
    public String next(int names) {
        StringBuilder text = new StringBuilder();
        for (int name = 0; name < names; name++) {
            text.append(' ');
            for (int syllable = 0; syllable < syllables; syllable++) {
                text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
        }
        return text.toString();
    }
}
