package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.Drain;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.Ground;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.Pipeline;
import dev.tocsin.app.pipeline.PipelineOptions;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.ingest.publish.CompactedLog;
import dev.tocsin.schemas.Feed;
import dev.tocsin.schemas.FeedCursor;
import dev.tocsin.schemas.KafkaTopics;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Polls every feed once and waits until what came of it is in the database. */
final class OnceRun {
    private final Configuration configuration;
    private final DataFolder folder;
    private final OutputFormat output;
    private final Map<String, PollResult> polled = new ConcurrentHashMap<>();
    private final LongAdder published = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final HeldServers held = new HeldServers();

    OnceRun(Configuration configuration, DataFolder folder, OutputFormat output) {
        this.configuration = configuration;
        this.folder = folder;
        this.output = output;
    }

    int run() throws ConfigurationException {
        Path file = FeedListFile.checked(configuration, folder);
        List<Feed> expected =
                FeedListFile.read(file).feeds().stream().filter(Feed::getEnabled).toList();
        PipelineOptions options =
                PipelineOptions.of(Part.all(), new FeedSource.File(file)).pollingNow(this::polled);
        Messages.say("Polling " + expected.size() + " feeds once, in " + folder.root() + " ...");
        try (Service service = Service.start(configuration, folder, options)) {
            holdWhoAskedBefore(service.pipeline().ground());
            List<Feed> unpolled = awaitPolls(service.pipeline(), expected);
            awaitDrain(service.pipeline());
            print(unpolled);
        }
        boolean allFailed = polled.values().stream().noneMatch(OnceRun::isHealthy);
        return allFailed && !polled.isEmpty() ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private void polled(PollResult result) {
        note(result.feed(), result.cursor());
        published.add(result.articles().size());
        rejected.add(result.deadLetters().size());
        polled.put(result.feed().getId(), result);
    }

    private void holdWhoAskedBefore(Ground ground) {
        CompactedLog log = new CompactedLog(ground.kafka(), ground.serdes());
        Map<String, Feed> feeds = log.<Feed>read(KafkaTopics.FEEDS).values();
        log.<FeedCursor>read(KafkaTopics.FEED_CURSORS)
                .values()
                .values()
                .forEach(cursor -> note(feeds.get(cursor.getFeedId()), cursor));
    }

    private void note(@Nullable Feed feed, FeedCursor cursor) {
        if (feed != null) {
            held.note(feed, cursor, Instant.now());
        }
    }

    /** Waits for every feed but those whose server asked to be left alone; returns those. */
    private List<Feed> awaitPolls(Pipeline pipeline, List<Feed> expected) {
        Patience patience = new Patience(pipeline);
        List<Feed> missing = missing(expected);
        Progress progress = Progress.onStandardError();
        while (!missing.stream().allMatch(held::isHeld)) {
            progress.show("polled %d of %d feeds".formatted(polled.size(), expected.size()));
            patience.pause(polled.size());
            missing = missing(expected);
        }
        progress.done();
        return missing;
    }

    private List<Feed> missing(List<Feed> expected) {
        return expected.stream().filter(feed -> !polled.containsKey(feed.getId())).toList();
    }

    private static void awaitDrain(Pipeline pipeline) {
        Patience patience = new Patience(pipeline);
        Drain drain = new Drain(pipeline.ground().kafka(), pipeline.store());
        Progress progress = Progress.onStandardError();
        while (!drain.isEmpty()) {
            progress.show("storing what was found");
            patience.pause(pipeline.health());
        }
        progress.done();
    }

    private void print(List<Feed> unpolled) {
        long failing = polled.values().stream().filter(result -> !isHealthy(result)).count();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("feeds", polled.size() + unpolled.size());
        summary.put("healthy", polled.size() - failing);
        summary.put("failing", failing);
        summary.put("held", unpolled.size());
        summary.put("published", published.sum());
        summary.put("rejected", rejected.sum());
        if (output == OutputFormat.JSON) {
            summary.put("heldServers", held.json(unpolled));
            System.out.println(Json.line(summary));
        } else {
            Table table = new Table("what", "count");
            summary.forEach(table::row);
            System.out.print(table);
        }
        held.lines(unpolled).forEach(Messages::say);
        failures();
    }

    private void failures() {
        polled.values().stream()
                .filter(result -> !isHealthy(result))
                .forEach(result ->
                        Messages.say(
                                "failing: %s: %s %s"
                                        .formatted(
                                                result.feed().getUrl(),
                                                result.cursor().getLastError().orElse(""),
                                                result.cursor().getLastErrorText().orElse(""))));
    }

    private static boolean isHealthy(PollResult result) {
        return result.cursor().getLastError().isEmpty();
    }
}
