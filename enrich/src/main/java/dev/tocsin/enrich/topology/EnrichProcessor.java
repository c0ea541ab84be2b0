package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.ahead.Incoming;
import dev.tocsin.enrich.revision.KnownArticle;
import dev.tocsin.enrich.revision.Sequel;
import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.UnreadableRecordException;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Compares what was made of an article with what is known of it. A record that cannot be processed
 * becomes a dead letter with its original bytes, and the stream goes on.
 */
final class EnrichProcessor implements Processor<String, Incoming<Draft>, String, Enrichment> {
    static final String KNOWN_ARTICLES = "known-articles";

    private final RecordFormat format;
    private final EnrichCounters counters;
    private @Nullable ProcessorContext<String, Enrichment> context;
    private @Nullable KeyValueStore<String, KnownArticle> knownArticles;

    EnrichProcessor(RecordFormat format, EnrichCounters counters) {
        this.format = format;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, Enrichment> processorContext) {
        context = processorContext;
        knownArticles = processorContext.getStateStore(KNOWN_ARTICLES);
    }

    @Override
    public void process(Record<String, Incoming<Draft>> record) {
        try {
            enrich(record);
        } catch (UnreadableRecordException e) {
            bury(record, "UNREADABLE_RECORD", e);
        } catch (SerializationException e) {
            // The registry is away: the record is good, and nothing could be written anyway.
            throw e;
        } catch (RuntimeException e) {
            bury(record, "PROCESSING_FAILED", e);
        }
    }

    private void enrich(Record<String, Incoming<Draft>> record) {
        if (record.key() == null || record.value().bytes() == null) {
            throw new UnreadableRecordException("an article needs a key and a value");
        }
        Draft draft = record.value().outcome().get();
        KeyValueStore<String, KnownArticle> store = Objects.requireNonNull(knownArticles);
        Sequel sequel = Sequel.of(store.get(record.key()), draft.feedId(), draft.contentHash());
        if (sequel.occurrence().isEmpty()) {
            counters.unchanged();
            return;
        }
        Occurrence occurrence = sequel.occurrence().get();
        Enrichment tagged = draft.as(occurrence, sequel.known().revision(), format);
        store.put(record.key(), sequel.known());
        counters.tagged();
        forward(record, tagged);
    }

    private void bury(
            Record<String, Incoming<Draft>> record, String errorClass, RuntimeException cause) {
        counters.dead();
        DeadLetters letters =
                new DeadLetters("enrich", Objects.requireNonNull(context).recordMetadata());
        String text = String.valueOf(cause.getMessage());
        DeadLetter letter =
                letters.of(
                        record.key(), record.value().bytes(), errorClass, text, record.timestamp());
        byte[] bytes = format.encode(KafkaTopics.DEAD_LETTERS, letter);
        forward(record, new Enrichment.Dead(bytes));
    }

    private void forward(Record<String, Incoming<Draft>> record, Enrichment enrichment) {
        Objects.requireNonNull(context).forward(record.withValue(enrichment));
    }
}
