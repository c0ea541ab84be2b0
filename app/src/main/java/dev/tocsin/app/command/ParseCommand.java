package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.pipeline.IngestAssembly;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressResult;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "not a failure of the command."
        })
final class ParseCommand implements Callable<Integer> {
    private static final String NO_BASE = "http://localhost/";

    @Mixin private SettingFlags flags = new SettingFlags();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL", description = "What to read.")
    private List<String> sources = List.of();

    private final FeedParser parser = new FeedParser();

    @Override
    public Integer call() throws ConfigurationException {
        try (EgressClient egress = IngestAssembly.egress(flags.configuration().egress())) {
            for (String source : sources) {
                if (source.startsWith("http://") || source.startsWith("https://")) {
                    url(source, egress);
                } else {
                    path(Path.of(source));
                }
            }
        }
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
            print(document(file.toString(), body, Optional.empty(), URI.create(NO_BASE)));
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
        switch (egress.get(uri, Map.of())) {
            case EgressResult.Response response when response.status() == 200 ->
                    print(
                            document(
                                    source,
                                    response.body(),
                                    response.headers().first("Content-Type"),
                                    response.finalUri()));
            case EgressResult.Response response ->
                    print(error(source, "HTTP_" + response.status(), "the server answered so"));
            case EgressResult.Refused refused ->
                    print(error(source, refused.error().name(), refused.text()));
            case EgressResult.Failed failed ->
                    print(error(source, failed.error().name(), failed.text()));
        }
    }

    private Map<String, Object> document(
            String name, byte[] body, Optional<String> contentType, URI base) {
        try {
            ParsedFeed feed = parser.parse(body, contentType, base);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", name);
            fields.put("format", feed.format());
            fields.put("title", feed.title());
            fields.put("link", feed.link());
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
        fields.put("link", entry.link().orElse(null));
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

    private static void print(Map<String, Object> fields) {
        System.out.println(Json.line(fields));
    }
}
