package dev.tocsin.ingest.poll;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.Feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Where every entry of a document went: {@code entries = articles + unchanged + duplicates + dead
 * letters}.
 *
 * @param articles new ones, and known ones whose text has changed
 * @param newArticles how many of them are new
 * @param unchanged entries already accounted for with the same text
 * @param duplicates entries whose article occurred earlier in the same document, or in an earlier
 *     document under an id that its publisher has since rewritten
 * @param deadLetters entries that cannot be made articles, or are too large for Kafka
 * @param overlap share of the document's articles that were known, 0 to 1; empty where the document
 *     or the memory is empty
 * @param idsRewritten the publisher gave new ids to what it had published before
 * @param seen what the cursor has to remember
 */
record EntryAccount(
        int entries,
        List<Article> articles,
        int newArticles,
        int unchanged,
        int duplicates,
        List<DeadLetter> deadLetters,
        OptionalDouble overlap,
        boolean idsRewritten,
        SeenEntries seen) {

    static EntryAccount of(Feed feed, ParsedFeed document, SeenEntries before, Instant now) {
        Tally tally = new Tally(new ArticleMaker(feed, document, now), before);
        document.entries().forEach(tally::take);
        return tally.account();
    }

    private static final class Tally {
        private static final int LEAST_REWRITTEN = 3;
        private static final double MOST_TEXTS = 0.8;

        private final ArticleMaker maker;
        private final SeenEntries before;
        private final List<Article> articles = new ArrayList<>();
        private final List<DeadLetter> deadLetters = new ArrayList<>();
        private final Map<String, String> inDocument = new LinkedHashMap<>();
        private int entries;
        private int revised;
        private int unchanged;
        private int duplicates;

        Tally(ArticleMaker maker, SeenEntries before) {
            this.maker = maker;
            this.before = before;
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
            } else if (before.isUnchanged(article.getId(), article.getContentHash())) {
                unchanged++;
            } else if (maker.isTooLarge(article)) {
                deadLetters.add(maker.tooLarge(article));
            } else {
                articles.add(article);
                revised += before.contains(article.getId()) ? 1 : 0;
            }
        }

        EntryAccount account() {
            int known = unchanged + revised;
            boolean rewritten = known == 0 && dropRewritten();
            return new EntryAccount(
                    entries,
                    articles,
                    articles.size() - revised,
                    unchanged,
                    duplicates,
                    deadLetters,
                    rewritten ? OptionalDouble.of(1) : overlap(known),
                    rewritten,
                    before.followedBy(inDocument));
        }

        private OptionalDouble overlap(int known) {
            return before.isEmpty() || inDocument.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) known / inDocument.size());
        }

        /**
         * No id of the document is known, but nearly every text is: what looks new is what was
         * there before. A text that merely repeats, such as a standing headline, proves nothing.
         */
        private boolean dropRewritten() {
            Set<Long> texts = before.texts();
            List<Article> again =
                    articles.stream()
                            .filter(a -> texts.contains(SeenEntries.prefix(a.getContentHash())))
                            .toList();
            if (again.size() < LEAST_REWRITTEN || again.size() < MOST_TEXTS * articles.size()) {
                return false;
            }
            articles.removeAll(again);
            duplicates += again.size();
            return true;
        }
    }
}
