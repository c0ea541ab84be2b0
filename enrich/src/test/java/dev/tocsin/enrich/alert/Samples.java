package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Rules, articles and stories that the tests of this package share. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Samples() {}

    static AlertRule.Builder rule(String id) {
        return AlertRule.newBuilder()
                .setId(id)
                .setName("Rule " + id)
                .setVersion("v1")
                .setKind(AlertKind.STORY)
                .setDelivery(AlertDelivery.newBuilder().build());
    }

    /** A strike on the town of Merv in the conflict "desert-war", told in its title. */
    static TaggedArticle.Builder article(String id) {
        String title = "Drone strike hits depot in Merv";
        return TaggedArticle.newBuilder()
                .setId(id)
                .setOccurrence(Occurrence.FIRST)
                .setContentHash("hash")
                .setFeedId("feed")
                .setFeedTitle("Desert Herald")
                .setPublisher("Herald")
                .setSourceClass("independent")
                .setUrl("https://herald.example/" + id)
                .setTitle(title)
                .setSummary("The depot burned through the night, residents said.")
                .setLanguage("en")
                .setObservedAt(NOON)
                .setEventAt(NOON)
                .setTaxonomyVersion("t1")
                .setTags(List.of(tag("desert-war", Tier.CONFIRMED, title, "Merv")))
                .setEventTypes(List.of(event("air-strike", title, "Drone strike")))
                .setPlaces(
                        List.of(
                                country("tm", "Turkmenistan", 0.8),
                                place(
                                        "merv-tm",
                                        "Merv",
                                        TextField.TITLE,
                                        title.indexOf("Merv"),
                                        0.6)))
                .setCountries(List.of("TM"));
    }

    static Tag tag(String topic, Tier tier, String title, String words) {
        return new Tag(topic, tier, 1.0, List.of(evidence(title, words)));
    }

    static EventTag event(String type, String title, String words) {
        return new EventTag(type, 1.0, List.of(evidence(title, words)));
    }

    private static Evidence evidence(String title, String words) {
        int start = title.indexOf(words);
        return new Evidence(
                words,
                EvidenceRole.STRONG,
                TextField.TITLE,
                start,
                start + words.length(),
                words,
                1.0);
    }

    static PlaceMention country(String id, String name, double salience) {
        return new PlaceMention(
                id,
                name,
                PlaceKind.COUNTRY,
                id.toUpperCase(Locale.ROOT),
                null,
                null,
                0,
                salience,
                TextField.UNKNOWN,
                0,
                0);
    }

    static PlaceMention place(String id, String name, TextField field, int start, double salience) {
        return new PlaceMention(
                id,
                name,
                PlaceKind.CITY,
                "TM",
                null,
                null,
                1,
                salience,
                field,
                start,
                start + name.length());
    }

    static NewsStory story(String id) {
        return NewsStory.newBuilder()
                .setId(id)
                .setStoryKey("desert-war")
                .setTitle("Depot in Merv burns")
                .setFirstSeen(NOON)
                .setLastUpdate(NOON)
                .setArticles(7)
                .setCopyGroups(5)
                .setIndependentOrigins(4)
                .build();
    }

    static Placed placed(TaggedArticle article, String origin) {
        return new Placed(article, "s1", false, origin);
    }
}
