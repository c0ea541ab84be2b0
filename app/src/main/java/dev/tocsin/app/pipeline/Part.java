package dev.tocsin.app.pipeline;

import java.util.EnumSet;
import java.util.Set;

/** A part of the pipeline that can run alone against external Kafka and PostgreSQL. */
public enum Part {
    INGEST,
    ENRICH,
    SINK,
    CONSOLE;

    /** The whole pipeline. */
    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    /** Whether it reads or writes the tables. */
    public boolean needsDatabase() {
        return this == SINK || this == CONSOLE;
    }

    /** Whether it goes by conflict topics, event types, places and actors. */
    boolean readsCodebook() {
        return this == ENRICH || this == CONSOLE;
    }
}
