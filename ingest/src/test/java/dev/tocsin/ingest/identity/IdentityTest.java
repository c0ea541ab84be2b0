package dev.tocsin.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class IdentityTest {
    private static final Optional<Instant> MORNING =
            Optional.of(Instant.parse("2026-05-04T06:00:00Z"));
    private static final Optional<Instant> EVENING =
            Optional.of(Instant.parse("2026-05-04T21:00:00Z"));
    private static final Optional<Instant> NEXT_DAY =
            Optional.of(Instant.parse("2026-05-05T06:00:00Z"));
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void anIdNeverChanges() {
        assertThat(StableId.of("a", "b")).isEqualTo("16275ef0f5d0eb9dd9e0a53277549fda");
    }

    @Test
    void partsAreNotRunTogether() {
        assertThat(StableId.of("ab", "c")).isNotEqualTo(StableId.of("a", "bc"));
        assertThat(StableId.of("a")).isNotEqualTo(StableId.of("a", ""));
    }

    @Test
    void aFeedIsItsUrlHoweverTheHostIsSpelt() {
        String id = FeedId.of("https://example.org/Feed?x=1");

        assertThat(FeedId.of("HTTPS://Example.ORG:443/Feed?x=1#now")).isEqualTo(id);
        assertThat(FeedId.of("https://example.org/feed?x=1")).isNotEqualTo(id);
        assertThat(FeedId.of("http://example.org/Feed?x=1")).isNotEqualTo(id);
        assertThat(FeedId.of("https://example.org")).isEqualTo(FeedId.of("https://example.org/"));
        assertThat(FeedId.of("not a url")).hasSize(32);
    }

    @Test
    void oneUrlIsOneArticleInWhateverFeed() {
        String first =
                ArticleIdentity.of(
                        "f1",
                        Optional.of("1"),
                        link("https://www.example.org/a?utm_source=rss"),
                        "A",
                        MORNING);
        String second =
                ArticleIdentity.of(
                        "f2", Optional.of("2"), link("http://example.org/a/"), "B", NEXT_DAY);

        assertThat(first).isEqualTo(second);
    }

    @Test
    void withoutAUrlTheGuidCountsWithinItsFeedAndWithoutSchemeAndHost() {
        String id =
                ArticleIdentity.of(
                        "f1", Optional.of("https://example.org/?p=7"), NONE, "A", MORNING);

        assertThat(
                        ArticleIdentity.of(
                                "f1",
                                Optional.of("http://www.example.org/?p=7"),
                                NONE,
                                "B",
                                NONE_DAY))
                .isEqualTo(id);
        assertThat(
                        ArticleIdentity.of(
                                "f2", Optional.of("https://example.org/?p=7"), NONE, "A", MORNING))
                .isNotEqualTo(id);
    }

    @Test
    void aLinkToTheHomePageIsNoUrl() {
        Optional<String> home = link("https://example.org/");

        assertThat(ArticleIdentity.of("f1", Optional.of("1"), home, "A", MORNING))
                .isNotEqualTo(ArticleIdentity.of("f1", Optional.of("2"), home, "A", MORNING));
    }

    @Test
    void withoutUrlAndGuidTitleAndDayCountWithinTheFeed() {
        String id = ArticleIdentity.of("f1", NONE, NONE, "A", MORNING);

        assertThat(ArticleIdentity.of("f1", NONE, NONE, "A", EVENING)).isEqualTo(id);
        assertThat(ArticleIdentity.of("f1", NONE, NONE, "A", NEXT_DAY)).isNotEqualTo(id);
        assertThat(ArticleIdentity.of("f1", NONE, NONE, "B", MORNING)).isNotEqualTo(id);
        assertThat(ArticleIdentity.of("f2", NONE, NONE, "A", MORNING)).isNotEqualTo(id);
    }

    @Test
    void anyTextChangesTheContentHash() {
        String hash = ContentHash.of("t", "s", Optional.of("b"));

        assertThat(ContentHash.of("t", "s", Optional.of("b"))).isEqualTo(hash);
        assertThat(ContentHash.of("T", "s", Optional.of("b"))).isNotEqualTo(hash);
        assertThat(ContentHash.of("t", "S", Optional.of("b"))).isNotEqualTo(hash);
        assertThat(ContentHash.of("t", "s", Optional.of("B"))).isNotEqualTo(hash);
        assertThat(ContentHash.of("t", "s", NONE))
                .isNotEqualTo(ContentHash.of("t", "s", Optional.of("")));
    }

    private static final Optional<Instant> NONE_DAY = Optional.empty();

    private static Optional<String> link(String url) {
        return Optional.of(url);
    }
}
