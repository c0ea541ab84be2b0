package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;

/** Where the feed list is, for commands that read or write it. */
final class FeedsFlag implements SettingFlag {
    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "Feed list (OPML or YAML). Default: feeds.yaml in the data folder.")
    private @Nullable Path feeds;

    @Override
    public void set(ConfigurationReader reader) {
        reader.flag("feeds", "--feeds", feeds == null ? List.of() : List.of(feeds.toString()));
    }
}
