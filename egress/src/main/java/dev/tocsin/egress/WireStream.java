package dev.tocsin.egress;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.TruncatedChunkException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/**
 * A body as it comes off the connection, counted and capped. Where the connection breaks off after
 * some bytes, the stream ends there and remembers it.
 */
final class WireStream extends FilterInputStream {
    private final long maxBytes;
    private long count;
    private boolean ended;
    private boolean cutOff;

    WireStream(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    /** Bytes so far. */
    long count() {
        return count;
    }

    /** Nothing more will come. */
    boolean ended() {
        return ended;
    }

    /** The connection broke off before the peer had said that the body is complete. */
    boolean cutOff() {
        return cutOff;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = attempt(target, offset, length);
        ended = read < 0;
        count += Math.max(read, 0);
        CappedStream.check(count, maxBytes);
        return read;
    }

    private int attempt(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (ConnectionClosedException | TruncatedChunkException | SocketException e) {
            if (count == 0) {
                throw new EgressException(
                        EgressError.RESET, "The connection broke off before the body began.");
            }
            cutOff = true;
            return -1;
        }
    }
}
