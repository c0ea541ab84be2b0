package dev.tocsin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.FeedState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class EntryAccountTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");

    @Test
    void everyNewEntryIsAnArticle() {
        EntryAccount account = account(List.of(Entries.of(1), Entries.of(2)), SeenEntries.NONE);

        assertThat(account.articles()).extracting(Article::getTitle).containsExactly("t1", "t2");
        assertThat(account.entries()).isEqualTo(2);
        assertThat(account.seen().size()).isEqualTo(2);
    }

    @Test
    void oneDocumentMayHoldOfEverything() {
        SeenEntries seen = account(List.of(Entries.of(1), Entries.of(2)), SeenEntries.NONE).seen();

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
        EntryAccount first = account(List.of(Entries.of(1)), SeenEntries.NONE);
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
                account(List.of(Entries.nameless("Some text")), SeenEntries.NONE)
                        .deadLetters()
                        .getFirst();

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

        EntryAccount account = account(List.of(first, second), SeenEntries.NONE);

        assertThat(account.deadLetters()).hasSize(2);
        assertThat(account.duplicates()).isZero();
    }

    @Test
    void anArticleTooLargeForKafkaGoesToTheDeadLettersOnce() {
        Entry huge = Entries.of(1, "x".repeat(ArticleMaker.LARGEST));
        EntryAccount account = account(List.of(huge, Entries.of(2)), SeenEntries.NONE);
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

        assertThat(account(List.of(huge), SeenEntries.NONE).deadLetters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theCountersAddUpForEveryDocument(long seed) {
        Random random = new Random(seed);
        SeenEntries seen = SeenEntries.NONE;
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
        SeenEntries seen = SeenEntries.NONE;
        for (int poll = 0; poll < 100; poll++) {
            seen = account(Entries.range(poll * 20, poll * 20 + 20), seen).seen();
        }

        assertThat(seen.size()).isEqualTo(200);
    }

    @Test
    void theDocumentsOwnEntriesAreAlwaysRemembered() {
        SeenEntries seen = account(Entries.range(0, 3_000), SeenEntries.NONE).seen();
        EntryAccount next = account(Entries.range(2_000, 5_000), seen);
        EntryAccount again = account(Entries.range(2_000, 5_000), next.seen());

        assertThat(next.unchanged()).isEqualTo(1_000);
        assertThat(next.seen().size()).isEqualTo(5_000);
        assertThat(again.unchanged()).isEqualTo(3_000);
    }

    @Test
    void entriesThatLeftTheDocumentAreRememberedWhileThereIsRoom() {
        SeenEntries seen = account(Entries.range(0, 50), SeenEntries.NONE).seen();
        SeenEntries later = account(Entries.range(50, 100), seen).seen();

        assertThat(account(Entries.range(0, 50), later).unchanged()).isEqualTo(50);
    }

    @Test
    void theOldestAreForgottenFirst() {
        SeenEntries seen = account(Entries.range(0, 100), SeenEntries.NONE).seen();
        seen = account(Entries.range(100, 200), seen).seen();
        seen = account(Entries.range(200, 250), seen).seen();

        assertThat(account(Entries.range(100, 200), seen).unchanged()).isEqualTo(100);
        assertThat(account(Entries.range(0, 100), seen).unchanged()).isEqualTo(50);
    }

    @Test
    void whatTheCursorHoldsIsReadBackAsItWas() {
        EntryAccount first = account(Entries.range(0, 30), SeenEntries.NONE);
        FeedCursor cursor =
                FeedCursor.newBuilder()
                        .setFeedId("f")
                        .setState(FeedState.HEALTHY)
                        .setSeen(first.seen().packed())
                        .build();

        EntryAccount again = account(Entries.range(0, 30), SeenEntries.of(cursor));

        assertThat(again.unchanged()).isEqualTo(30);
        assertThat(cursor.getSeen().remaining()).isEqualTo(30 * 24);
    }

    @Test
    void aCursorOfAnOlderVersionIsStillUnderstood() {
        Article known = account(List.of(Entries.of(1)), SeenEntries.NONE).articles().getFirst();
        FeedCursor old =
                FeedCursor.newBuilder()
                        .setFeedId("f")
                        .setState(FeedState.HEALTHY)
                        .setSeenEntries(Map.of(known.getId(), known.getContentHash()))
                        .build();

        assertThat(account(List.of(Entries.of(1)), SeenEntries.of(old)).unchanged()).isEqualTo(1);
    }

    @Test
    void theOverlapIsTheShareOfKnownEntriesAndRevisedOnesAreKnown() {
        SeenEntries seen = account(Entries.range(0, 3), SeenEntries.NONE).seen();
        EntryAccount account =
                account(
                        List.of(Entries.of(1), Entries.of(2, "new"), Entries.of(8), Entries.of(9)),
                        seen);

        assertThat(account.overlap()).hasValue(0.5);
        assertThat(account.newArticles()).isEqualTo(2);
        assertThat(account(Entries.range(0, 3), SeenEntries.NONE).overlap()).isEmpty();
        assertThat(account(List.of(), seen).overlap()).isEmpty();
    }

    @Test
    void entriesThatAllComeBackUnderNewIdsAreNotPublishedAgain() {
        SeenEntries seen = account(renamed("a", 0, 10), SeenEntries.NONE).seen();

        EntryAccount account = account(renamed("b", 0, 12), seen);
        EntryAccount again = account(renamed("b", 0, 12), account.seen());

        assertThat(account.idsRewritten()).isTrue();
        assertThat(account.articles()).extracting(Article::getTitle).containsExactly("t10", "t11");
        assertThat(account.duplicates()).isEqualTo(10);
        assertThat(again.unchanged()).isEqualTo(12);
    }

    @Test
    void aStandingHeadlineIsNoRewrittenId() {
        List<Entry> first = List.of(standing(1), standing(2), standing(3), Entries.of(9));
        SeenEntries seen = account(first, SeenEntries.NONE).seen();

        EntryAccount account = account(List.of(standing(4), standing(5), Entries.of(9)), seen);

        assertThat(account.idsRewritten()).isFalse();
        assertThat(account.articles()).hasSize(2);
    }

    private static Entry standing(int number) {
        return Entries.named("g" + number, "https://example.org/live/" + number, "Live", "");
    }

    private static List<Entry> renamed(String epoch, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        Entries.named(
                                epoch + i, "https://example.org/" + epoch + i, "t" + i, "s" + i))
                .toList();
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
        EntryAccount.of(
                        Entries.FEED,
                        Entries.document(document, List.of(entries)),
                        SeenEntries.NONE,
                        NOON)
                .articles()
                .forEach(article -> languages.add(article.getDeclaredLanguage().orElse("none")));
        return languages;
    }

    @Test
    void anArticleCarriesWhatTheFeedAndTheEntrySay() {
        Article article = account(List.of(Entries.of(7)), SeenEntries.NONE).articles().getFirst();

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

    private static EntryAccount account(List<Entry> entries, SeenEntries seen) {
        return EntryAccount.of(Entries.FEED, Entries.document(entries), seen, NOON);
    }

    private static String text(DeadLetter letter) {
        return StandardCharsets.UTF_8.decode(letter.getOriginalValue().orElseThrow()).toString();
    }
}
