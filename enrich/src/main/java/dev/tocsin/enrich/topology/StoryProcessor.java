package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.story.StoryChange;
import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.enrich.story.StoryInput;
import dev.tocsin.enrich.story.StoryInputs;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.UnreadableRecordException;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gathers articles into stories and holds them against the alert rules. The engine lives in memory;
 * what each record changes in it is in the store before the next one comes, and a task that starts
 * anew goes on from there.
 */
final class StoryProcessor implements Processor<String, Gathered, String, Told> {
    private final RecordFormat format;
    private final StoryStageSettings settings;
    private final CurrentRules rules;
    private final EnrichCounters counters;
    private @Nullable Stage stage;

    /** What there is only while a task is at work. */
    private record Stage(
            ProcessorContext<String, Told> context,
            EngineStore store,
            StoryEngine engine,
            AlertMemory memory,
            ReadOnlyKeyValueStore<String, byte[]> ruleStore) {}

    StoryProcessor(
            RecordFormat format,
            StoryStageSettings settings,
            CurrentRules rules,
            EnrichCounters counters) {
        this.format = format;
        this.settings = settings;
        this.rules = rules;
        this.counters = counters;
    }

    @Override
    public void init(ProcessorContext<String, Told> context) {
        KeyValueStore<Bytes, byte[]> pieces =
                context.getStateStore(settings.named(EngineStore.NAME));
        KeyValueStore<String, byte[]> alerts =
                context.getStateStore(settings.named(AlertMemory.NAME));
        EngineStore store = new EngineStore(pieces);
        stage =
                new Stage(
                        context,
                        store,
                        store.load(settings.window()),
                        new AlertMemory(alerts),
                        context.getStateStore(RuleProcessor.STORE));
    }

    @Override
    public void process(Record<String, Gathered> record) {
        Stage at = Objects.requireNonNull(stage);
        try {
            switch (record.value()) {
                case Gathered.ArticleBytes article -> file(at, record, article.bytes());
                case Gathered.CorrectionBytes correction -> correct(at, record, correction.bytes());
            }
        } catch (UnreadableRecordException e) {
            bury(at, record, "UNREADABLE_RECORD", e.getMessage());
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException e) {
            // The engine may have stopped half-way; the store has not.
            init(at.context());
            bury(Objects.requireNonNull(stage), record, "PROCESSING_FAILED", e.toString());
        }
    }

    private void file(Stage at, Record<String, Gathered> record, byte[] bytes) {
        TaggedArticle article = format.decode(KafkaTopics.TAGGED_ARTICLES, bytes);
        List<StoryChange> changes = at.engine().apply(StoryInputs.of(article));
        tell(at, record, changes, Optional.of(article));
    }

    private void correct(Stage at, Record<String, Gathered> record, byte[] bytes) {
        Correction correction = format.decode(KafkaTopics.CORRECTIONS, bytes);
        for (StoryInput.Correction input : Corrections.of(correction)) {
            List<StoryChange> changes = at.engine().apply(input);
            tell(at, record, changes, Optional.empty());
            changes.stream()
                    .filter(StoryChange.Refused.class::isInstance)
                    .map(StoryChange.Refused.class::cast)
                    .filter(StoryProcessor::isLost)
                    .forEach(refused -> bury(at, record, "CORRECTION_REFUSED", refused.reason()));
        }
    }

    /** Tags are corrected in the tables whether or not a story has the article. */
    private static boolean isLost(StoryChange.Refused refused) {
        return switch (refused.correction()) {
            case StoryInput.Merge _, StoryInput.Split _ -> true;
            case StoryInput.Retag _, StoryInput.Untag _ -> false;
        };
    }

    private void tell(
            Stage at,
            Record<String, Gathered> record,
            List<StoryChange> changes,
            Optional<TaggedArticle> arrived) {
        at.store().write(at.engine().delta());
        new StoryTeller(
                        at.engine(),
                        at.memory(),
                        settings.alertAge(),
                        told -> forward(at, record, told))
                .tell(
                        changes,
                        arrived,
                        record.key(),
                        rules.desk(at.ruleStore()),
                        Instant.ofEpochMilli(at.context().currentSystemTimeMs()));
    }

    private void bury(
            Stage at, Record<String, Gathered> record, String errorClass, @Nullable String text) {
        counters.dead();
        DeadLetters letters = new DeadLetters("stories", at.context().recordMetadata());
        forward(
                at,
                record,
                Told.of(
                        record.key(),
                        letters.of(
                                record.key(),
                                record.value().bytes(),
                                errorClass,
                                String.valueOf(text),
                                record.timestamp())));
    }

    private static void forward(Stage at, Record<String, Gathered> record, Told told) {
        at.context().forward(record.withKey(told.key()).withValue(told));
    }
}
