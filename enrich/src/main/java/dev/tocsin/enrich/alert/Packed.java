package dev.tocsin.enrich.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A part of what {@link Packing} made, read from its front. */
final class Packed {
    private final byte[] bytes;
    private final int end;
    private int next;

    Packed(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    /** The same part again, from its front as it is now. */
    Packed again() {
        return new Packed(bytes, next, end);
    }

    boolean isAtEnd() {
        return next == end;
    }

    /** The next bytes, as many as the number before them says; this goes on behind them. */
    Packed part() {
        int length = count();
        Packed part = new Packed(bytes, next, next + checked(length));
        next += length;
        return part;
    }

    String text() {
        int length = checked(count());
        String text = new String(bytes, next, length, StandardCharsets.UTF_8);
        next += length;
        return text;
    }

    /** Whether a text comes next that has these bytes. */
    boolean isNext(byte[] encoded) {
        Packed text = again().part();
        return Arrays.equals(bytes, text.next, text.end, encoded, 0, encoded.length);
    }

    <T> List<T> list(Supplier<T> element) {
        int count = count();
        List<T> list = new ArrayList<>(Math.clamp(count, 0, end - next));
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    boolean flag() {
        return count() == 1;
    }

    Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    int count() {
        return (int) number();
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte read;
        do {
            read = bytes[next + checked(1) - 1];
            next++;
            number |= (read & 0x7fL) << shift;
            shift += 7;
        } while (read < 0);
        return number;
    }

    int length() {
        return end - next;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, next, target, at, length());
    }

    private int checked(int length) {
        if (length < 0 || length > end - next) {
            throw new IllegalArgumentException("alerts of a story are broken off or mixed up");
        }
        return length;
    }
}
