package dev.tocsin.enrich.place;

import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Tokens;

/** Headlines That Are Written Like This, where a capital tells nothing. */
final class TitleCase {

    private static final int LONG = 5;

    private TitleCase() {}

    /** Whether most long words begin with a capital. */
    static boolean isIn(Passage passage) {
        Tokens tokens = passage.tokens();
        int capitals = 0;
        int small = 0;
        for (int token = 0; token < tokens.count(); token++) {
            if (tokens.end(token) - tokens.start(token) >= LONG) {
                if (Character.isLowerCase(passage.text().charAt(tokens.start(token)))) {
                    small++;
                } else {
                    capitals++;
                }
            }
        }
        return capitals > 2 * small;
    }
}
