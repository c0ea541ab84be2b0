package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.console.api.FeedEventQueries;
import dev.tocsin.console.api.FeedEventView;
import dev.tocsin.ingest.identity.FeedId;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "events",
        description = {
            "Shows what happened to feeds, newest first: entries probably missed, silence against",
            "a feed's own rhythm, moves, failures and recoveries, feeds withdrawn."
        })
final class FeedsEventsCommand implements Callable<Integer> {
    private static final int MOST = 1000;

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(arity = "0..1", paramLabel = "URL", description = "Only of this feed, as listed.")
    private @Nullable String url;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 50.")
    private int limit = 50;

    @Override
    public Integer call() throws ConfigurationException {
        if (limit < 1 || limit > MOST) {
            throw new ConfigurationException("--limit %d: expected 1 to %d".formatted(limit, MOST));
        }
        try (StoreAccess store = StoreAccess.open(flags.configuration())) {
            String feedId = url == null ? null : FeedId.of(url);
            print(new FeedEventQueries(store.dataSource()).newest(feedId, limit));
        }
        return ExitCodes.DONE;
    }

    private void print(List<FeedEventView> events) {
        Table table = new Table("time", "feed", "what", "in words");
        events.forEach(
                event -> table.row(event.at(), event.feedTitle(), event.kind(), event.text()));
        output.print(events, table);
    }
}
