package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.ingest.feed.FeedList;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

@Command(name = "export", description = "Prints the feed list.")
final class FeedsExportCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();

    @Option(names = "--format", paramLabel = "FORMAT", description = "opml or yaml. Default: opml.")
    private ListFormat format = ListFormat.OPML;

    /** What other programs read. */
    enum ListFormat {
        OPML,
        YAML
    }

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration();
        FeedList list =
                FeedListFile.read(
                        FeedListFile.inForce(configuration, SettingFlags.folder(configuration)));
        System.out.print(
                switch (format) {
                    case OPML -> list.toOpml();
                    case YAML -> list.toYaml();
                });
        return ExitCodes.DONE;
    }
}
