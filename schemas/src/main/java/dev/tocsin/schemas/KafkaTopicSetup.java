package dev.tocsin.schemas;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Creates the Kafka topics that are missing; those that exist stay as the operator has them. */
public final class KafkaTopicSetup {
    private KafkaTopicSetup() {}

    /**
     * @param kafka client properties: the bootstrap address and what the operator added
     * @param partitions for Kafka topics that are created now; those that go with the feeds get as
     *     many as the feeds have, the taxonomy's gets one
     * @throws KafkaException if Kafka cannot be reached or refuses
     */
    public static void ensure(Map<String, Object> kafka, int partitions) {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            Set<String> existing = admin.listTopics().names().get();
            int ofFeeds = partitionsOfFeeds(admin, existing).orElse(partitions);
            List<NewTopic> missing = new ArrayList<>();
            for (KafkaTopics kafkaTopic : KafkaTopics.all()) {
                if (!existing.contains(kafkaTopic.topicName())) {
                    int usual = kafkaTopic.isPartitionedLikeFeeds() ? ofFeeds : partitions;
                    missing.add(newTopic(kafkaTopic, kafkaTopic.isOnePartition() ? 1 : usual));
                }
            }
            create(admin, missing);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot list the Kafka topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating Kafka topics", e);
        }
    }

    /** What is added by a later version has to match what an earlier one created. */
    private static Optional<Integer> partitionsOfFeeds(Admin admin, Set<String> existing)
            throws ExecutionException, InterruptedException {
        String feeds = KafkaTopics.FEEDS.topicName();
        if (!existing.contains(feeds)) {
            return Optional.empty();
        }
        return admin.describeTopics(Set.of(feeds)).allTopicNames().get().values().stream()
                .map(description -> description.partitions().size())
                .findFirst();
    }

    private static NewTopic newTopic(KafkaTopics kafkaTopic, int partitions) {
        return new NewTopic(kafkaTopic.topicName(), Optional.of(partitions), Optional.empty())
                .configs(kafkaTopic.settings());
    }

    /** Another part may be creating the same ones just now. */
    private static void create(Admin admin, List<NewTopic> missing) throws InterruptedException {
        for (var created : admin.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException(
                            "cannot create " + created.getKey() + ": " + e.getCause(), e);
                }
            }
        }
    }
}
