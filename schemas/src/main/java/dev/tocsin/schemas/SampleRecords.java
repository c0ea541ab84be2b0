package dev.tocsin.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** One well-filled record of each kind, for tests, documentation and trying out consumers. */
public final class SampleRecords {
    private static final Instant NOON = Instant.parse("2025-05-15T12:00:00Z");

    private SampleRecords() {}

    /** A feed on the list. */
    public static Feed feed() {
        return Feed.newBuilder()
                .setId("5b1f1c9d3a7e4b60a1c2d3e4f5061728")
                .setUrl("https://courier.example/world.xml")
                .setTitle("Northern Courier: World")
                .setPublisher("Northern Courier Media")
                .setLanguage("en")
                .setRegion("global")
                .setCountry("GB")
                .setFocus("general world")
                .setSourceClass("independent")
                .setFolders(List.of("World"))
                .setEnabled(true)
                .build();
    }

    /** The cursor of that feed after a healthy poll. */
    public static FeedCursor cursor() {
        return FeedCursor.newBuilder()
                .setFeedId(feed().getId())
                .setState(FeedState.HEALTHY)
                .setEtag("\"v7\"")
                .setLastModified("Thu, 15 May 2025 11:58:00 GMT")
                .setBodyHash("00112233445566778899aabbccddeeff")
                .setSeen(seen(article()))
                .setEntriesPerDay(31.5)
                .setDocumentEntries(20)
                .setOverlap(0.9)
                .setPollsWithNews(3)
                .setNextPollReason("about 32 entries a day")
                .setLastNewAt(NOON)
                .setLastBodyAt(NOON)
                .setLastPollAt(NOON)
                .setLastSuccessAt(NOON)
                .setNextPollAt(NOON.plusSeconds(900))
                .setLastFetchMillis(142L)
                .setLastStatus(200)
                .setPolls(3)
                .setEntriesSeen(40)
                .setPublished(22)
                .setUnchanged(17)
                .setDuplicates(1)
                .build();
    }

    private static ByteBuffer seen(Article article) {
        byte[] id = HexFormat.of().parseHex(article.getId());
        byte[] hash = HexFormat.of().parseHex(article.getContentHash());
        return ByteBuffer.allocate(24).put(id).put(hash, 0, 8).flip();
    }

