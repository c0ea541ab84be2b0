package dev.tocsin.enrich;

import dev.tocsin.enrich.ahead.ReadAhead;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.enrich.topology.EnrichCounters;
import dev.tocsin.enrich.topology.EnrichStreams;
import dev.tocsin.enrich.topology.EnrichTopology;
import dev.tocsin.enrich.topology.StoryStageSettings;
import dev.tocsin.enrich.topology.StreamsSettings;
import dev.tocsin.schemas.RecordFormat;

/** The enrich part as a whole. */
public final class Enrich implements AutoCloseable {
    private final EnrichCounters counters = new EnrichCounters();
    private final ReadAhead readAhead;
    private final EnrichStreams streams;

    /**
     * @param readAhead makes drafts of articles before their turn; closed with this
     */
    public Enrich(
            StreamsSettings settings,
            ReadAhead readAhead,
            RecordFormat format,
            ArticleEnricher enricher,
            StoryStageSettings stories) {
        this.readAhead = readAhead;
        this.streams =
                new EnrichStreams(
                        settings,
                        EnrichStreams.APPLICATION_ID,
                        new EnrichTopology(format, enricher, stories, counters, readAhead),
                        readAhead);
    }

    /** Begins to tag; returns at once. */
    public void start() {
        streams.start();
    }

    /** What was read since the start, and what became of it. */
    public EnrichCounters counters() {
        return counters;
    }

    /** How it is doing; cheap, never throws. */
    public EnrichHealth health() {
        return EnrichHealth.of(streams.isAlive(), streams.state(), streams.idleFor(), counters);
    }

    /** Commits and stops. */
    @Override
    public void close() {
        streams.close();
        readAhead.close();
    }
}
