package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.ingest.Ingest;
import dev.tocsin.ingest.IngestSettings;
import dev.tocsin.ingest.feed.FeedListException;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.poll.FeedPoll;
import dev.tocsin.ingest.poll.FeedPoller;
import dev.tocsin.ingest.poll.PushReader;
import dev.tocsin.ingest.publish.FeedRegistry;
import dev.tocsin.ingest.push.WebSub;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.ingest.shard.PollListener;
import dev.tocsin.ingest.shard.PushParts;
import dev.tocsin.ingest.shard.ShardSettings;

import org.apache.kafka.common.KafkaException;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts the ingest part together. */
public final class IngestAssembly {
    private IngestAssembly() {}

    static Ingest assemble(
            Configuration configuration,
            Ground ground,
            EgressClient egress,
            Optional<WebSub> webSub,
            boolean pollAllNow,
            PollListener listener) {
        Configuration.Polling polling = configuration.polling();
        FeedParser parser = new FeedParser();
        FeedPoller poller =
                new FeedPoller(
                        new FeedFetcher(egress),
                        parser,
                        new Cadence(polling.shortest(), polling.interval(), polling.longest()),
                        Clock.systemUTC(),
                        RandomGenerator.getDefault());
        ShardSettings shards =
                new ShardSettings(
                        ground.kafka(), polling.concurrency(), polling.hostSpacing(), pollAllNow);
        Optional<String> instanceId =
                ground.isKafkaEmbedded() ? Optional.of("ingest") : Optional.empty();
        return new Ingest(
                new IngestSettings(shards, instanceId),
                ground.serdes(),
                poll(configuration, webSub, poller),
                webSub.map(pushing -> new PushParts(reader(parser), pushing.hubs())),
                listener,
                Clock.systemUTC());
    }

    private static FeedPoll poll(
            Configuration configuration, Optional<WebSub> webSub, FeedPoll poller) {
        boolean isWanted = configuration.webSub().callback().isPresent();
        return webSub.map(pushing -> pushing.over(poller))
                .orElseGet(() -> isWanted ? poller : WebSub.without(poller));
    }

    private static PushReader reader(FeedParser parser) {
        return new PushReader(parser, Clock.systemUTC());
    }

    /** Publishes the list of feeds, and goes on doing so if it is a file. */
    static Optional<FeedListKeeper> keepFeeds(FeedSource feeds, Ground ground)
            throws ConfigurationException {
        FeedRegistry registry = new FeedRegistry(ground.kafka(), ground.serdes());
        return switch (feeds) {
            case FeedSource.File file -> Optional.of(keeper(file, registry));
            case FeedSource.Fixed fixed -> {
                registry.sync(fixed.feeds());
                yield Optional.empty();
            }
            case FeedSource.Registry _ -> Optional.empty();
        };
    }

    private static FeedListKeeper keeper(FeedSource.File file, FeedRegistry registry)
            throws ConfigurationException {
        try {
            return FeedListKeeper.start(file.path(), registry);
        } catch (FeedListException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        } catch (KafkaException e) {
            String reason = String.valueOf(e.getCause() instanceof KafkaException c ? c : e);
            throw new GroundException(
                    "the feed list cannot be published: %s. Check that Kafka and, if one is set, the"
                                    .formatted(reason)
                            + " schema registry run, then start again.",
                    e);
        }
    }

    /** The client for polling: it keeps requests to a host apart, redirects included. */
    static EgressClient polling(Configuration configuration) {
        return new EgressClient(
                policy(configuration.egress()), configuration.polling().hostSpacing());
    }

    /** A client for what people ask for, and do not want to wait for. */
    public static EgressClient egress(Configuration.Egress settings) {
        return new EgressClient(policy(settings));
    }

    /**
     * What the client may do.
     *
     * @throws IllegalArgumentException with a sentence, if a setting makes no sense
     */
    public static EgressPolicy policy(Configuration.Egress settings) {
        return new EgressPolicy(
                settings.allow(),
                settings.deadline(),
                settings.maxBytes(),
                userAgent(settings.contact()));
    }

    private static String userAgent(Optional<String> contact) {
        String version =
                Optional.ofNullable(IngestAssembly.class.getPackage().getImplementationVersion())
                        .orElse("dev");
        return "Tocsin/" + version + contact.map(at -> " (+" + at + ")").orElse(" (feed monitor)");
    }
}
