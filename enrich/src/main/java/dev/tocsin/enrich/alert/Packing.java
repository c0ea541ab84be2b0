package dev.tocsin.enrich.alert;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Bytes that grow. Numbers are of variable length, the low seven bits first; texts are UTF-8 behind
 * their length.
 */
final class Packing {
    private static final int FIRST_SIZE = 256;
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    void number(long number) {
        makeRoom(LONGEST_NUMBER);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void flag(boolean flag) {
        number(flag ? 1 : 0);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        raw(new Packed(encoded, 0, encoded.length));
    }

    <T> void list(Collection<T> list, Consumer<T> write) {
        number(list.size());
        list.forEach(write);
    }

    /** What the other has, behind its length; the other is empty then. */
    void move(Packing other) {
        part(other.packed());
        other.size = 0;
    }

    void part(Packed other) {
        number(other.length());
        raw(other);
    }

    /** What the other has. */
    void raw(Packing other) {
        raw(other.packed());
    }

    void raw(Packed other) {
        makeRoom(other.length());
        other.copyTo(bytes, size);
        size += other.length();
    }

    private Packed packed() {
        return new Packed(bytes, 0, size);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
