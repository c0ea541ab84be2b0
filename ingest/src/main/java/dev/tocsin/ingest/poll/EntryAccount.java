package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where every entry of a document went: {@code entries = articles + unchanged + duplicates + dead
 * letters}.
 *
 * @param articles new ones, and known ones whose text has changed
 * @param unchanged entries already accounted for with the same text
 * @param duplicates entries whose article occurred earlier in the same document
 * @param deadLetters entries that cannot be made articles, or are too large for Kafka
 * @param seen article id to content hash: what the cursor has to remember
 */
record EntryAccount(
        int entries,
        List<Article> articles,
        int unchanged,
        int duplicates,
        List<DeadLetter> deadLetters,
        Map<String, String> seen) {
    private static final int REMEMBERED = 200;

    static EntryAccount of(
            Feed feed, ParsedFeed document, Map<String, String> seenBefore, Instant now) {
        Tally tally =
                new Tally(new ArticleMaker(feed, document, now), seenBefore, now.toEpochMilli());
        document.entries().forEach(tally::take);
        return tally.account();
    }

    private static final class Tally {
        private final ArticleMaker maker;
        private final Map<String, String> seenBefore;
        private final List<Article> articles = new ArrayList<>();
        private final List<DeadLetter> deadLetters = new ArrayList<>();
        private final Map<String, String> inDocument = new LinkedHashMap<>();
        private final long lottery;
        private int entries;
        private int unchanged;
        private int duplicates;

        Tally(ArticleMaker maker, Map<String, String> seenBefore, long lottery) {
            this.maker = maker;
            this.lottery = lottery;
            this.seenBefore = seenBefore;
        }

        void take(Entry entry) {
            entries++;
            if (maker.isUnidentifiable(entry)) {
                deadLetters.add(maker.unidentifiable(entry));
            } else {
                take(maker.article(entry));
            }
        }

        private void take(Article article) {
            if (inDocument.putIfAbsent(article.getId(), article.getContentHash()) != null) {
                duplicates++;
            } else if (article.getContentHash().equals(seenBefore.get(article.getId()))) {
                unchanged++;
            } else if (maker.isTooLarge(article)) {
                deadLetters.add(maker.tooLarge(article));
            } else {
                articles.add(article);
            }
        }

        EntryAccount account() {
            return new EntryAccount(
                    entries, articles, unchanged, duplicates, deadLetters, remembered());
        }

        /**
         * The document's own entries always; older ones while there is room. A cursor does not know
         * their age, so which of them go is drawn by lot, anew each time: no entry is bound to be
         * forgotten the moment that it leaves the document.
         */
        private Map<String, String> remembered() {
            Map<String, String> seen = new LinkedHashMap<>(inDocument);
            int room = Math.max(REMEMBERED - inDocument.size(), inDocument.size());
            seenBefore.entrySet().stream()
                    .filter(older -> !inDocument.containsKey(older.getKey()))
                    .sorted(Comparator.comparing(older -> lot(older.getKey())))
                    .limit(room)
                    .forEach(older -> seen.put(older.getKey(), older.getValue()));
            return seen;
        }

        private int lot(String id) {
            return (id + lottery).hashCode();
        }
    }
}
