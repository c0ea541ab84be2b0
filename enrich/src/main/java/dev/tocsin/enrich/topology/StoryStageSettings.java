package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.story.StorySettings;
import dev.tocsin.schemas.TaggedArticle;

import java.time.Duration;

/**
 * How articles are gathered into stories.
 *
 * @param window how far back is looked
 * @param partitions 1: every article is held against all others. More: only against those in its
 *     language, so that several processes can share the work
 * @param alertAge older articles wake nobody: a feed that is read for the first time is full of
 *     them
 */
public record StoryStageSettings(StorySettings window, int partitions, Duration alertAge) {

    /** Three days of everything, in one place. */
    public static final StoryStageSettings DEFAULT =
            new StoryStageSettings(StorySettings.DEFAULT, 1, Duration.ofHours(48));

    private static final String ALL = "all";

    /** Articles of different keys are never one story. */
    String storyKey(TaggedArticle article) {
        return partitions == 1 ? ALL : article.getLanguage();
    }

    /** Another number of partitions begins with an empty window, hence with stores of its own. */
    String named(String name) {
        return partitions == 1 ? name : name + "-" + partitions;
    }
}
