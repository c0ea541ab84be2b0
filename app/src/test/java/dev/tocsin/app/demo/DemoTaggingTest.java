package dev.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.Tier;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The demo's week is filed as a careful reader would file it, hard negatives included, but for an
 * opinion whose title names nobody and whose body names the war in half of its passages.
 */
class DemoTaggingTest {
    private static final Set<String> STILL_DIFFERENT = Set.of("nc-024");

    private static final ArticleEnricher ENRICHER = EnrichAssembly.enricher(Codebook.bundled());

    @Test
    void everyEntryIsFiledAsACarefulReaderWouldFileIt() {
        Map<String, String> differences = new TreeMap<>();
        DemoWeek.load().feeds().forEach(feed -> differences.putAll(differences(feed)));

        assertThat(differences).containsOnlyKeys(STILL_DIFFERENT);
    }

    private static Map<String, String> differences(DemoFeed feed) {
        Map<String, String> differences = new TreeMap<>();
        for (DemoEntry entry : feed.entries()) {
            Set<String> found = found(feed, entry);
            if (!found.equals(Set.copyOf(entry.conflictTopics()))) {
                differences.put(entry.id(), found + " instead of " + entry.conflictTopics());
            }
        }
        return differences;
    }

    private static Set<String> found(DemoFeed feed, DemoEntry entry) {
        Article article =
                Article.newBuilder()
                        .setId(entry.id())
                        .setContentHash("")
                        .setFeedId(feed.title())
                        .setFeedTitle(feed.title())
                        .setTitle(entry.text().title())
                        .setSummary(entry.text().summary())
                        .setBody(entry.text().body().orElse(null))
                        .setDeclaredLanguage(feed.language())
                        .setPublishedAt(entry.at())
                        .setObservedAt(entry.at())
                        .build();
        return ENRICHER.enrich(article, Occurrence.FIRST, 1).getTags().stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
