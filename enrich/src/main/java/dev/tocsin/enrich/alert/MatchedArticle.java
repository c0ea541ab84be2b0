package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of an article that fits a rule.
 *
 * @param title cut to 300 characters
 * @param url empty if there is none, or one of more than 2,000 characters
 * @param publisher the feed's title where the publisher is unknown
 * @param conflictTopics slugs of its confirmed tags
 * @param countries ISO 3166-1 alpha-2, the three that it is about most
 */
public record MatchedArticle(
        String id,
        String title,
        Optional<String> url,
        String publisher,
        String origin,
        boolean isCopy,
        String language,
        Instant eventAt,
        List<String> conflictTopics,
        List<String> eventTypes,
        List<String> countries,
        String taxonomyVersion) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_COUNTRIES = 3;

    public MatchedArticle {
        conflictTopics = List.copyOf(conflictTopics);
        eventTypes = List.copyOf(eventTypes);
        countries = List.copyOf(countries);
    }

    static MatchedArticle of(Placed placed) {
        TaggedArticle article = placed.article();
        return new MatchedArticle(
                article.getId(),
                shortened(article.getTitle()),
                article.getUrl().filter(url -> url.length() <= LONGEST_URL),
                shortened(ArticleSigns.publisherName(article)),
                shortened(placed.origin()),
                placed.isCopy(),
                article.getLanguage(),
                article.getEventAt().truncatedTo(ChronoUnit.MILLIS),
                article.getTags().stream()
                        .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                        .map(Tag::getConflictTopic)
                        .toList(),
                article.getEventTypes().stream().map(EventTag::getType).toList(),
                article.getCountries().stream().limit(MOST_COUNTRIES).toList(),
                article.getTaxonomyVersion());
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TITLE) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TITLE - 1));
        return text.substring(0, end) + "…";
    }
}
