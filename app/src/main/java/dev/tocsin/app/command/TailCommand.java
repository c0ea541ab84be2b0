package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.KafkaAccess;
import dev.tocsin.app.output.Json;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.RecordFormat;
import dev.tocsin.schemas.RecordSerdes;
import dev.tocsin.schemas.TaggedArticle;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(name = "tail", description = "Prints articles as they are tagged, until stopped.")
final class TailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Option(names = "--topic", paramLabel = "SLUG", description = "Only this conflict topic.")
    private @Nullable String conflictTopic;

    @Option(names = "--all", description = "Begins with what is there already.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "Stops after so many articles.")
    private long limit = Long.MAX_VALUE;

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration();
        ConflictTopicFlag.check(conflictTopic, configuration);
        RecordSerdes serdes =
                new RecordSerdes(RecordFormat.of(configuration.kafka().schemaRegistry()));
        try (KafkaConsumer<String, TaggedArticle> consumer =
                new KafkaConsumer<>(
                        properties(configuration),
                        new StringDeserializer(),
                        serdes.deserializer(KafkaTopics.TAGGED_ARTICLES))) {
            follow(consumer);
        }
        return ExitCodes.DONE;
    }

    private static Map<String, Object> properties(Configuration configuration) {
        Map<String, Object> properties =
                KafkaAccess.find(configuration)
                        .orElseThrow(() -> new CommandFailure(KafkaAccess.absence(configuration)));
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        return properties;
    }

    private void follow(KafkaConsumer<String, TaggedArticle> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(KafkaTopics.TAGGED_ARTICLES.topicName()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        if (all) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        long printed = 0;
        while (printed < limit) {
            for (var record : consumer.poll(POLL)) {
                if (printed < limit && isWanted(record.value())) {
                    print(record.value());
                    printed++;
                }
            }
        }
    }

    private boolean isWanted(TaggedArticle article) {
        return article.getOccurrence() != Occurrence.SIGHTING
                && (conflictTopic == null
                        || TaggedArticleJson.confirmed(article.getTags()).contains(conflictTopic));
    }

    private void print(TaggedArticle article) {
        if (output.isJson()) {
            System.out.println(Json.line(TaggedArticleJson.of(article)));
        } else {
            System.out.printf(
                    "%s  %-2s  %s  [%s]  %s%n",
                    article.getEventAt(),
                    article.getLanguage(),
                    article.getFeedTitle(),
                    String.join(" ", TaggedArticleJson.confirmed(article.getTags())),
                    article.getTitle());
        }
    }
}
