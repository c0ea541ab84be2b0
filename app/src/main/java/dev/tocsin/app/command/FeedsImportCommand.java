package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
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
        footer = {"", "A running Tocsin polls them a few seconds later."})
final class FeedsImportCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();

    @Parameters(paramLabel = "FILE", description = "OPML or YAML.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "The imported feeds become the whole list.")
    private boolean replace;

    @Override
    public Integer call() throws ConfigurationException {
        FeedList imported = FeedListFile.read(file);
        imported.warnings().forEach(warning -> Messages.say("warning: " + warning));
        Configuration configuration = flags.configuration();
        DataFolder folder = SettingFlags.folder(configuration);
        Path target = configuration.feeds().orElse(folder.feeds());
        List<Feed> before =
                replace || !Files.exists(target) ? List.of() : FeedListFile.read(target).feeds();
        Map<String, Feed> merged = new LinkedHashMap<>();
        before.forEach(feed -> merged.put(feed.getId(), feed));
        imported.feeds().forEach(feed -> merged.put(feed.getId(), feed));
        FeedListFile.write(target, FeedList.of(new ArrayList<>(merged.values())));
        Messages.say(
                "%d feeds imported, %d in %s now"
                        .formatted(imported.feeds().size(), merged.size(), target));
        return ExitCodes.DONE;
    }
}
