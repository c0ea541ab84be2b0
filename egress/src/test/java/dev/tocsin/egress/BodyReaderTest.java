package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

class BodyReaderTest {
    private static final int CAP = 1_000_000;
    private static final byte[] TEXT = "Привіт, мир".repeat(100).getBytes(UTF_8);

    @Test
    void inflatesGzipAndBothKindsOfDeflate() throws IOException {
        assertThat(read(gzip(TEXT), "gzip")).isEqualTo(TEXT);
        assertThat(read(gzip(TEXT), "X-Gzip")).isEqualTo(TEXT);
        assertThat(read(deflate(TEXT, false), "deflate")).isEqualTo(TEXT);
        assertThat(read(deflate(TEXT, true), "Deflate")).isEqualTo(TEXT);
        assertThat(read(gzip(gzip(TEXT)), "gzip, gzip")).isEqualTo(TEXT);
        assertThat(read(deflate(gzip(TEXT), false), "gzip", "deflate")).isEqualTo(TEXT);
    }

    @Test
    void takesPlainTextThatIsAnnouncedAsGzip() throws IOException {
        assertThat(read(TEXT, "gzip")).isEqualTo(TEXT);
        assertThat(read(new byte[0], "gzip")).isEmpty();
        assertThat(read(TEXT, "identity")).isEqualTo(TEXT);
    }

    @Test
    void aBombStopsAtTheCap() throws IOException {
        byte[] bomb = gzip(new byte[40 * CAP]);

        assertFails(EgressError.TOO_LARGE, bomb, "gzip");
        assertFails(EgressError.TOO_LARGE, gzip(bomb), "gzip, gzip");
        assertFails(EgressError.TOO_LARGE, new byte[CAP + 1]);
        assertThat(read(gzip(new byte[CAP]), "gzip")).hasSize(CAP);
    }

    @Test
    void refusesWhatWasNotAskedFor() throws IOException {
        assertFails(EgressError.PROTOCOL, TEXT, "br");
        assertFails(EgressError.PROTOCOL, TEXT, "compress");
        assertFails(EgressError.PROTOCOL, gzip(gzip(gzip(TEXT))), "gzip, gzip, gzip");
    }

    private static void assertFails(EgressError error, byte[] body, String... encodings) {
        assertThatThrownBy(() -> read(body, encodings))
                .isInstanceOfSatisfying(
                        EgressException.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    private static byte[] read(byte[] body, String... encodings) throws IOException {
        return new BodyReader(CAP)
                .read(new ByteArrayInputStream(body), body.length, List.of(encodings))
                .bytes();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(9, raw))) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
