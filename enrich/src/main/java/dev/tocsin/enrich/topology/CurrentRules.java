package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.alert.AlertDesk;
import dev.tocsin.enrich.alert.RuleBook;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.UnreadableRecordException;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The alert rules in force, compiled again when one of them has changed. For many threads. */
final class CurrentRules {
    private static final Logger log = LoggerFactory.getLogger(CurrentRules.class);

    private final RecordFormat format;
    private final AtomicLong changes = new AtomicLong();
    private volatile Compiled compiled = new Compiled(-1, new AlertDesk(RuleBook.EMPTY));

    private record Compiled(long changes, AlertDesk desk) {}

    CurrentRules(RecordFormat format) {
        this.format = format;
    }

    /** The store's content is not what it was. */
    void changed() {
        changes.incrementAndGet();
    }

    AlertDesk desk(ReadOnlyKeyValueStore<String, byte[]> store) {
        Compiled known = compiled;
        return known.changes() == changes.get() ? known.desk() : compile(store).desk();
    }

    private synchronized Compiled compile(ReadOnlyKeyValueStore<String, byte[]> store) {
        long upTo = changes.get();
        if (compiled.changes() != upTo) {
            compiled = new Compiled(upTo, new AlertDesk(RuleBook.of(rules(store))));
        }
        return compiled;
    }

    private List<AlertRule> rules(ReadOnlyKeyValueStore<String, byte[]> store) {
        List<AlertRule> rules = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> each = all.next();
                try {
                    rules.add(format.decode(KafkaTopics.ALERT_RULES, each.value));
                } catch (UnreadableRecordException e) {
                    log.atWarn()
                            .addKeyValue("rule", each.key)
                            .addKeyValue("error", e.getMessage())
                            .log("alert rule cannot be read and is left out");
                }
            }
        }
        return rules;
    }
}
