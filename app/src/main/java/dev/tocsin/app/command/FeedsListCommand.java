package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.console.api.FeedQueries;
import dev.tocsin.console.api.FeedView;
import dev.tocsin.ingest.schedule.Spans;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(name = "list", description = "Shows every feed and how it is doing.")
final class FeedsListCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Override
    public Integer call() throws ConfigurationException {
        try (StoreAccess store = StoreAccess.open(flags.configuration())) {
            print(new FeedQueries(store.dataSource()).list());
        }
        return ExitCodes.DONE;
    }

    private void print(List<FeedView> feeds) {
        Table table =
                new Table(
                        "feed",
                        "state",
                        "last success",
                        "new/day",
                        "hits",
                        "articles",
                        "next poll",
                        "because",
                        "last error",
                        "url");
        for (FeedView feed : feeds) {
            table.row(
                    feed.title(),
                    state(feed),
                    ago(feed.lastSuccessAt()),
                    feed.entriesPerDay() == null ? null : rounded(feed.entriesPerDay()),
                    feed.hitRate() == null ? null : "%.0f %%".formatted(feed.hitRate() * 100),
                    feed.articles(),
                    nextPoll(feed),
                    feed.enabled() ? feed.nextPollReason() : null,
                    feed.lastErrorText() == null ? feed.lastError() : feed.lastErrorText(),
                    feed.movedTo() == null ? feed.url() : feed.url() + " -> " + feed.movedTo());
        }
        output.print(feeds, table);
    }

    private static String state(FeedView feed) {
        if (!feed.enabled()) {
            return "OFF";
        }
        if (feed.heldUntil() != null) {
            return feed.state().equals("NEVER_POLLED") ? "HELD" : feed.state() + ", HELD";
        }
        return feed.quietSince() == null ? feed.state() : feed.state() + ", QUIET";
    }

    private static String rounded(double perDay) {
        return String.format(Locale.ROOT, perDay < 10 ? "%.1f" : "%.0f", perDay);
    }

    private static @Nullable String ago(@Nullable Instant then) {
        return then == null ? null : Spans.text(Duration.between(then, Instant.now())) + " ago";
    }

    private static @Nullable String nextPoll(FeedView feed) {
        Instant at = feed.nextPoll();
        if (at == null || !feed.enabled()) {
            return null;
        }
        Duration wait = Duration.between(Instant.now(), at);
        return wait.isPositive() ? "in " + Spans.text(wait) : "due";
    }
}
