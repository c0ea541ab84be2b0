package dev.tocsin.egress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;

import org.brotli.dec.BrotliInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A content coding (RFC 9110, 8.4.1) and how to undo it. */
enum Coding {
    GZIP("gzip", "x-gzip"),
    DEFLATE("deflate"),
    BROTLI("br"),
    ZSTD("zstd"),
    /** No coding; with what servers write there although it names none. */
    NONE("identity", "none", "binary", "8bit", "utf-8", "utf8", "iso-8859-1");

    /** What is asked for, as a request header. */
    static final String ACCEPTED = zstdWorks() ? "gzip, deflate, br, zstd" : "gzip, deflate, br";

    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD_MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    /** 8 MiB, the largest window that a web client has to have (RFC 9659). */
    private static final int ZSTD_WINDOW_LOG = 23;

    private final String[] names;

    Coding(String... names) {
        this.names = names;
    }

    static Optional<Coding> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(coding -> Arrays.asList(coding.names).contains(lower))
                .findFirst();
    }

    /** What a body is packed in although its headers do not say so. */
    static Coding unannounced(byte[] body) {
        if (startsWith(body, GZIP_MAGIC)) {
            return GZIP;
        }
        return startsWith(body, ZSTD_MAGIC) ? ZSTD : NONE;
    }

    /** The plain bytes of what is packed; as it is where it turns out not to be packed. */
    InputStream unpacked(BufferedInputStream in) throws IOException {
        byte[] start = peek(in);
        if (start.length == 0) {
            return in;
        }
        return switch (this) {
            case GZIP -> startsWith(start, GZIP_MAGIC) ? new GzipMembers(in) : in;
            case DEFLATE -> inflated(in, new Inflater(!startsLikeZlib(start)));
            case BROTLI -> new BrotliInputStream(in);
            case ZSTD -> startsWith(start, ZSTD_MAGIC) ? zstd(in) : in;
            case NONE -> in;
        };
    }

    private static InputStream inflated(InputStream in, Inflater inflater) {
        return new InflaterInputStream(in, inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
    }

    private static InputStream zstd(InputStream in) throws IOException {
        return new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
    }

    private static boolean startsLikeZlib(byte[] start) {
        return start.length > 1
                && (start[0] & 0x0f) == 8
                && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) % 31 == 0;
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length
                && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** Whether there is more, and it is gzip; nothing of it is taken. */
    static boolean startsLikeGzip(BufferedInputStream in) throws IOException {
        return startsWith(peek(in), GZIP_MAGIC);
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(ZSTD_MAGIC.length);
        byte[] start = in.readNBytes(ZSTD_MAGIC.length);
        in.reset();
        return start;
    }

    /** The library brings machine code, which not every machine lets it load. */
    private static boolean zstdWorks() {
        try {
            Native.load();
            return true;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
            Logger log = LoggerFactory.getLogger(Coding.class);
            log.atInfo().addKeyValue("error", e.toString()).log("zstd is not available");
            return false;
        }
    }
}
