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
    private byte[] open = new byte[FIRST];
    private int used;
    private long size;

    Chunks(long maxBytes) {
        this.maxBytes = maxBytes;
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
