package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.story.StorySettings;
import dev.tocsin.schemas.TaggedArticle;

/**
 * How articles are gathered into stories.
 *
 * @param window how far back is looked
 * @param partitions 1: every article is held against all others. More: only against those in its
 *     language, so that several processes can share the work
 */
public record StoryStageSettings(StorySettings window, int partitions) {

    /** Three days of everything, in one place. */
    public static final StoryStageSettings DEFAULT =
            new StoryStageSettings(StorySettings.DEFAULT, 1);

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
