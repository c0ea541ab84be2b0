package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.story.EngineDelta;
import dev.tocsin.enrich.story.EngineState;
import dev.tocsin.enrich.story.StateBytes;
import dev.tocsin.enrich.story.StatePart;
import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.enrich.story.StorySettings;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import java.util.ArrayList;
import java.util.List;

/** Keeps a story engine's memory in a state store, piece by piece. */
final class EngineStore {
    static final String NAME = "story-engine";

    private final KeyValueStore<Bytes, byte[]> store;

    EngineStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** An engine that goes on where the store is. */
    StoryEngine load(StorySettings settings) {
        List<StatePart> parts = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(each -> parts.add(StateBytes.read(each.value)));
        }
        return parts.isEmpty()
                ? new StoryEngine(settings)
                : new StoryEngine(settings, EngineState.of(parts));
    }

    void write(EngineDelta delta) {
        delta.written()
                .forEach(part ->
                        store.put(Bytes.wrap(StateBytes.key(part.key())), StateBytes.value(part)));
        delta.removed().forEach(key -> store.delete(Bytes.wrap(StateBytes.key(key))));
    }
}
