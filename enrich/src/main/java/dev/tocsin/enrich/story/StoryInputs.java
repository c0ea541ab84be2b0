package dev.tocsin.enrich.story;

import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From the records of the stream to what the engine takes. */
public final class StoryInputs {
    /** Further countries are named in passing. */
    private static final int COUNTRIES = 2;

    private StoryInputs() {}

    /** The article, with its feed as the source. Without a publisher the feed is its own. */
    public static StoryInput.Arrived of(TaggedArticle article) {
        return of(article, Set.of());
    }

    /**
     * @param known features beside those found in the text, see {@link StoryInput.Arrived}
     */
    public static StoryInput.Arrived of(TaggedArticle article, Set<String> known) {
        Set<String> features = new TreeSet<>(known);
        features.addAll(features(article));
        return new StoryInput.Arrived(
                article.getId(),
                article.getFeedId(),
                article.getPublisher().orElse(article.getFeedId()),
                article.getLanguage(),
                article.getEventAt(),
                article.getTitle(),
                article.getSummary(),
                article.getBody().orElse(""),
                confirmed(article),
                features,
                labels(article));
    }

    private static Set<String> confirmed(TaggedArticle article) {
        return article.getTags().stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .collect(Collectors.toSet());
    }

    private static Set<String> features(TaggedArticle article) {
        Set<String> features = new TreeSet<>();
        article.getActors().stream().map(ActorMention::getId).forEach(features::add);
        article.getPlaces().stream()
                .filter(place -> place.getKind() != PlaceKind.COUNTRY)
                .map(PlaceMention::getId)
                .forEach(features::add);
        return features;
    }

    private static Set<String> labels(TaggedArticle article) {
        Set<String> labels = new TreeSet<>();
        article.getEventTypes().stream().map(EventTag::getType).forEach(labels::add);
        article.getCountries().stream().limit(COUNTRIES).forEach(labels::add);
        return labels;
    }
}
