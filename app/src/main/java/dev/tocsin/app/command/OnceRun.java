package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.Drain;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.PipelineOptions;
import dev.tocsin.console.api.FeedQueries;
import dev.tocsin.ingest.feed.FeedList;
import dev.tocsin.ingest.poll.PollResult;
import dev.tocsin.schemas.Feed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Polls every feed once and waits until what came of it is in the database. */
final class OnceRun {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Configuration configuration;
    private final DataFolder folder;
    private final OutputFormat output;
    private final Map<String, PollResult> polled = new ConcurrentHashMap<>();

    OnceRun(Configuration configuration, DataFolder folder, OutputFormat output) {
        this.configuration = configuration;
        this.folder = folder;
        this.output = output;
    }

    int run() throws ConfigurationException {
        Path file = FeedListFile.inForce(configuration, folder);
        FeedList list = FeedListFile.read(file);
        Set<String> expected =
                list.feeds().stream()
                        .filter(Feed::getEnabled)
                        .map(Feed::getId)
                        .collect(Collectors.toSet());
        PipelineOptions options =
                PipelineOptions.of(Part.all(), new FeedSource.File(file))
                        .pollingNow(result -> polled.put(result.feed().getId(), result));
        Messages.say("Polling " + expected.size() + " feeds once, in " + folder.root() + " ...");
        try (Service service = Service.start(configuration, folder, options)) {
            awaitPolls(expected);
            awaitDrain(new Drain(service.pipeline().ground().kafka(), service.pipeline().store()));
            print(new FeedQueries(service.pipeline().store()));
        }
        return ExitCodes.DONE;
    }

    private void awaitPolls(Set<String> expected) {
        while (!polled.keySet().containsAll(expected)) {
            Messages.progress("polled %d of %d feeds".formatted(polled.size(), expected.size()));
            pause();
        }
        Messages.progressDone();
    }

    private static void awaitDrain(Drain drain) {
        while (!drain.isEmpty()) {
            Messages.progress("storing what was found");
            pause();
        }
        Messages.progressDone();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }

    private void print(FeedQueries feeds) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("feeds", polled.size());
        summary.put("healthy", polled.values().stream().filter(OnceRun::isHealthy).count());
        summary.put("failing", polled.values().stream().filter(r -> !isHealthy(r)).count());
        summary.put(
                "published", polled.values().stream().mapToLong(r -> r.articles().size()).sum());
        summary.put(
                "rejected", polled.values().stream().mapToLong(r -> r.deadLetters().size()).sum());
        summary.put(
                "articlesByFeed", feeds.list().stream().mapToLong(view -> view.articles()).sum());
        if (output == OutputFormat.JSON) {
            System.out.println(Json.line(summary));
        } else {
            Table table = new Table("what", "count");
            summary.forEach(table::row);
            System.out.print(table);
        }
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
