package dev.tocsin.ingest.poll;

import dev.tocsin.schemas.FeedCursor;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a feed that are accounted for: article ids and the first 64 bits of the content
 * hash, those of the last document first. The cursor holds them as 24 bytes each.
 */
final class SeenEntries {
    private static final int ID_BYTES = 16;
    private static final int WIDTH = ID_BYTES + Long.BYTES;
    private static final int HASH_DIGITS = 2 * Long.BYTES;
    private static final int REMEMBERED = 200;

    static final SeenEntries NONE = new SeenEntries(Map.of());

    private final Map<String, Long> hashes;
    private final int least;

    private SeenEntries(Map<String, Long> hashes) {
        this(hashes, REMEMBERED);
    }

    private SeenEntries(Map<String, Long> hashes, int least) {
        this.hashes = hashes;
        this.least = least;
    }

    /** What the cursor remembers, also in the form that cursors had before. */
    static SeenEntries of(FeedCursor cursor) {
        Map<String, Long> hashes = new LinkedHashMap<>();
        ByteBuffer packed = cursor.getSeen().duplicate();
        byte[] id = new byte[ID_BYTES];
        while (packed.remaining() >= WIDTH) {
            packed.get(id);
            hashes.put(HexFormat.of().formatHex(id), packed.getLong());
        }
        if (hashes.isEmpty()) {
            cursor.getSeenEntries().forEach((known, hash) -> hashes.put(known, prefix(hash)));
        }
        return new SeenEntries(hashes);
    }

    /** The same, remembering at least so many also after a document that is only a part. */
    SeenEntries keeping(int entries) {
        return new SeenEntries(hashes, Math.max(REMEMBERED, entries));
    }

    int size() {
        return hashes.size();
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    boolean contains(String articleId) {
        return hashes.containsKey(articleId);
    }

    /** Whether the article was seen with this very text. */
    boolean isUnchanged(String articleId, String contentHash) {
        Long seen = hashes.get(articleId);
        return seen != null && seen == prefix(contentHash);
    }

    /** The texts that were seen, under whatever id. */
    Set<Long> texts() {
        return new HashSet<>(hashes.values());
    }

    /**
     * What to remember after a document: its own entries always, as many older ones as it has
     * itself, and in any case 200 in all.
     *
     * @param document article id to content hash, in document order
     */
    SeenEntries followedBy(Map<String, String> document) {
        Map<String, Long> next = new LinkedHashMap<>();
        document.forEach((id, hash) -> next.put(id, prefix(hash)));
        int most = Math.max(least, 2 * document.size());
        for (Map.Entry<String, Long> older : hashes.entrySet()) {
            if (next.size() >= most) {
                break;
            }
            next.putIfAbsent(older.getKey(), older.getValue());
        }
        return new SeenEntries(next);
    }

    /** As the cursor holds it. */
    ByteBuffer packed() {
        ByteBuffer packed = ByteBuffer.allocate(WIDTH * hashes.size());
        hashes.forEach((id, hash) -> packed.put(HexFormat.of().parseHex(id)).putLong(hash));
        return packed.flip();
    }

    static long prefix(String contentHash) {
        return HexFormat.fromHexDigitsToLong(contentHash, 0, HASH_DIGITS);
    }
}
