package dev.tocsin.ingest.identity;

import java.util.Optional;

/** Tells two revisions of an article apart. */
public final class ContentHash {
    private ContentHash() {}

    /** 32 hex digits over the plain texts; an absent body differs from an empty one. */
    public static String of(String title, String summary, Optional<String> body) {
        return body.map(text -> StableId.of(title, summary, text))
                .orElseGet(() -> StableId.of(title, summary));
    }
}
