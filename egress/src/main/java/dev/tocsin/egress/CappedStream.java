package dev.tocsin.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails once more bytes came than are allowed. */
final class CappedStream extends FilterInputStream {
    private final long maxBytes;
    private long count;

    CappedStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        counted(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    private void counted(int read) throws EgressException {
        count += read;
        check(count, maxBytes);
    }

    static void check(long bytes, long maxBytes) throws EgressException {
        if (bytes > maxBytes) {
            throw new EgressException(
                    EgressError.TOO_LARGE,
                    "The body is larger than the %,d bytes that are allowed.".formatted(maxBytes));
        }
    }
}
