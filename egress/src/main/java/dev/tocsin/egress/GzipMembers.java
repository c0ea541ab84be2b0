package dev.tocsin.egress;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip stream one after the other (RFC 1952); what follows the last is left out.
 * The JDK's own stream calls itself for every empty member, so that many of them exhaust the stack,
 * and other libraries drop what they have inflated when a stream breaks off.
 */
final class GzipMembers extends InputStream {
    private static final int CHUNK = 8192;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final BufferedInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private boolean ended;

    GzipMembers(BufferedInputStream in) throws IOException {
        this.in = in;
        readHead();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int inflated = 0;
        while (!ended && inflated == 0) {
            inflated = inflate(target, offset, length);
            sum.update(target, offset, inflated);
            if (inflated == 0 && inflater.finished()) {
                readTail();
            }
        }
        return inflated == 0 ? -1 : inflated;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int inflated = inflater.inflate(target, offset, length);
            if (inflated == 0 && inflater.needsInput() && !inflater.finished()) {
                fill();
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    /** Marks where the chunk begins, so that what the member does not use can be given back. */
    private void fill() throws IOException {
        in.mark(CHUNK);
        filled = in.read(chunk, 0, CHUNK);
        if (filled < 0) {
            throw new EOFException();
        }
        inflater.setInput(chunk, 0, filled);
    }

    private void readHead() throws IOException {
        byte[] fixed = in.readNBytes(10);
        if (fixed.length < 10) {
            throw new EOFException();
        }
        if (fixed[2] != 8) {
            throw new ZipException("Unknown method");
        }
        int flags = fixed[3];
        if ((flags & EXTRA) != 0) {
            in.skipNBytes(byteOrEnd() | byteOrEnd() << 8);
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        in.skipNBytes((flags & HEADER_CHECK) == 0 ? 0 : 2);
    }

    private void skipText(int flag) throws IOException {
        while (flag != 0 && byteOrEnd() != 0) {
            // up to its zero
        }
    }

    private void readTail() throws IOException {
        in.reset();
        in.skipNBytes(filled - inflater.getRemaining());
        long stated = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            stated |= (long) byteOrEnd() << shift;
        }
        in.skipNBytes(4);
        if (stated != sum.getValue()) {
            throw new ZipException("Wrong sum");
        }
        ended = !Coding.startsLikeGzip(in);
        if (!ended) {
            readHead();
            inflater.reset();
            sum.reset();
        }
    }

    private int byteOrEnd() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