    /** What a hub pushed for that feed. */
    public static FeedPush feedPush() {
        return FeedPush.newBuilder()
                .setFeedId(feed().getId())
                .setSubscription("77aa77aa77aa77aa0123456789abcdef")
                .setKind(FeedPushKind.CONTENT)
                .setReceivedAt(NOON)
                .setContentType("application/rss+xml")
                .setBody(ByteBuffer.wrap("<rss/>".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** Something that happened to that feed. */
    public static FeedEvent feedEvent() {
        return FeedEvent.newBuilder()
                .setFeedId(feed().getId())
                .setFeedUrl(feed().getUrl())
                .setFeedTitle(feed().getTitle())
                .setAt(NOON)
                .setKind(FeedEventKind.ENTRIES_MISSED)
                .setText("No entry of the last document was in this one.")
                .build();
    }

    /** An article as ingest publishes it. */
    public static Article article() {
        return Article.newBuilder()
                .setId("9c0e7a15d2b34f6880aa11bb22cc33dd")
                .setContentHash("4d3c2b1a00ff00ff00ff00ff00ff00ff")
                .setFeedId(feed().getId())
                .setFeedTitle(feed().getTitle())
                .setPublisher("Northern Courier Media")
                .setSourceClass("independent")
                .setGuid("nc-2025-05-15-istanbul")
                .setUrl("https://courier.example/2025/05/15/istanbul?utm_source=rss")
                .setCanonicalUrl("https://courier.example/2025/05/15/istanbul")
                .setTitle("Russia-Ukraine talks open in Istanbul without the presidents")
                .setSummary("Delegations met for two hours; Kyiv asked for a 30-day ceasefire.")
                .setAuthors(List.of("A. Correspondent"))
                .setCategories(List.of("World"))
                .setDeclaredLanguage("en")
                .setPublishedAt(NOON.minusSeconds(600))
                .setObservedAt(NOON)
                .build();
    }

    /** The same article after enrichment. */
    public static TaggedArticle taggedArticle() {
        Article article = article();
        return TaggedArticle.newBuilder()
                .setId(article.getId())
                .setOccurrence(Occurrence.FIRST)
                .setRevision(1)
                .setContentHash(article.getContentHash())
                .setFeedId(article.getFeedId())
                .setFeedTitle(article.getFeedTitle())
                .setPublisher("Northern Courier Media")
                .setSourceClass("independent")
                .setUrl("https://courier.example/2025/05/15/istanbul?utm_source=rss")
                .setTitle(article.getTitle())
                .setSummary(article.getSummary())
                .setAuthors(article.getAuthors())
                .setCategories(article.getCategories())
                .setLanguage("en")
                .setPublishedAt(NOON.minusSeconds(600))
                .setObservedAt(NOON)
                .setEventAt(NOON.minusSeconds(600))
                .setTaxonomyVersion("a1b2c3d4")
                .setTags(List.of(tag()))
                .setAnnotationVersion("d4c3b2a1")
                .setEventTypes(List.of(eventType()))
                .setPlaces(List.of(place()))
                .setCountries(List.of("TR"))
                .setActors(List.of(actor()))
                .build();
    }

    /** The story that this article began. */
    public static NewsStory story() {
        return NewsStory.newBuilder()
                .setId(article().getId())
                .setStoryKey("europe")
                .setTitle(article().getTitle())
                .setFirstSeen(NOON.minusSeconds(600))
                .setLastUpdate(NOON)
                .setArticles(4)
                .setCopyGroups(1)
                .setIndependentOrigins(3)
                .setLanguages(List.of("en", "fr"))
                .setConflictTopics(List.of("russia-ukraine-war"))
                .build();
    }

    /** Where that article is. */
    public static StoryPlacement storyPlacement() {
        return StoryPlacement.newBuilder()
                .setArticleId(article().getId())
                .setStoryId(story().getId())
                .setCopyGroup(article().getId())
                .setOrigin("Northern Courier Media")
                .build();
    }

    /** Somebody has found that another story is this one. */
    public static Correction correction() {
        return Correction.newBuilder()
                .setId("0d2f6b1e-7c55-4b3a-9a37-5d6e7f809112")
                .setStoryKey("europe")
                .setAt(NOON)
                .setBy("desk")
                .setReason("the same meeting")
                .setKind(CorrectionKind.MERGE)
                .setStoryId("11aa22bb33cc44dd55ee66ff77008899")
                .setIntoStoryId(story().getId())
                .build();
    }

    /** A published version of a taxonomy of one file. */
    public static TaxonomyRecord taxonomyVersion() {
        return TaxonomyRecord.newBuilder()
                .setVersion(
                        PublishedVersion.newBuilder()
                                .setNumber(7)
                                .setPublishedAt(NOON)
                                .setNote("ports of the delta")
                                .setTaxonomyVersion("a1b2c3d4e5f6")
                                .setAnnotationVersion("0a1b2c3d4e5f")
                                .setFiles(List.of(new PublishedFile("utopia.yaml", "9f8e7d6c5b4a")))
                                .build())
                .build();
    }

    /** A rule that this story fits. */
    public static AlertRule alertRule() {
        return AlertRule.newBuilder()
                .setId("talks")
                .setName("Talks between Russia and Ukraine")
                .setVersion("0f1e2d3c4b5a")
                .setOrigin("alerts.yaml:7")
                .setKind(AlertKind.STORY)
                .setConflictTopics(List.of("russia-ukraine-war"))
                .setEventTypes(List.of("peace-talks"))
                .setMinOrigins(2)
                .setDelivery(delivery())
                .build();
    }

    /** What that rule has found. */
    public static Alert alert() {
        AlertRule rule = alertRule();
        return Alert.newBuilder()
                .setId("6f9619ff-8b86-5d01-b42d-00cf4fc964ff")
                .setKind(rule.getKind())
                .setRuleId(rule.getId())
                .setRuleName(rule.getName())
                .setRuleVersion(rule.getVersion())
                .setSubject(story().getId())
                .setTitle(story().getTitle())
                .setText("2 independent origins report it.")
                .setRaisedAt(NOON)
                .setUpdatedAt(NOON)
                .setFirstSeen(story().getFirstSeen())
                .setArticles(3)
                .setIndependentOrigins(2)
                .setStoryArticles(4)
                .setConflictTopics(rule.getConflictTopics())
                .setEventTypes(rule.getEventTypes())
                .setCountries(List.of("TR"))
                .setLanguages(List.of("en", "fr"))
                .setTaxonomyVersion("a1b2c3d4")
                .setEvidence(List.of(alertEvidence()))
                .setDelivery(rule.getDelivery())
                .build();
    }

    private static AlertDelivery delivery() {
        return AlertDelivery.newBuilder()
                .setTargets(List.of("desk"))
                .setCooldownSeconds(3600)
                .setQuietFrom(22 * 60)
                .setQuietTo(7 * 60)
                .setZone("Europe/Kyiv")
                .setMostPerHour(10)
                .setUpdateAtOrigins(List.of(10))
                .build();
    }

    private static AlertEvidence alertEvidence() {
        Article article = article();
        return AlertEvidence.newBuilder()
                .setArticleId(article.getId())
                .setTitle(article.getTitle())
                .setUrl("https://courier.example/2025/05/15/istanbul?utm_source=rss")
                .setPublisher("Northern Courier Media")
                .setOrigin("Northern Courier Media")
                .setLanguage("en")
                .setEventAt(NOON.minusSeconds(600))
                .setQuotes(
                        List.of(
                                new AlertQuote(
                                        "russia-ukraine-war",
                                        "",
                                        "Russia-Ukraine talks",
                                        " open in Istanbul without")))
                .build();
    }

    /** What enrich could not read. */
    public static DeadLetter deadLetter() {
        return DeadLetter.newBuilder()
                .setStage("enrich")
                .setSource(KafkaTopics.ARTICLES.topicName() + "-2@117")
                .setErrorClass("UnreadableRecord")
                .setErrorText("not a record of news.articles.v1")
                .setOriginalValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .setAt(NOON)
                .build();
    }

    private static EventTag eventType() {
        Evidence talks =
                new Evidence("talks", EvidenceRole.STRONG, TextField.TITLE, 15, 20, "talks", 1.0);
        return new EventTag("peace-talks", 1.0, List.of(talks));
    }

    private static PlaceMention place() {
        return new PlaceMention(
                "istanbul-tr",
                "Istanbul",
                PlaceKind.CITY,
                "TR",
                41.01,
                28.98,
                1,
                1.0,
                TextField.TITLE,
                29,
                37);
    }

    private static ActorMention actor() {
        return new ActorMention(
                "united-nations",
                "United Nations",
                ActorKind.ORGANISATION,
                null,
                1,
                TextField.SUMMARY,
                0,
                2);
    }

    private static Tag tag() {
        Evidence evidence =
                Evidence.newBuilder()
                        .setTerm("russia-ukraine talks")
                        .setRole(EvidenceRole.STRONG)
                        .setField(TextField.TITLE)
                        .setStart(0)
                        .setEnd(20)
                        .setText("Russia-Ukraine talks")
                        .setWeight(3.0)
                        .build();
        return Tag.newBuilder()
                .setConflictTopic("russia-ukraine-war")
                .setTier(Tier.CONFIRMED)
                .setScore(3.0)
                .setEvidence(List.of(evidence))
                .build();
    }
}
