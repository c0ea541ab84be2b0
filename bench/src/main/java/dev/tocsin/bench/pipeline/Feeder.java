package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.news.ArticleWriter;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.RecordFormat;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Publishes articles in transactions, with the settings of ingest's producer. */
final class Feeder implements AutoCloseable {
    /** Articles in a transaction: ingest lets many polls share one. */
    static final int BATCH = 1_000;

    private final KafkaProducer<String, byte[]> producer;
    private final ArticleWriter articles;
    private final RecordFormat format;

    Feeder(Map<String, Object> kafka, ArticleWriter articles, RecordFormat format) {
        this.articles = articles;
        this.format = format;
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-feeder");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        this.producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** New articles, ready to be sent. */
    List<ProducerRecord<String, byte[]>> prepare(String kafkaTopicName, int count) {
        return Stream.generate(articles::next)
                .limit(count)
                .map(article ->
                        new ProducerRecord<>(kafkaTopicName, article.getId(), encode(article)))
                .toList();
    }

    private byte[] encode(Article article) {
        return format.encode(KafkaTopics.ARTICLES, article);
    }

    /** Sends and commits all of it; returns the offsets behind the last records. */
    Map<TopicPartition, Long> publish(List<ProducerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (int from = 0; from < records.size(); from += BATCH) {
            commit(records.subList(from, Math.min(records.size(), from + BATCH)))
                    .forEach(sent ->
                            ends.merge(
                                    new TopicPartition(sent.topic(), sent.partition()),
                                    sent.offset() + 1,
                                    Math::max));
        }
        return ends;
    }

    private List<RecordMetadata> commit(List<ProducerRecord<String, byte[]>> records) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.commitTransaction();
        List<RecordMetadata> places = new ArrayList<>(sent.size());
        sent.forEach(future -> places.add(place(future)));
        return places;
    }

    private static RecordMetadata place(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an article was not accepted: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
