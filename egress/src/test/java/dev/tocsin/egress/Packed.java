package dev.tocsin.egress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies in every coding, whole and broken. */
final class Packed {
    /** A feed of forty entries. */
    static final byte[] FEED = feed();

    /** {@link #FEED} and five million zeros in Brotli, for which Java has no packer. */
    static final byte[] BROTLI_FEED =
            base64(
                    "GwYKAJ0Htjvo3Ue+k6XpZSlqn7kynuaaOllXcisDPuXa6OoljZ6Pi6kkuNTcx0feXBAVNAEVBBRQE1iH"
                            + "B+U2Loyl5Zn27YOIgu+pzyx98K/PtFcz52tMj6nD9+etRwrXes60ev4ysnrlpZ6+P4pvOsSu"
                            + "wyUyrRaVJoNOPY1JuWiPYJxkCTcpxEsc/ImKhivFrA65jQtq33lAt+3GtNloz8o4rSncFhMv"
                            + "ubGQ1bSFaLxTzrCoBg16WxrMvpuA3fasM4Nw24h4qYOFqpYpRPOeclaLauKgG92Yhg72tjU4"
                            + "v9lNNTuqjq5vNnin9akA");

    static final byte[] BROTLI_BOMB = base64("mz9LTPgnAOKxQCBfiAk=");

    private Packed() {}

    private static byte[] feed() {
        String items =
                IntStream.range(0, 40)
                        .mapToObj(i ->
                                "<item><title>Line %d of the wire</title><guid>%d</guid></item>"
                                        .formatted(i, i * 7919 % 1000))
                        .collect(Collectors.joining());
        return ("<rss version='2.0'><channel><title>Paper</title>" + items + "</channel></rss>")
                .getBytes(UTF_8);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] deflate(byte[] plain, boolean raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, raw))) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] plain) {
        return Zstd.compress(plain);
    }

    static byte[] cut(byte[] whole, double share) {
        return Arrays.copyOf(whole, (int) (whole.length * share));
    }

    static byte[] flipped(byte[] whole, int fromEnd) {
        byte[] flipped = whole.clone();
        flipped[whole.length - fromEnd] ^= 0x55;
        return flipped;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
