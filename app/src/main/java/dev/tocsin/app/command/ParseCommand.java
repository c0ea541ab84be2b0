package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.IngestAssembly;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressError;
import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.FetchRequest;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

@Command(
        name = "parse",
        description = "Reads feed documents and prints a JSON line for each.",
        footer = {
            "",
            "A line holds file, format, title, link and entries (id, title, link, published,",
            "updated), or file, error and errorText; a document that cannot be read is an answer,",
            "not a failure of the command. Links are what the publisher gives: they may be names",
            "such as urn:..., and are relative in files, which have no address.",
            "",
            "--compare measures how far the reading agrees with another reader's. Recognised: of",
            "the documents in which that one sees a feed (a version or an entry), the share that",
            "gave a feed here. Title, link, id, date: of the places in documents that both",
            "recognise at which either has an entry, the share at which both have one and agree.",
            "Entries are paired in document order, as many as the other reader lists; titles are",
            "compared as text, dates as the first of published and updated."
        })
final class ParseCommand implements Callable<Integer> {
    private static final URI NO_ADDRESS = URI.create("");

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private AllowFlag allowed = new AllowFlag();
    @Mixin private LinesFlag output = new LinesFlag();

    @Option(
            names = "--compare",
            paramLabel = "ORACLE.jsonl",
            description = "Compare with another reader's results for the files below the folder.")
    private @Nullable Path oracle;

    @Option(
            names = "--disagreements",
            paramLabel = "N",
            description = "With --compare: also list the first N.")
    private int disagreements;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL", description = "What to read.")
    private List<String> sources = List.of();

    private final FeedParser parser = new FeedParser();
    private final Table table = new Table("file", "format", "entries", "title", "error").uncut();

    @Override
    public Integer call() throws ConfigurationException {
        if (oracle != null) {
            return compare(oracle);
        }
        try (EgressClient egress = IngestAssembly.egress(flags.configuration(allowed).egress())) {
            for (String source : sources) {
                if (source.startsWith("http://") || source.startsWith("https://")) {
                    url(source, egress);
                } else {
                    path(Path.of(source));
                }
            }
        }
        output.end(table);
        return ExitCodes.DONE;
    }

    private Integer compare(Path results) {
        if (sources.size() != 1 || !Files.isDirectory(Path.of(sources.getFirst()))) {
            throw new CommandFailure(
                    "--compare takes the one folder that holds the files named in " + results);
        }
        FeedAgreement agreement = FeedComparison.run(results, Path.of(sources.getFirst()));
        AgreementReport report = new AgreementReport(agreement, disagreements);
        output.summary(report.json(), report.text());
        return ExitCodes.DONE;
    }

    private void path(Path path) {
        if (!Files.exists(path)) {
            throw new CommandFailure(path + ": there is no such file or folder");
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::file);
        } catch (IOException e) {
            throw new CommandFailure(path + " cannot be read: " + e);
        }
    }

    private void file(Path file) {
        try {
            byte[] body = Files.readAllBytes(file);
            print(document(file.toString(), body, Optional.empty(), NO_ADDRESS));
        } catch (IOException e) {
            print(error(file.toString(), "UNREADABLE_FILE", e.toString()));
        }
    }

    private void url(String source, EgressClient egress) {
        URI uri;
        try {
            uri = new URI(source);
        } catch (URISyntaxException e) {
            print(error(source, "BAD_URL", String.valueOf(e.getMessage())));
            return;
        }
        switch (new FeedFetcher(egress).fetch(FetchRequest.of(uri))) {
            case FetchOutcome.Fetched fetched ->
                    print(
                            document(
                                    source,
                                    fetched.body(),
                                    fetched.contentType(),
                                    fetched.finalUri()));
            case FetchOutcome.NotModified _ ->
                    print(error(source, "HTTP_304", "Nothing has changed."));
            case FetchOutcome.Throttled throttled ->
                    print(
                            error(
                                    source,
                                    "HTTP_" + throttled.statusCode(),
                                    "The server asks to be left alone for a while."));
            case FetchOutcome.Gone _ ->
                    print(error(source, "HTTP_410", "The publisher has withdrawn the feed."));
            case FetchOutcome.Failed failed -> print(failure(source, failed));
        }
    }

    private static Map<String, Object> failure(String source, FetchOutcome.Failed failed) {
        boolean isRefused = failed.errorClass().equals(EgressError.ADDRESS_REFUSED.name());
        String advice = isRefused ? " If it is yours, open it with --allow-address." : "";
        return error(source, failed.errorClass(), failed.text() + advice);
    }

    private Map<String, Object> document(
            String name, byte[] body, Optional<String> contentType, URI base) {
        try {
            ParsedFeed feed = parser.parse(body, contentType, base);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", name);
            fields.put("format", feed.format());
            fields.put("title", feed.title());
            fields.put("link", feed.claimedLink().orElse(""));
            fields.put("entries", feed.entries().stream().map(ParseCommand::entry).toList());
            return fields;
        } catch (UnreadableFeedException e) {
            return error(name, e.fault().name(), e.text());
        }
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.guid().orElse(null));
        fields.put("title", entry.title());
        fields.put("link", entry.claimedLink().orElse(null));
        fields.put("published", entry.published().map(Object::toString).orElse(null));
        fields.put("updated", entry.updated().map(Object::toString).orElse(null));
        return fields;
    }

    private static Map<String, Object> error(String name, String errorClass, String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", name);
        fields.put("error", errorClass);
        fields.put("errorText", text);
        return fields;
    }

    private void print(Map<String, Object> fields) {
        if (output.isTable()) {
            table.row(
                    fields.get("file"),
                    fields.get("format"),
                    fields.get("entries") instanceof List<?> entries ? entries.size() : null,
                    fields.get("title"),
                    fields.get("errorText"));
        } else {
            System.out.println(Json.line(fields));
        }
    }
}
