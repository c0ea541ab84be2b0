package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What conditions of rules are compared with. */
final class ArticleSigns {
    private static final double COUNTRY_SHARE = 0.2;
    private static final double PLACE_SHARE = 0.1;
    private static final String RELATED = "~";

    private ArticleSigns() {}

    /** The tags that the rule would accept. */
    static List<String> topicsAsked(AlertRule rule) {
        Stream<String> asked = rule.getConflictTopics().stream();
        return rule.getConfirmedOnly()
                ? asked.toList()
                : asked.flatMap(slug -> Stream.of(slug, slug + RELATED)).toList();
    }

    static List<String> topics(TaggedArticle article) {
        return article.getTags().stream().map(ArticleSigns::topic).toList();
    }

    private static String topic(Tag tag) {
        return tag.getTier() == Tier.CONFIRMED
                ? tag.getConflictTopic()
                : tag.getConflictTopic() + RELATED;
    }

    static List<String> eventTypes(TaggedArticle article) {
        return article.getEventTypes().stream().map(EventTag::getType).toList();
    }

    /** Places that the article is about, rather than any it names. */
    static List<String> places(TaggedArticle article) {
        return article.getPlaces().stream()
                .filter(ArticleSigns::isSubject)
                .map(PlaceMention::getId)
                .toList();
    }

    private static boolean isSubject(PlaceMention place) {
        if (place.getField() == TextField.TITLE) {
            return true;
        }
        return place.getKind() == PlaceKind.COUNTRY
                ? place.getSalience() >= COUNTRY_SHARE
                : place.getField() == TextField.SUMMARY || place.getSalience() >= PLACE_SHARE;
    }

    static List<String> sourceClass(TaggedArticle article) {
        return article.getSourceClass().stream().map(ArticleSigns::plain).toList();
    }

    static List<String> publisher(TaggedArticle article) {
        return List.of(plain(publisherName(article)));
    }

    /** The feed's title where the publisher is unknown. */
    static String publisherName(TaggedArticle article) {
        return article.getPublisher().orElse(article.getFeedTitle());
    }

    /** Names are compared without case. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static List<String> plain(List<String> names) {
        return names.stream().map(ArticleSigns::plain).toList();
    }
}
