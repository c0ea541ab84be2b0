package dev.tocsin.bench.news;

import java.util.SplittableRandom;

/**
 * Made-up names that hardly ever come twice. The same seed gives the same names. Not for many
 * threads.
 */
public final class Names {
    private static final String[] SYLLABLES = {
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dra", "flo", "gri", "pla",
        "sto"
    };
    private static final int SYLLABLES_OF_A_NAME = 4;

    private final SplittableRandom random;

    public Names(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** So many names, each with a space before it. */
    public String next(int names) {
        StringBuilder text = new StringBuilder();
        for (int name = 0; name < names; name++) {
            text.append(' ');
            for (int syllable = 0; syllable < SYLLABLES_OF_A_NAME; syllable++) {
                text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
        }
        return text.toString();
    }
}
