package dev.tocsin.egress;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Inflates a body under a cap, which holds for the bytes on the wire as well. */
final class BodyReader {
    /** What {@link #read} decodes, as a request header. */
    static final String ACCEPT_ENCODING = "gzip, deflate";

    private static final int MOST_LAYERS = 2;
    private static final int CHUNK = 8192;

    private final long maxBytes;

    BodyReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * @param encodings values of the Content-Encoding headers, in the order of arrival
     */
    byte[] read(InputStream wire, List<String> encodings) throws IOException {
        List<String> layers = layers(encodings);
        if (layers.size() > MOST_LAYERS) {
            throw new EgressException(
                    EgressError.PROTOCOL, "The body is compressed more than twice over.");
        }
        InputStream decoded = new CappedStream(wire, maxBytes);
        for (String layer : layers.reversed()) {
            decoded = decoder(layer, new BufferedInputStream(decoded));
        }
        try (InputStream body = decoded) {
            return drain(body);
        }
    }

    private static List<String> layers(List<String> encodings) {
        return encodings.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty() && !value.equals("identity"))
                .toList();
    }

    private static InputStream decoder(String layer, BufferedInputStream in) throws IOException {
        return switch (layer) {
            // some servers announce gzip and send plain text
            case "gzip", "x-gzip" -> startsLikeGzip(in) ? new GZIPInputStream(in, CHUNK) : in;
            case "deflate" -> new InflaterInputStream(in, new Inflater(!startsLikeZlib(in)));
            default ->
                    throw new EgressException(
                            EgressError.PROTOCOL,
                            "The body is encoded as \"%s\", which was not asked for."
                                    .formatted(layer));
        };
    }

    private static boolean startsLikeGzip(BufferedInputStream in) throws IOException {
        byte[] start = peek(in);
        return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    private static boolean startsLikeZlib(BufferedInputStream in) throws IOException {
        byte[] start = peek(in);
        return start.length == 2
                && (start[0] & 0x0f) == 8
                && ((start[0] & 0xff) << 8 | (start[1] & 0xff)) % 31 == 0;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(2);
        byte[] start = in.readNBytes(2);
        in.reset();
        return start;
    }

    private byte[] drain(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            CappedStream.check(body.size(), maxBytes);
        }
        return body.toByteArray();
    }
}
