package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where every entry of a document went: {@code entries = articles + unchanged + duplicates + dead
 * letters}.
 *
 * @param articles new ones, and known ones whose text has changed
 * @param unchanged entries already published with the same text
 * @param duplicates entries whose article occurred earlier in the same document
 * @param seen article id to content hash: what the cursor has to remember
 */
record EntryAccount(
        int entries,
        List<Article> articles,
        int unchanged,
        int duplicates,
        List<DeadLetter> deadLetters,
        Map<String, String> seen) {
    private static final int REMEMBERED = 1_000;

    static EntryAccount of(
            Feed feed, ParsedFeed document, Map<String, String> seenBefore, Instant now) {
        Tally tally = new Tally(new ArticleMaker(feed, document, now), seenBefore);
        document.entries().forEach(tally::take);
        return tally.account();
    }

    private static final class Tally {
        private final ArticleMaker maker;
        private final Map<String, String> seenBefore;
        private final List<Article> articles = new ArrayList<>();
        private final List<DeadLetter> deadLetters = new ArrayList<>();
        private final Map<String, String> inDocument = new LinkedHashMap<>();
        private int entries;
        private int unchanged;
        private int duplicates;

        Tally(ArticleMaker maker, Map<String, String> seenBefore) {
            this.maker = maker;
            this.seenBefore = seenBefore;
        }

        void take(Entry entry) {
            entries++;
            if (maker.isUnidentifiable(entry)) {
                deadLetters.add(maker.deadLetter(entry));
                return;
            }
            Article article = maker.article(entry);
            if (inDocument.putIfAbsent(article.getId(), article.getContentHash()) != null) {
                duplicates++;
            } else if (article.getContentHash().equals(seenBefore.get(article.getId()))) {
                unchanged++;
            } else {
                articles.add(article);
            }
        }

        EntryAccount account() {
            return new EntryAccount(
                    entries, articles, unchanged, duplicates, deadLetters, remembered());
        }

        /** The document's own entries always; older ones while there is room. */
        private Map<String, String> remembered() {
            Map<String, String> seen = new LinkedHashMap<>(inDocument);
            Set<String> older = new HashSet<>(seenBefore.keySet());
            older.removeAll(inDocument.keySet());
            int room = Math.max(REMEMBERED, 2 * inDocument.size()) - inDocument.size();
            older.stream().limit(room).forEach(id -> seen.put(id, seenBefore.getOrDefault(id, "")));
            return seen;
        }
    }
}
