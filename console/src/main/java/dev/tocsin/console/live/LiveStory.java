package dev.tocsin.console.live;

import dev.tocsin.console.api.TopicNames;
import dev.tocsin.console.api.story.StoryView;
import dev.tocsin.schemas.NewsStory;

import org.jspecify.annotations.Nullable;

/**
 * A story as it stands now.
 *
 * @param absorbedInto id of the story that it is part of now, null as long as it is one
 */
record LiveStory(StoryView story, @Nullable String absorbedInto) {

    static LiveStory of(NewsStory story, TopicNames names) {
        StoryView view =
                new StoryView(
                        story.getId(),
                        story.getTitle(),
                        story.getFirstSeen(),
                        story.getLastUpdate(),
                        story.getArticles(),
                        story.getCopyGroups(),
                        story.getIndependentOrigins(),
                        story.getLanguages(),
                        story.getConflictTopics().stream().map(names::named).toList(),
                        story.getCorrected());
        return new LiveStory(view, story.getAbsorbedInto().orElse(null));
    }
}
