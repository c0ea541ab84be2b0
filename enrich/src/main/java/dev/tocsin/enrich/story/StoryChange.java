package dev.tocsin.enrich.story;

import java.util.Optional;

/** What an input has changed, in order. */
public sealed interface StoryChange {

    /**
     * An article is in this story from now on.
     *
     * @param copyGroup id of the first article of its copy group, if it has copies
     * @param origin publisher that brought the text first
     * @param previous the story that it was in before, the same one if only its copy group is new;
     *     empty for an article that has just arrived
     */
    record Filed(
            String article,
            String story,
            Optional<String> copyGroup,
            String origin,
            Optional<String> previous)
            implements StoryChange {}

    /** A story is new, or not as it was. */
    record Updated(Story story) implements StoryChange {}

    /** A story has no articles of its own any more. */
    record Absorbed(String story, String into) implements StoryChange {}

    /** The article has left the window; this is final. */
    record Settled(String article, String story, Optional<String> copyGroup, String origin)
            implements StoryChange {}

    /** The last article of the story has left the window. */
    record Ended(String story) implements StoryChange {}

    /** A correction names something that is not in the window. */
    record Refused(StoryInput.Correction correction, String reason) implements StoryChange {}
}
