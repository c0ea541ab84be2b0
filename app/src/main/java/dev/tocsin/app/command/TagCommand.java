package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.article.ArticleEnricher;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.TaggedArticle;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

@Command(
        name = "tag",
        description =
                "Tags articles and prints a JSON line for each: topics, events, places, actors, evidence.",
        footer = {
            "",
            "Reads JSON lines with id, lang, title, summary, body, date (all optional), or a plain",
            "text whose first line is the title. Evidence spans point into the cleaned texts."
        })
final class TagCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private LinesFlag output = new LinesFlag();

    @Parameters(paramLabel = "FILE", description = "Files to read; none or -: standard input.")
    private List<Path> files = List.of(STANDARD_INPUT);

    private final Table table = new Table("id", "title", "language", "topics", "because");
    private int bad;

    @Override
    public Integer call() throws ConfigurationException {
        ArticleEnricher enricher =
                EnrichAssembly.enricher(EnrichAssembly.codebook(flags.configuration()));
        PrintWriter out =
                new PrintWriter(
                        new BufferedWriter(
                                new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        try {
            for (Path file : files) {
                tag(file, enricher, out);
            }
        } finally {
            out.flush();
            output.end(table);
        }
        return bad == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void tag(Path file, ArticleEnricher enricher, PrintWriter out) {
        try (BufferedReader reader = reader(file)) {
            String first = reader.readLine();
            while (first != null && first.isBlank()) {
                first = reader.readLine();
            }
            if (first != null && first.startsWith("\uFEFF")) {
                first = first.substring(1);
            }
            if (first == null) {
                Messages.say("tocsin: " + file + ": empty");
                bad++;
            } else if (first.stripLeading().startsWith("[")) {
                complain(file, 1, "expected JSON lines, one object a line, not an array");
            } else if (first.stripLeading().startsWith("{")) {
                lines(file, first, reader, enricher, out);
            } else {
                String rest = reader.lines().collect(Collectors.joining("\n"));
                print(ArticleJson.ofText(file.toString(), first, rest), enricher, out);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(Unreadable.text(file, e));
        }
    }

    private void lines(
            Path file,
            String first,
            BufferedReader reader,
            ArticleEnricher enricher,
            PrintWriter out)
            throws IOException {
        int number = 1;
        for (String line = first; line != null; line = reader.readLine(), number++) {
            if (line.isBlank()) {
                continue;
            }
            try {
                print(ArticleJson.ofJson(Json.read(line)), enricher, out);
            } catch (JacksonException e) {
                complain(file, number, "no JSON: " + Json.complaint(e));
            } catch (IllegalArgumentException e) {
                complain(file, number, String.valueOf(e.getMessage()));
            }
            if (!reader.ready()) {
                out.flush();
            }
        }
    }

    private void complain(Path file, int line, String problem) {
        Messages.say("tocsin: %s:%d: %s".formatted(file, line, problem));
        bad++;
    }

    private void print(ArticleJson article, ArticleEnricher enricher, PrintWriter out) {
        TaggedArticle tagged = enricher.enrich(article.article(), Occurrence.FIRST, 1);
        if (output.isTable()) {
            row(article, tagged);
        } else {
            out.println(line(article, tagged));
        }
    }

    private void row(ArticleJson article, TaggedArticle tagged) {
        table.row(
                article.id() instanceof JsonNode id ? id.asString("") : article.id(),
                tagged.getTitle(),
                tagged.getLanguage(),
                String.join(" ", TaggedArticleJson.confirmed(tagged.getTags())),
                TaggedArticleJson.because(tagged.getTags()));
    }

    private static String line(ArticleJson article, TaggedArticle tagged) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", article.id());
        fields.put("language", tagged.getLanguage());
        fields.put("topics", TaggedArticleJson.confirmed(tagged.getTags()));
        fields.put("tags", TaggedArticleJson.tags(tagged.getTags()));
        fields.putAll(TaggedArticleJson.annotations(tagged));
        return Json.line(fields);
    }

    private static BufferedReader reader(Path file) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file);
    }
}
