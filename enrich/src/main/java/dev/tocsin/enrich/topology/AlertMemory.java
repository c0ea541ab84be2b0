package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.alert.StoryAlerts;

import org.apache.kafka.streams.state.KeyValueStore;

/** What is remembered of alerts, story by story, in a state store. */
final class AlertMemory {
    static final String NAME = "story-alerts";

    private final KeyValueStore<String, byte[]> store;

    AlertMemory(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    StoryAlerts of(String story) {
        byte[] bytes = store.get(story);
        return bytes == null ? StoryAlerts.NONE : StoryAlerts.ofBytes(bytes);
    }

    void put(String story, StoryAlerts before, StoryAlerts after) {
        if (after == before) {
            return;
        }
        if (after.isEmpty()) {
            forget(story);
        } else {
            store.put(story, after.toBytes());
        }
    }

    void forget(String story) {
        store.delete(story);
    }
}
