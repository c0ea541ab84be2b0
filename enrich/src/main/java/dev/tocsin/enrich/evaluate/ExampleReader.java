package dev.tocsin.enrich.evaluate;

import dev.tocsin.enrich.event.EventType;
import dev.tocsin.enrich.event.EventTypes;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the labelled examples that lie beside a taxonomy: {@code examples/<slug>.yaml} in its
 * folder. An example without a date is of today.
 */
public final class ExampleReader {
    /** Folder of the examples within that of the taxonomy. */
    public static final String FOLDER = "examples";

    private static final List<String> FILE_KEYS = List.of("examples");
    private static final List<String> KEYS = List.of("text", "lang", "date", "is", "isNot");

    private final String kind;
    private final List<String> slugs;
    private final String prefix;
    private final Clock clock;

    private ExampleReader(String kind, List<String> slugs, String prefix, Clock clock) {
        this.kind = kind;
        this.slugs = slugs;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** A reader of examples for the topics of the taxonomy. */
    public ExampleReader(Taxonomy taxonomy, Clock clock) {
        this(
                "topic",
                taxonomy.conflictTopics().stream().map(ConflictTopic::slug).toList(),
                "",
                clock);
    }

    /** A reader of examples for event types, {@code events/examples/<slug>.yaml}. */
    public static ExampleReader of(EventTypes types, Clock clock) {
        return new ExampleReader(
                "event type",
                types.types().stream().map(EventType::slug).toList(),
                "events/",
                clock);
    }

    /**
     * All examples, by file and line; empty if there are none.
     *
     * @param taxonomy folder of the taxonomy
     */
    public List<Example> read(Path taxonomy) throws TaxonomyException {
        Path folder = taxonomy.resolve(prefix + FOLDER);
        try {
            List<Example> examples = new ArrayList<>();
            for (Path path : files(folder)) {
                String name = prefix + FOLDER + "/" + path.getFileName();
                examples.addAll(read(new YamlFile(name, YamlFile.read(path).root())));
            }
            return examples;
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new TaxonomyException(folder + " cannot be listed: " + e, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
        }
    }

    private List<Example> read(YamlFile file) throws YamlException {
        String slug = file.stem();
        requireKnown(file, 1, slug);
        List<Example> examples = new ArrayList<>();
        for (Keys keys : file.keys(FILE_KEYS).each("examples", KEYS)) {
            examples.add(example(file, keys, slug));
        }
        return examples;
    }

    private Example example(YamlFile file, Keys keys, String slug) throws YamlException {
        String text = keys.text("text").orElse("");
        if (text.isBlank()) {
            throw file.error(keys.line(), "\"text\" is missing");
        }
        return new Example(
                file.name(),
                keys.line(),
                slug,
                text,
                keys.text("lang"),
                at(file, keys),
                right(file, keys));
    }

    private Optional<Set<String>> right(YamlFile file, Keys keys) throws YamlException {
        boolean is = keys.find("is").isPresent();
        if (is == keys.find("isNot").isPresent()) {
            throw file.error(keys.line(), "expected one of \"is: [slugs]\" and \"isNot: true\"");
        }
        if (!is) {
            if (!keys.text("isNot").orElse("").equals("true")) {
                throw file.error(keys.line("isNot"), "isNot: expected true");
            }
            return Optional.empty();
        }
        Set<String> right = new HashSet<>(keys.texts("is"));
        for (String slug : right) {
            requireKnown(file, keys.line("is"), slug);
        }
        return Optional.of(right);
    }

    private void requireKnown(YamlFile file, int line, String slug) throws YamlException {
        if (!slugs.contains(slug)) {
            throw file.error(line, Keys.unknown(kind, slug, slugs));
        }
    }

    private Instant at(YamlFile file, Keys keys) throws YamlException {
        Optional<String> date = keys.text("date");
        if (date.isEmpty()) {
            return clock.instant();
        }
        try {
            return LocalDate.parse(date.get()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw file.error(keys.line("date"), "date \"" + date.get() + "\": expected 2025-05-21");
        }
    }
}
