package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Json;
import dev.tocsin.ingest.feed.FeedList;
import dev.tocsin.schemas.Feed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "import",
        description = "Takes the feeds of an OPML or YAML file into the feed list.",
        footer = {
            "",
            "An OPML entry that cannot be polled, such as one with an ftp address, is left out with a",
            "warning. A running Tocsin polls the feeds a few seconds later."
        })
final class FeedsImportCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private FeedsFlag feedList = new FeedsFlag();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(paramLabel = "FILE", description = "OPML or YAML.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "The imported feeds become the whole list.")
    private boolean replace;

    @Override
    public Integer call() throws ConfigurationException {
        FeedList imported = FeedListFile.read(file);
        imported.warnings().forEach(warning -> Messages.say("warning: " + warning));
        Configuration configuration = flags.configuration(feedList);
        DataFolder folder = SettingFlags.folder(configuration);
        Path target = configuration.feeds().orElse(folder.feeds());
        List<Feed> before =
                replace || !Files.exists(target) ? List.of() : FeedListFile.read(target).feeds();
        Map<String, Feed> merged = new LinkedHashMap<>();
        before.forEach(feed -> merged.put(feed.getId(), feed));
        imported.feeds().forEach(feed -> merged.put(feed.getId(), feed));
        FeedListFile.write(target, FeedList.of(new ArrayList<>(merged.values())));
        print(imported, merged.size(), target);
        return ExitCodes.DONE;
    }

    private void print(FeedList imported, int total, Path target) {
        int count = imported.feeds().size();
        if (output.isJson()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("imported", count);
            counts.put("leftOut", imported.leftOut());
            counts.put("feeds", total);
            counts.put("list", target.toString());
            System.out.println(Json.pretty(counts));
        } else {
            String leftOut =
                    imported.leftOut() == 0 ? "" : ", %d left out".formatted(imported.leftOut());
            Messages.say(
                    "%d feeds imported%s, %d in %s now".formatted(count, leftOut, total, target));
        }
    }
}
