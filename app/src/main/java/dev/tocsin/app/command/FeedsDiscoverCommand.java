package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.IngestAssembly;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.ingest.discover.Discovery;
import dev.tocsin.ingest.discover.FeedFinder;
import dev.tocsin.ingest.discover.FoundFeed;
import dev.tocsin.ingest.discover.Robots;
import dev.tocsin.ingest.feed.FeedListException;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.parse.FeedParser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "discover",
        description = "Finds the feeds of a site.",
        footer = {
            "",
            "Looks at what the page declares and links to, else at the usual places; fetches and"
                    + " reads every feed it names; keeps to robots.txt and to the pause between two"
                    + " requests."
        })
final class FeedsDiscoverCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private AllowFlag allowed = new AllowFlag();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(paramLabel = "URL", description = "A page of the site, such as its front page.")
    private String url = "";

    @Override
    public Integer call() throws ConfigurationException, InterruptedException {
        Configuration configuration = flags.configuration(allowed);
        URI site = site();
        try (EgressClient egress = IngestAssembly.egress(configuration.egress())) {
            Clock clock = Clock.systemUTC();
            Discovery discovery =
                    new FeedFinder(
                                    new FeedFetcher(egress, clock),
                                    new FeedParser(),
                                    new Robots(egress, clock),
                                    configuration.polling().hostSpacing())
                            .find(site);
            print(discovery);
            return discovery.feeds().isEmpty() ? ExitCodes.FAILED : ExitCodes.DONE;
        }
    }

    private URI site() throws ConfigurationException {
        try {
            return URI.create(
                    FeedCheck.feed(url.contains("://") ? url : "https://" + url).getUrl());
        } catch (FeedListException e) {
            throw new ConfigurationException(e.expected());
        }
    }

    private void print(Discovery discovery) {
        discovery.problems().forEach(Messages::say);
        if (discovery.feeds().isEmpty()) {
            Messages.say("no feed was found at " + url);
        }
        Table table = new Table("feed", "title", "format", "entries", "newest", "how it was found");
        for (FoundFeed feed : discovery.feeds()) {
            table.row(
                    feed.url(),
                    feed.title(),
                    feed.format(),
                    feed.entries(),
                    feed.newest().orElse(null),
                    feed.how());
        }
        output.print(discovery, table);
    }
}
