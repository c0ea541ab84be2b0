package dev.tocsin.egress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes gathered without copying them again and again. */
final class Chunks {
    private static final int FIRST = 8 * 1024;
    private static final int LARGEST = 256 * 1024;

    private final long maxBytes;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] open;
    private int used;
    private long size;

    /**
     * @param expected how many bytes will come, as far as anybody knows; negative for no idea
     */
    Chunks(long maxBytes, long expected) {
        this.maxBytes = maxBytes;
        // one more, so that the end shows without another chunk
        this.open = new byte[expected < 0 ? FIRST : (int) Math.min(expected + 1, LARGEST)];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Reads on to the end; what came before a failure stays. */
    void readFrom(InputStream in) throws IOException {
        for (int read = in.read(open, used, open.length - used);
                read >= 0;
                read = in.read(open, used, open.length - used)) {
            used += read;
            size += read;
            CappedStream.check(size, maxBytes);
            if (used == open.length) {
                full.add(open);
                open = new byte[Math.min(2 * open.length, LARGEST)];
                used = 0;
            }
        }
    }

    byte[] bytes() {
        if (full.isEmpty()) {
            return Arrays.copyOf(open, used);
        }
        byte[] all = new byte[(int) size];
        int at = 0;
        for (byte[] chunk : full) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        System.arraycopy(open, 0, all, at, used);
        return all;
    }
}
