package dev.tocsin.enrich.story;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what a {@link StateWriter} wrote. */
final class StateReader {
    private final DataInputStream in;

    StateReader(DataInputStream in) {
        this.in = in;
    }

    long number() throws IOException {
        long folded = 0;
        int shift = 0;
        byte next = in.readByte();
        while (next < 0) {
            folded |= (next & 0x7FL) << shift;
            shift += 7;
            next = in.readByte();
        }
        folded |= (long) next << shift;
        return (folded >>> 1) ^ -(folded & 1);
    }

    int small() throws IOException {
        return Math.toIntExact(number());
    }

    int[] numbers() throws IOException {
        int[] values = new int[small()];
        for (int at = 0; at < values.length; at++) {
            values[at] = in.readInt();
        }
        return values;
    }

    List<Integer> list() throws IOException {
        List<Integer> list = new ArrayList<>();
        for (int value : numbers()) {
            list.add(value);
        }
        return List.copyOf(list);
    }

    char[] shorts() throws IOException {
        char[] values = new char[small()];
        for (int at = 0; at < values.length; at++) {
            values[at] = in.readChar();
        }
        return values;
    }

    float[] floats() throws IOException {
        float[] values = new float[small()];
        for (int at = 0; at < values.length; at++) {
            values[at] = in.readFloat();
        }
        return values;
    }

    long[] longs() throws IOException {
        long[] values = new long[small()];
        for (int at = 0; at < values.length; at++) {
            values[at] = in.readLong();
        }
        return values;
    }

    String text() throws IOException {
        return new String(in.readNBytes(small()), StandardCharsets.UTF_8);
    }

    List<String> texts() throws IOException {
        int count = small();
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            texts.add(text());
        }
        return texts;
    }

    SortedSet<String> sorted() throws IOException {
        return new TreeSet<>(texts());
    }
}
