package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.revision.KnownArticle;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The state store's own compact format; the first byte tells the layout. */
final class KnownArticleSerde {
    private static final int LAYOUT = 1;

    private KnownArticleSerde() {}

    static Serde<KnownArticle> create() {
        return Serdes.serdeFrom((ignored, known) -> write(known), (ignored, bytes) -> read(bytes));
    }

    @SuppressWarnings("NullAway") // Kafka's serialisers pass null through
    private static byte[] write(KnownArticle known) {
        if (known == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeUTF(known.feedId());
            out.writeUTF(known.contentHash());
            out.writeInt(known.revision());
            out.writeInt(known.otherFeeds().size());
            for (String feed : known.otherFeeds()) {
                out.writeUTF(feed);
            }
        } catch (IOException e) {
            throw new SerializationException(e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("NullAway")
    private static KnownArticle read(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT) {
                throw new SerializationException("known article of unknown layout " + layout);
            }
            return new KnownArticle(in.readUTF(), in.readUTF(), in.readInt(), feeds(in));
        } catch (IOException e) {
            throw new SerializationException(e);
        }
    }

    private static List<String> feeds(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> feeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            feeds.add(in.readUTF());
        }
        return feeds;
    }
}
