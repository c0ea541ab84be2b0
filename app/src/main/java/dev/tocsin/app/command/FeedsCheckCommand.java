package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.IngestAssembly;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.ingest.feed.FeedListException;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.schedule.Cadence;
import dev.tocsin.schemas.Feed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

@Command(
        name = "check",
        description = "Fetches feeds once, without publishing, and says what would happen.",
        footer = {
            "",
            "With a URL every step is told: addresses, redirects, answer, document, next poll.",
            "Where the URL is that of a web page, the page's feeds are named."
        })
final class FeedsCheckCommand implements Callable<Integer> {
    private static final int AT_ONCE = 16;

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private FeedsFlag feedList = new FeedsFlag();
    @Mixin private AllowFlag allowed = new AllowFlag();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(paramLabel = "URL", description = "Feeds to check; none: the whole feed list.")
    private List<String> urls = List.of();

    @Override
    public Integer call() throws ConfigurationException, InterruptedException {
        Configuration configuration = flags.configuration(feedList, allowed);
        List<Feed> feeds = feeds(configuration);
        try (EgressClient egress = IngestAssembly.egress(configuration.egress())) {
            return urls.isEmpty()
                    ? overview(feeds, egress)
                    : inDetail(feeds, egress, configuration.polling());
        }
    }

    private int overview(List<Feed> feeds, EgressClient egress) {
        if (feeds.isEmpty()) {
            Messages.say("the feed list is empty: nothing to check");
        }
        List<FeedCheck> checks = check(feeds, new FeedFetcher(egress));
        print(checks);
        return checks.stream().allMatch(FeedCheck::isFine) ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private int inDetail(List<Feed> feeds, EgressClient egress, Configuration.Polling polling)
            throws InterruptedException {
        FeedInspection inspection =
                new FeedInspection(
                        egress,
                        new Cadence(polling.interval(), polling.longest()),
                        polling.hostSpacing(),
                        Clock.systemUTC());
        List<FeedReport> reports = new ArrayList<>();
        for (Feed feed : feeds) {
            FeedReport report = inspection.of(feed);
            reports.add(report);
            if (!output.isJson()) {
                System.out.print(FeedExplanation.of(report));
            }
        }
        if (output.isJson()) {
            System.out.println(Json.pretty(reports));
        }
        return reports.stream().allMatch(FeedReport::isFine) ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private List<Feed> feeds(Configuration configuration) throws ConfigurationException {
        if (urls.isEmpty()) {
            return FeedListFile.readWithoutMaking(
                            configuration, new DataFolder(configuration.data()))
                    .feeds();
        }
        List<Feed> feeds = new ArrayList<>();
        for (String url : urls) {
            try {
                feeds.add(FeedCheck.feed(url));
            } catch (FeedListException e) {
                throw new ConfigurationException(e.expected());
            }
        }
        return feeds;
    }

    private static List<FeedCheck> check(List<Feed> feeds, FeedFetcher fetcher) {
        Semaphore turns = new Semaphore(AT_ONCE);
        FeedParser parser = new FeedParser();
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FeedCheck>> running = new ArrayList<>();
            for (Feed feed : feeds) {
                running.add(tasks.submit(() -> inTurn(turns, feed, fetcher, parser)));
            }
            Progress progress = Progress.onStandardError();
            List<FeedCheck> checks = new ArrayList<>();
            for (Future<FeedCheck> check : running) {
                checks.add(check.get());
                progress.show("checked %d of %d feeds".formatted(checks.size(), feeds.size()));
            }
            progress.done();
            return checks;
        } catch (ExecutionException | InterruptedException e) {
            throw new CommandFailure("the check broke off: " + e);
        }
    }

    private static FeedCheck inTurn(
            Semaphore turns, Feed feed, FeedFetcher fetcher, FeedParser parser)
            throws InterruptedException {
        turns.acquire();
        try {
            return FeedCheck.of(feed, fetcher, parser);
        } finally {
            turns.release();
        }
    }

    private void print(List<FeedCheck> checks) {
        Table table =
                new Table("feed", "verdict", "format", "entries", "newest", "seconds", "what");
        for (FeedCheck check : checks) {
            table.row(
                    check.url(),
                    check.verdict(),
                    check.format(),
                    check.entries(),
                    check.newest(),
                    check.seconds(),
                    check.text());
        }
        output.print(checks, table);
    }
}
