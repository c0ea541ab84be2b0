package dev.tocsin.app.pipeline;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordSerdes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Looks once a minute whether a rate rule has to be told. An alert may be sent twice, after a crash
 * or by two processes; it then has the same id and sequence, and counts once.
 */
final class RateRuleWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RateRuleWatch.class);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final RateRules rules;
    private final RecordSerdes serdes;
    private final Clock clock;
    private final Rounds rounds;
    private final KafkaProducer<String, byte[]> producer;

    private RateRuleWatch(
            RateRules rules,
            Map<String, Object> kafka,
            RecordSerdes serdes,
            Clock clock,
            Duration look) {
        this.rules = rules;
        this.serdes = serdes;
        this.clock = clock;
        this.rounds = new Rounds("rate-rules", look, this::look);
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** Begins to watch. */
    static RateRuleWatch start(
            RateRules rules, Map<String, Object> kafka, RecordSerdes serdes, Clock clock) {
        return start(rules, kafka, serdes, clock, LOOK);
    }

    static RateRuleWatch start(
            RateRules rules,
            Map<String, Object> kafka,
            RecordSerdes serdes,
            Clock clock,
            Duration look) {
        RateRuleWatch watch = new RateRuleWatch(rules, kafka, serdes, clock, look);
        watch.rounds.start();
        return watch;
    }

    private void look() throws InterruptedException {
        try {
            for (Alert alert : rules.due(clock.instant())) {
                tell(alert);
            }
        } catch (RuntimeException | ExecutionException e) {
            if (rounds.isClosed()) {
                return;
            }
            log.atWarn()
                    .addKeyValue("error", e.toString())
                    .log("rate rules could not be looked at, trying again in a minute");
        }
    }

    private void tell(Alert alert) throws InterruptedException, ExecutionException {
        byte[] value = serdes.format().encode(KafkaTopics.ALERTS, alert);
        var unused =
                producer.send(
                                new ProducerRecord<>(
                                        KafkaTopics.ALERTS.topicName(), alert.getId(), value))
                        .get();
        rules.told(alert);
    }

    @Override
    public void close() {
        rounds.close();
        producer.close(Duration.ofSeconds(5));
    }
}
