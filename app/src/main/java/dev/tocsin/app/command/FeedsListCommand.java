package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Table;
import dev.tocsin.console.api.FeedQueries;
import dev.tocsin.console.api.FeedView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.List;
import java.util.concurrent.Callable;

@Command(name = "list", description = "Shows every feed and how it is doing.")
final class FeedsListCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration();
        DataFolder folder = SettingFlags.folder(configuration);
        if (!StoreAccess.exists(configuration, folder)) {
            throw new CommandFailure(
                    "nothing is stored in %s yet: run ./tocsin up first, or name another folder"
                                    .formatted(folder.root())
                            + " with --data (the demo's is .tocsin/demo)");
        }
        try (StoreAccess store = StoreAccess.open(configuration, folder)) {
            print(new FeedQueries(store.dataSource()).list());
        }
        return ExitCodes.DONE;
    }

    private void print(List<FeedView> feeds) {
        Table table = new Table("feed", "state", "articles", "last error", "next poll", "url");
        for (FeedView feed : feeds) {
            table.row(
                    feed.title(),
                    feed.enabled() ? feed.state() : "OFF",
                    feed.articles(),
                    feed.lastError(),
                    feed.nextPoll(),
                    feed.url());
        }
        output.print(feeds, table);
    }
}
