package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.story.Story;
import dev.tocsin.enrich.story.StoryChange;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.StoryPlacement;

import java.util.List;

/** From what the story engine says to records. */
final class StoryRecords {
    private StoryRecords() {}

    static NewsStory of(Story story, String storyKey) {
        return NewsStory.newBuilder()
                .setId(story.id())
                .setStoryKey(storyKey)
                .setTitle(story.title())
                .setFirstSeen(story.firstSeen())
                .setLastUpdate(story.lastUpdate())
                .setArticles(story.articles())
                .setCopyGroups(story.copyGroups())
                .setIndependentOrigins(story.independentOrigins())
                .setLanguages(List.copyOf(story.languages()))
                .setConflictTopics(List.copyOf(story.conflictTopics()))
                .setCorrected(story.corrected())
                .build();
    }

    /** What remains of a story that is part of another now. */
    static NewsStory absorbed(String id, NewsStory into) {
        return NewsStory.newBuilder(into)
                .setId(id)
                .setArticles(0)
                .setCopyGroups(0)
                .setIndependentOrigins(0)
                .setAbsorbedInto(into.getId())
                .build();
    }

    static StoryPlacement of(StoryChange.Filed filed) {
        return StoryPlacement.newBuilder()
                .setArticleId(filed.article())
                .setStoryId(filed.story())
                .setCopyGroup(filed.copyGroup().orElse(null))
                .setOrigin(filed.origin())
                .build();
    }

    static StoryPlacement of(StoryChange.Settled settled) {
        return StoryPlacement.newBuilder()
                .setArticleId(settled.article())
                .setStoryId(settled.story())
                .setCopyGroup(settled.copyGroup().orElse(null))
                .setOrigin(settled.origin())
                .setSettled(true)
                .build();
    }
}
