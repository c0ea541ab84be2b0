package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.alert.file.RuleFile;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Keeps the alert rules on Kafka equal to a file; rules that came from elsewhere are let alone. */
final class AlertRuleRegistry {
    private final Map<String, Object> kafka;
    private final RecordSerdes serdes;

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     */
    AlertRuleRegistry(Map<String, Object> kafka, RecordSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /**
     * @param published rules that were new or different
     * @param removed ids of rules that the file no longer has
     * @param taken ids of rules that the file has and that were made elsewhere before; they stay
     */
    record Changes(List<String> published, List<String> removed, List<String> taken) {
        Changes {
            published = List.copyOf(published);
            removed = List.copyOf(removed);
            taken = List.copyOf(taken);
        }
    }

    /**
     * Publishes the differences.
     *
     * @throws KafkaException if not all of them arrived; the next call sends what is missing
     */
    Changes sync(List<AlertRule> file) {
        Map<String, AlertRule> registered =
                new CompactedLog(kafka, serdes).<AlertRule>read(KafkaTopics.ALERT_RULES).values();
        Map<String, @Nullable AlertRule> toSend = new TreeMap<>();
        List<String> taken = new ArrayList<>();
        for (AlertRule rule : file) {
            AlertRule known = registered.get(rule.getId());
            if (known != null && !isFromFile(known)) {
                taken.add(rule.getId());
            } else if (!rule.equals(known)) {
                toSend.put(rule.getId(), rule);
            }
        }
        List<String> published = List.copyOf(toSend.keySet());
        List<String> removed = removed(registered, file);
        removed.forEach(id -> toSend.put(id, null));
        if (!toSend.isEmpty()) {
            send(toSend);
        }
        return new Changes(published, removed, taken);
    }

    private static List<String> removed(Map<String, AlertRule> registered, List<AlertRule> file) {
        List<String> listed = file.stream().map(AlertRule::getId).toList();
        return registered.values().stream()
                .filter(AlertRuleRegistry::isFromFile)
                .map(AlertRule::getId)
                .filter(id -> !listed.contains(id))
                .toList();
    }

    private static boolean isFromFile(AlertRule rule) {
        return rule.getOrigin().startsWith(RuleFile.ORIGIN);
    }

    private void send(Map<String, @Nullable AlertRule> rules) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            rules.forEach((id, rule) -> sent.add(producer.send(record(id, rule))));
            producer.flush();
            sent.forEach(AlertRuleRegistry::await);
        }
    }

    private ProducerRecord<String, byte @Nullable []> record(String id, @Nullable AlertRule rule) {
        byte @Nullable [] value =
                rule == null ? null : serdes.format().encode(KafkaTopics.ALERT_RULES, rule);
        return new ProducerRecord<>(KafkaTopics.ALERT_RULES.topicName(), id, value);
    }

    /** A flush does not tell whether the records arrived. */
    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a rule could not be published: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
