package dev.tocsin.enrich.topology;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Keeps every process's copy of the alert rules, as they are. */
final class RuleProcessor extends ContextualProcessor<String, byte[], Void, Void> {
    static final String STORE = "alert-rules";

    private final CurrentRules rules;
    private @Nullable KeyValueStore<String, byte[]> store;

    RuleProcessor(CurrentRules rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        store = context.getStateStore(STORE);
        rules.changed();
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null) {
            Objects.requireNonNull(store).put(record.key(), record.value());
            rules.changed();
        }
    }
}
