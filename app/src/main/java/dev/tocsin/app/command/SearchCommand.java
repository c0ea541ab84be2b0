package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.console.api.ArticleFilter;
import dev.tocsin.console.api.ArticlePage;
import dev.tocsin.console.api.ArticleQueries;
import dev.tocsin.console.api.ArticleView;
import dev.tocsin.console.api.TagView;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.yaml.Keys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "search",
        description = "Finds stored articles, newest first.",
        footer = {"", "Words as in a web search: \"exact words\", or, -without."})
final class SearchCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Parameters(paramLabel = "WORD", description = "Words to look for; none: everything.")
    private List<String> words = List.of();

    @Option(names = "--topic", paramLabel = "SLUG", description = "Only this conflict topic.")
    private @Nullable String conflictTopic;

    @Option(names = "--event", paramLabel = "TYPE", description = "Only this event type.")
    private @Nullable String eventType;

    @Option(names = "--country", paramLabel = "CODE", description = "Only this country, as SD.")
    private @Nullable String country;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 20.")
    private int limit = 20;

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration();
        ArticleFilter filter = filter(configuration);
        List<TopicName> names =
                EnrichAssembly.names(EnrichAssembly.codebook(configuration).taxonomy());
        try (StoreAccess store = StoreAccess.open(configuration)) {
            print(new ArticleQueries(store.dataSource(), names).search(filter));
        }
        return ExitCodes.DONE;
    }

    private ArticleFilter filter(Configuration configuration) throws ConfigurationException {
        if (limit < 1 || limit > ArticleFilter.MAX_LIMIT) {
            throw new ConfigurationException(
                    "--limit %d: expected 1 to %d".formatted(limit, ArticleFilter.MAX_LIMIT));
        }
        ConflictTopicFlag.check(conflictTopic, configuration);
        checkWords(EnrichAssembly.vocabulary(EnrichAssembly.codebook(configuration)));
        return ArticleFilter.newest()
                .withConflictTopic(conflictTopic)
                .withEventType(eventType)
                .withCountry(country == null ? null : country.toUpperCase(Locale.ROOT))
                .withQuery(words.isEmpty() ? null : String.join(" ", words))
                .withLimit(limit);
    }

    private void checkWords(Vocabulary known) throws ConfigurationException {
        List<String> eventTypes = known.eventTypes().stream().map(TopicName::slug).toList();
        if (eventType != null && !eventTypes.contains(eventType)) {
            throw new ConfigurationException(
                    "--event: " + Keys.unknown("event type", eventType, eventTypes));
        }
        if (country != null && !country.matches("[A-Za-z]{2}")) {
            throw new ConfigurationException(
                    "--country %s: expected two letters of ISO 3166-1, such as SD"
                            .formatted(country));
        }
    }

    private void print(ArticlePage page) {
        Table table = new Table("time", "language", "source", "topics", "events", "title");
        page.articles().forEach(article -> row(table, article));
        output.print(page.articles(), table);
        if (page.articles().isEmpty()) {
            Messages.say("tocsin: no stored article fits");
        }
    }

    private static void row(Table table, ArticleView article) {
        String conflictTopics =
                article.tags().stream()
                        .filter(tag -> tag.tier().equalsIgnoreCase("confirmed"))
                        .map(TagView::conflictTopic)
                        .collect(Collectors.joining(" "));
        table.row(
                article.eventAt(),
                article.language(),
                article.feedTitle(),
                conflictTopics,
                String.join(" ", article.eventTypes()),
                article.title());
    }
}
