package dev.tocsin.enrich.story;

import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.util.Set;
import java.util.stream.Collectors;

/** From the records of the stream to what the engine takes. */
public final class StoryInputs {
    private StoryInputs() {}

    /**
     * The article, with its feed as the source. Without a publisher the feed is its own.
     *
     * @param features names in no language, see {@link StoryInput.Arrived}
     */
    public static StoryInput.Arrived of(TaggedArticle article, Set<String> features) {
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
                features);
    }

    private static Set<String> confirmed(TaggedArticle article) {
        return article.getTags().stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .collect(Collectors.toSet());
    }
}
