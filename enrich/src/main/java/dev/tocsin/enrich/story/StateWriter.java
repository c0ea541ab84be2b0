package dev.tocsin.enrich.story;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Small numbers take few bytes: seven bits a byte, the lowest first, signs folded in. */
final class StateWriter {
    private final DataOutputStream out;

    StateWriter(DataOutputStream out) {
        this.out = out;
    }

    StateWriter number(long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
        return this;
    }

    StateWriter numbers(int[] values) throws IOException {
        number(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
        return this;
    }

    StateWriter shorts(char[] values) throws IOException {
        number(values.length);
        for (char value : values) {
            out.writeChar(value);
        }
        return this;
    }

    StateWriter floats(float[] values) throws IOException {
        number(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
        return this;
    }

    StateWriter longs(long[] values) throws IOException {
        number(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
        return this;
    }

    StateWriter text(String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.write(bytes);
        return this;
    }

    StateWriter texts(Collection<String> values) throws IOException {
        number(values.size());
        for (String value : values) {
            text(value);
        }
        return this;
    }
}
