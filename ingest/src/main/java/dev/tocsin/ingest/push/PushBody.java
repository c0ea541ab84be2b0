package dev.tocsin.ingest.push;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import javax.crypto.Mac;

/**
 * A body as it came over the wire. All of it is signed, but what is too large for a Kafka record is
 * not kept: that it came is worth knowing.
 *
 * @param kept the whole body; null where it is too large to keep
 * @param mac over the whole body
 */
record PushBody(byte @Nullable [] kept, byte[] mac) {
    /** Kafka's default for a record is 1 MiB, framing and the other fields included. */
    static final int LARGEST_KEPT = 900_000;

    static final int LARGEST = 10 << 20;
    private static final int CHUNK = 16 * 1024;

    /** More than {@link #LARGEST} bytes. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static PushBody read(InputStream wire, Mac mac) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        for (int read = wire.read(chunk); read >= 0; read = wire.read(chunk)) {
            length += read;
            if (length > LARGEST) {
                throw new TooLargeException();
            }
            mac.update(chunk, 0, read);
            if (length <= LARGEST_KEPT) {
                kept.write(chunk, 0, read);
            }
        }
        return new PushBody(length <= LARGEST_KEPT ? kept.toByteArray() : null, mac.doFinal());
    }
}
