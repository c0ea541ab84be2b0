package dev.tocsin.enrich.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Letters two bytes each, so that words are compared by fours: as one number the first letter is
 * the lowest, and zeros stand for letters that a word has not.
 */
public final class Four {

    /** How many letters. */
    public static final int LETTERS = 4;

    private static final VarHandle LETTER =
            MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long[] MASKS = {0, 0xFFFFL, 0xFFFF_FFFFL, 0xFFFF_FFFF_FFFFL, -1};

    private Four() {}

    /** The letter at a place. */
    static char letter(byte[] letters, int at) {
        return (char) LETTER.get(letters, 2 * at);
    }

    /** Writes a letter. */
    static void write(byte[] letters, int at, char letter) {
        LETTER.set(letters, 2 * at, letter);
    }

    /**
     * Letters of a stretch.
     *
     * @param letters with at least four characters from the place on
     */
    static long letters(byte[] letters, int from, int to) {
        return (long) FOUR.get(letters, 2 * from) & MASKS[Math.min(to - from, LETTERS)];
    }

    /** So many of four letters, from the first on. */
    public static long beginning(long four, int letters) {
        return four & -1L >>> Character.SIZE * (LETTERS - letters);
    }

    /** The first of four letters, 0 if there is none. */
    public static char first(long four) {
        return (char) four;
    }

    /** The last of four letters, 0 if there are fewer. */
    public static char last(long four) {
        return (char) (four >>> (LETTERS - 1) * Character.SIZE);
    }

    /** Letters of a word from a place on. */
    public static long letters(String word, int from) {
        long four = 0;
        for (int at = from + LETTERS - 1; at >= from; at--) {
            four = four << Character.SIZE | (at < word.length() ? word.charAt(at) : 0);
        }
        return four;
    }
}
