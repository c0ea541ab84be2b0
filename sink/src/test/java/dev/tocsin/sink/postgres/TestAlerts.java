package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.SampleRecords;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.List;

/** Alerts of a rule that tells the desk. */
public final class TestAlerts {
    private TestAlerts() {}

    public static AlertDelivery.Builder desk() {
        return AlertDelivery.newBuilder().setTargets(List.of("desk"));
    }

    public static Alert alert(
            String id, int sequence, int origins, AlertDelivery.Builder delivery) {
        return Alert.newBuilder(SampleRecords.alert())
                .setId(id)
                .setSequence(sequence)
                .setTitle("About " + id)
                .setIndependentOrigins(origins)
                .setRaisedAt(TestRecords.NOON)
                .setUpdatedAt(TestRecords.NOON)
                .setFirstSeen(TestRecords.NOON)
                .setDelivery(delivery.build())
                .build();
    }

    public static ConsumerRecord<byte[], byte[]> record(long offset, Alert alert) {
        return TestRecords.record(KafkaTopics.ALERTS, offset, alert.getId(), alert);
    }
}
