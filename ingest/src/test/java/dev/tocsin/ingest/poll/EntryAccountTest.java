package dev.tocsin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class EntryAccountTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @Test
    void everyNewEntryIsAnArticle() {
        EntryAccount account = account(List.of(Entries.of(1), Entries.of(2)), Map.of());

        assertThat(account.articles()).extracting(Article::getTitle).containsExactly("t1", "t2");
        assertThat(account.entries()).isEqualTo(2);
        assertThat(account.seen()).hasSize(2);
    }

    @Test
    void oneDocumentMayHoldOfEverything() {
        Map<String, String> seen = account(List.of(Entries.of(1), Entries.of(2)), Map.of()).seen();

        EntryAccount account =
                account(
                        List.of(
                                Entries.of(1),
                                Entries.of(2, "another text"),
                                Entries.of(3),
                                Entries.of(3),
                                Entries.nameless("?")),
                        seen);

        assertThat(account.entries()).isEqualTo(5);
        assertThat(account.articles()).extracting(Article::getTitle).containsExactly("t2", "t3");
        assertThat(account.unchanged()).isEqualTo(1);
        assertThat(account.duplicates()).isEqualTo(1);
        assertThat(account.deadLetters()).hasSize(1);
    }

    @Test
    void aChangedArticleKeepsItsIdAndIsRememberedWithItsNewText() {
        EntryAccount first = account(List.of(Entries.of(1)), Map.of());
        EntryAccount second = account(List.of(Entries.of(1, "new")), first.seen());
        EntryAccount third = account(List.of(Entries.of(1, "new")), second.seen());

        assertThat(second.articles().getFirst().getId())
                .isEqualTo(first.articles().getFirst().getId());
        assertThat(third.articles()).isEmpty();
        assertThat(third.unchanged()).isEqualTo(1);
    }

    @Test
    void anEntryWithoutAnythingToTellItByGoesToTheDeadLetters() {
        DeadLetter letter =
                account(List.of(Entries.nameless("Some text")), Map.of()).deadLetters().getFirst();

        assertThat(letter.getStage()).isEqualTo("ingest");
        assertThat(letter.getSource()).isEqualTo(Entries.FEED.getUrl());
        assertThat(letter.getErrorClass()).isEqualTo("UNIDENTIFIABLE_ENTRY");
        assertThat(text(letter)).isEqualTo("Some text");
        assertThat(letter.getAt()).isEqualTo(NOON);
    }

    @Test
    void aHomePageForLinkAndGuidTellsNothingEither() {
        Entry first = Entries.named("https://example.org/", "https://example.org", " ", "one");
        Entry second = Entries.named("https://example.org/", "https://example.org", " ", "two");

        EntryAccount account = account(List.of(first, second), Map.of());

        assertThat(account.deadLetters()).hasSize(2);
        assertThat(account.duplicates()).isZero();
    }

    @Test
    void anArticleTooLargeForKafkaGoesToTheDeadLettersOnce() {
        Entry huge = Entries.of(1, "x".repeat(ArticleMaker.LARGEST));
        EntryAccount account = account(List.of(huge, Entries.of(2)), Map.of());
        EntryAccount again = account(List.of(huge, Entries.of(2)), account.seen());

        assertThat(account.articles()).extracting(Article::getTitle).containsExactly("t2");
        assertThat(account.deadLetters().getFirst().getErrorClass()).isEqualTo("ARTICLE_TOO_LARGE");
        assertThat(text(account.deadLetters().getFirst())).isEqualTo("t1");
        assertThat(again.deadLetters()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void theSizeOfAnArticleCountsBytesAndNotCharacters() {
        Entry huge = Entries.of(1, "語".repeat(ArticleMaker.LARGEST / 3 + 1));

        assertThat(account(List.of(huge), Map.of()).deadLetters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theCountersAddUpForEveryDocument(long seed) {
        Random random = new Random(seed);
        Map<String, String> seen = Map.of();
        for (int poll = 0; poll < 30; poll++) {
            EntryAccount account = account(someEntries(random), seen);
            seen = account.seen();

            assertThat(account.entries())
                    .isEqualTo(
                            account.articles().size()
                                    + account.unchanged()
                                    + account.duplicates()
                                    + account.deadLetters().size());
        }
    }

    private static List<Entry> someEntries(Random random) {
        return IntStream.range(0, random.nextInt(80))
                .mapToObj(i ->
                        random.nextInt(10) == 0
                                ? Entries.nameless("n" + i)
                                : Entries.of(random.nextInt(120), "" + random.nextInt(2)))
                .toList();
    }

    @Test
    void whatIsRememberedIsBounded() {
        Map<String, String> seen = Map.of();
        for (int poll = 0; poll < 100; poll++) {
            seen = account(Entries.range(poll * 20, poll * 20 + 20), seen).seen();
        }

        assertThat(seen).hasSize(200);
    }

    @Test
    void theDocumentsOwnEntriesAreAlwaysRemembered() {
        Map<String, String> seen = account(Entries.range(0, 3_000), Map.of()).seen();
        EntryAccount next = account(Entries.range(2_000, 5_000), seen);
        EntryAccount again = account(Entries.range(2_000, 5_000), next.seen());

        assertThat(next.unchanged()).isEqualTo(1_000);
        assertThat(next.seen()).hasSize(5_000);
        assertThat(again.unchanged()).isEqualTo(3_000);
    }

    @Test
    void entriesThatLeftTheDocumentAreRememberedWhileThereIsRoom() {
        Map<String, String> seen = account(Entries.range(0, 50), Map.of()).seen();
        Map<String, String> later = account(Entries.range(50, 100), seen).seen();

        assertThat(account(Entries.range(0, 50), later).unchanged()).isEqualTo(50);
    }

    @Test
    void noEntryIsBoundToBeForgotten() {
        Map<String, String> full = account(Entries.range(0, 200), Map.of()).seen();
        Set<String> everKept = new HashSet<>();
        for (int day = 0; day < 40; day++) {
            Instant then = NOON.plusSeconds(day * 86_400L);
            everKept.addAll(
                    EntryAccount.of(
                                    Entries.FEED,
                                    Entries.document(Entries.range(200, 250)),
                                    full,
                                    then)
                            .seen()
                            .keySet());
        }

        assertThat(everKept).containsAll(full.keySet());
    }

    @Test
    void theLanguageComesFromTheEntryThenTheDocumentThenTheList() {
        Entry declared = Entries.inLanguage(1, Optional.of("fr"));
        Entry silent = Entries.inLanguage(2, Optional.empty());

        assertThat(languages(Optional.of("de"), declared, silent)).containsExactly("fr", "de");
        assertThat(languages(Optional.empty(), declared, silent)).containsExactly("fr", "en");
    }

    private static List<String> languages(Optional<String> document, Entry... entries) {
        List<String> languages = new ArrayList<>();
        EntryAccount.of(Entries.FEED, Entries.document(document, List.of(entries)), Map.of(), NOON)
                .articles()
                .forEach(article -> languages.add(article.getDeclaredLanguage().orElse("none")));
        return languages;
    }

    @Test
    void anArticleCarriesWhatTheFeedAndTheEntrySay() {
        Article article = account(List.of(Entries.of(7)), Map.of()).articles().getFirst();

        assertThat(article.getFeedId()).isEqualTo(Entries.FEED.getId());
        assertThat(article.getFeedTitle()).isEqualTo(Entries.FEED.getTitle());
        assertThat(article.getPublisher()).isEqualTo(Entries.FEED.getPublisher());
        assertThat(article.getSourceClass()).isEqualTo(Entries.FEED.getSourceClass());
        assertThat(article.getUrl()).contains("https://www.example.org/7?utm_source=rss");
        assertThat(article.getCanonicalUrl()).contains("https://example.org/7");
        assertThat(article.getGuid()).contains("g7");
        assertThat(article.getSummary()).isEqualTo("s7");
        assertThat(article.getObservedAt()).isEqualTo(NOON);
        assertThat(article.getPublishedAt()).contains(Entries.PUBLISHED);
    }

    private static EntryAccount account(List<Entry> entries, Map<String, String> seen) {
        return EntryAccount.of(Entries.FEED, Entries.document(entries), seen, NOON);
    }

    private static String text(DeadLetter letter) {
        return StandardCharsets.UTF_8.decode(letter.getOriginalValue().orElseThrow()).toString();
    }
}
