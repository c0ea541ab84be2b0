package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.article.Enriching;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

import java.util.function.Supplier;

/**
 * <pre>
 * {@link TaggingTopology} -> {@link StoryTopology}
 * </pre>
 */
public final class EnrichTopology implements Supplier<Topology> {
    private final StoryStageSettings settings;
    private final TaggingTopology tagging;
    private final StoryTopology stories;

    /**
     * @param readAhead makes drafts of articles before their turn
     */
    public EnrichTopology(
            RecordFormat format,
            Enriching enriching,
            StoryStageSettings settings,
            EnrichCounters counters,
            ReadAhead readAhead) {
        this.settings = settings;
        this.tagging = new TaggingTopology(format, enriching, counters, readAhead);
        this.stories = new StoryTopology(format, settings, counters);
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        stories.addTo(builder, forStories(tagging.addTo(builder)));
        return builder.build();
    }

    /** Another feed's sighting of an article is no news to its story. */
    private KStream<String, byte[]> forStories(KStream<String, Enrichment> enriched) {
        return enriched.filter(
                        (id, outcome) ->
                                outcome instanceof Enrichment.Tagged tagged
                                        && tagged.article().getOccurrence() != Occurrence.SIGHTING,
                        Named.as("for-stories"))
                .map(
                        (id, outcome) -> KeyValue.pair(storyKey(outcome), outcome.bytes()),
                        Named.as("by-story-key"));
    }

    private String storyKey(Enrichment outcome) {
        return switch (outcome) {
            case Enrichment.Tagged tagged -> settings.storyKey(tagged.article());
            case Enrichment.Dead _ -> throw new IllegalArgumentException("a dead letter");
        };
    }
}
