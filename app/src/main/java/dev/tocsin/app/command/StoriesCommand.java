package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Json;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.story.StoryChange;
import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.enrich.story.StorySettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.core.JacksonException;

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
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "stories",
        description =
                "Groups articles about one happening and prints a JSON line for each: id, story,"
                        + " copyGroup.",
        footer = {
            "",
            "Reads JSON lines in the order of time: id, lang, source, date, title, summary, body;",
            "publisher if it is not what stands before the first hyphen of the source; features,",
            "ids of places and people. Or what a person has decided:",
            "{\"correction\": \"merge\", \"story\": ..., \"into\": ...}, likewise split (story, articles),",
            "retag and untag (article, topic). A line is printed when its article leaves the window",
            "or the input ends, since a later article may change the story of an earlier one."
        })
final class StoriesCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Mixin private SettingFlags flags = new SettingFlags();

    @Parameters(paramLabel = "FILE", description = "Files to read; none or -: standard input.")
    private List<Path> files = List.of(STANDARD_INPUT);

    @Option(
            names = "--window",
            paramLabel = "HOURS",
            description = "Hours that an article is compared. Default: ${DEFAULT-VALUE}.")
    private int window = 72;

    @Option(
            names = "--most-articles",
            paramLabel = "N",
            description = "Articles that are compared at most. Default: ${DEFAULT-VALUE}.")
    private int mostArticles = StorySettings.DEFAULT.mostArticles();

    private int bad;

    @Override
    public Integer call() throws ConfigurationException {
        StoryLine lines =
                new StoryLine(
                        EnrichAssembly.enricher(EnrichAssembly.codebook(flags.configuration())),
                        Clock.systemUTC());
        StoryEngine engine = new StoryEngine(settings());
        PrintWriter out =
                new PrintWriter(
                        new BufferedWriter(
                                new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
        try {
            files.forEach(file -> read(file, lines, engine, out));
            print(engine.close(), out);
        } finally {
            out.flush();
        }
        return bad == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private StorySettings settings() {
        try {
            return new StorySettings(Duration.ofHours(window), mostArticles);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("" + e.getMessage());
        }
    }

    private void read(Path file, StoryLine lines, StoryEngine engine, PrintWriter out) {
        try (BufferedReader reader = reader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    apply(line, lines, engine, new Place(file, number), out);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(Unreadable.text(file, e));
        }
    }

    private record Place(Path file, int line) {}

    private void apply(
            String line, StoryLine lines, StoryEngine engine, Place place, PrintWriter out) {
        try {
            List<StoryChange> changes = engine.apply(lines.read(line));
            // Nobody writes it down, and it would pile up.
            engine.delta();
            changes.forEach(change -> complainIfRefused(change, place));
            print(changes, out);
        } catch (JacksonException e) {
            complain(place, "no JSON: " + Json.complaint(e));
        } catch (IllegalArgumentException e) {
            complain(place, String.valueOf(e.getMessage()));
        }
    }

    private void complainIfRefused(StoryChange change, Place place) {
        if (change instanceof StoryChange.Refused refused) {
            complain(place, refused.reason());
        }
    }

    private void complain(Place place, String problem) {
        Messages.say("tocsin: %s:%d: %s".formatted(place.file(), place.line(), problem));
        bad++;
    }

    private static void print(List<StoryChange> changes, PrintWriter out) {
        for (StoryChange change : changes) {
            if (change instanceof StoryChange.Settled settled) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("id", settled.article());
                fields.put("story", settled.story());
                fields.put("copyGroup", settled.copyGroup().orElse(null));
                out.println(Json.line(fields));
            }
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file);
    }
}
