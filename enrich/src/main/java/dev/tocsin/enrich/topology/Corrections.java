package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.story.StoryInput;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.UnreadableRecordException;

import java.util.List;
import java.util.Optional;

/** From the record of a correction to what the story engine takes. */
final class Corrections {
    private Corrections() {}

    /**
     * @throws UnreadableRecordException if the record lacks what its kind needs
     */
    static List<StoryInput.Correction> of(Correction correction) {
        return switch (correction.getKind()) {
            case MERGE ->
                    List.of(
                            new StoryInput.Merge(
                                    needed(correction.getStoryId(), "storyId"),
                                    needed(correction.getIntoStoryId(), "intoStoryId")));
            case SPLIT ->
                    List.of(
                            new StoryInput.Split(
                                    needed(correction.getStoryId(), "storyId"),
                                    correction.getArticleIds()));
            case RETAG -> {
                String conflictTopic = needed(correction.getConflictTopic(), "conflictTopic");
                yield correction.getArticleIds().stream()
                        .<StoryInput.Correction>map(
                                article -> new StoryInput.Retag(article, conflictTopic))
                        .toList();
            }
            case UNTAG -> {
                String conflictTopic = needed(correction.getConflictTopic(), "conflictTopic");
                yield correction.getArticleIds().stream()
                        .<StoryInput.Correction>map(
                                article -> new StoryInput.Untag(article, conflictTopic))
                        .toList();
            }
            case UNKNOWN ->
                    throw new UnreadableRecordException("a correction of a kind unknown here");
        };
    }

    private static String needed(Optional<String> value, String field) {
        return value.orElseThrow(
                () -> new UnreadableRecordException("a correction without " + field));
    }
}
