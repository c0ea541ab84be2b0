package dev.tocsin.egress;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inflates a body under a cap, which holds for the bytes on the wire and between two codings as
 * well. A body that breaks off is kept as far as it goes: a feed is better cut than lost.
 */
final class BodyReader {
    private static final int MOST_LAYERS = 2;
    private static final long UNKNOWN = -1;

    private final long maxBytes;

    BodyReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * @param announced bytes, by the Content-Length; negative where it says nothing
     * @param encodings values of the Content-Encoding headers, in the order of arrival
     */
    Body read(InputStream in, long announced, List<String> encodings) throws IOException {
        List<Coding> layers = layers(encodings);
        WireStream wire = new WireStream(in, maxBytes);
        Body body = read(wire, layers, layers.isEmpty() ? announced : UNKNOWN);
        seeTheEnd(wire);
        if (layers.isEmpty()) {
            body = unannounced(body);
        }
        return new Body(body.bytes(), body.cutOff() || wire.cutOff(), wire.count());
    }

    /** Without it the connection could not serve again. */
    private static void seeTheEnd(WireStream wire) throws EgressException {
        if (wire.ended()) {
            return;
        }
        try {
            wire.transferTo(OutputStream.nullOutputStream());
        } catch (EgressException e) {
            throw e;
        } catch (IOException _) {
            // what was packed is complete, whatever follows it
        }
    }

    private Body unannounced(Body body) throws IOException {
        Coding coding = Coding.unannounced(body.bytes());
        return coding == Coding.NONE
                ? body
                : read(
                        new WireStream(new ByteArrayInputStream(body.bytes()), maxBytes),
                        List.of(coding),
                        UNKNOWN);
    }

    private static List<Coding> layers(List<String> encodings) throws EgressException {
        if (encodings.isEmpty()) {
            return List.of();
        }
        List<String> names =
                encodings.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
        List<Coding> layers = new ArrayList<>();
        for (String name : names) {
            layers.add(Coding.named(name).orElseThrow(() -> unknown(name)));
        }
        layers.removeIf(Coding.NONE::equals);
        if (layers.size() > MOST_LAYERS) {
            throw new EgressException(
                    EgressError.PROTOCOL, "The body is compressed more than twice over.");
        }
        return layers;
    }

    private static EgressException unknown(String name) {
        return new EgressException(
                EgressError.PROTOCOL,
                "The body is encoded as \"%s\", which was not asked for."
                        .formatted(name.substring(0, Math.min(40, name.length()))));
    }

    private Body read(WireStream wire, List<Coding> layers, long expected) throws IOException {
        Chunks chunks = new Chunks(maxBytes, expected);
        try (InputStream plain = unpacked(wire, layers)) {
            chunks.readFrom(plain);
            return new Body(chunks.bytes(), false, wire.count());
        } catch (EgressException | InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (layers.isEmpty()) {
                throw e;
            }
            return damaged(wire, chunks);
        }
    }

    private InputStream unpacked(WireStream wire, List<Coding> layers) throws IOException {
        InputStream in = new Unclosed(wire);
        for (Coding layer : layers.reversed()) {
            in = new CappedStream(layer.unpacked(new BufferedInputStream(in)), maxBytes);
        }
        return in;
    }

    /** Where the packed bytes ran out, what could be unpacked counts. */
    private static Body damaged(WireStream wire, Chunks chunks) throws EgressException {
        if (wire.ended() && !chunks.isEmpty()) {
            return new Body(chunks.bytes(), true, wire.count());
        }
        throw wire.cutOff()
                ? new EgressException(
                        EgressError.RESET,
                        "The connection broke off within the body's first bytes.")
                : new EgressException(
                        EgressError.PROTOCOL,
                        "The body is not in the encoding that it is announced in.");
    }
}
