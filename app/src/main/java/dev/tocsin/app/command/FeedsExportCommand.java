package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.output.Table;
import dev.tocsin.ingest.feed.FeedList;
import dev.tocsin.schemas.Feed;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(name = "export", description = "Prints the feed list.")
final class FeedsExportCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private FeedsFlag feedList = new FeedsFlag();

    @Option(names = "--format", paramLabel = "FORMAT", description = "opml or yaml. Default: opml.")
    private ListFormat format = ListFormat.OPML;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "table or json, instead of a list that other programs read.")
    private @Nullable OutputFormat output;

    /** What other programs read. */
    enum ListFormat {
        OPML,
        YAML
    }

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration(feedList);
        FeedList list =
                FeedListFile.readWithoutMaking(configuration, new DataFolder(configuration.data()));
        System.out.print(
                switch (output) {
                    case TABLE -> table(list.feeds());
                    case JSON -> json(list.feeds());
                    case null -> written(list);
                });
        return ExitCodes.DONE;
    }

    private String written(FeedList list) {
        return switch (format) {
            case OPML -> list.toOpml();
            case YAML -> list.toYaml();
        };
    }

    private static String table(List<Feed> feeds) {
        Table table = new Table("feed", "on", "language", "folders", "url").uncut();
        feeds.forEach(feed ->
                table.row(
                        feed.getTitle(),
                        feed.getEnabled() ? "yes" : "no",
                        feed.getLanguage().orElse(null),
                        String.join(" / ", feed.getFolders()),
                        feed.getUrl()));
        return table.toString();
    }

    private static String json(List<Feed> feeds) {
        return Json.pretty(feeds.stream().map(FeedsExportCommand::fields).toList()) + "\n";
    }

    private static Map<String, Object> fields(Feed feed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", feed.getId());
        fields.put("title", feed.getTitle());
        fields.put("url", feed.getUrl());
        fields.put("publisher", feed.getPublisher().orElse(null));
        fields.put("language", feed.getLanguage().orElse(null));
        fields.put("region", feed.getRegion().orElse(null));
        fields.put("country", feed.getCountry().orElse(null));
        fields.put("focus", feed.getFocus().orElse(null));
        fields.put("sourceClass", feed.getSourceClass().orElse(null));
        fields.put("folders", feed.getFolders());
        fields.put("enabled", feed.getEnabled());
        return fields;
    }
}
