package dev.tocsin.enrich.taxonomy;

import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the file of one conflict topic. */
final class ConflictTopicReader {

    static final List<String> KEYS =
            List.of(
                    "slug",
                    "names",
                    "scope",
                    "starts",
                    "ids",
                    "strong",
                    "weak",
                    "context",
                    "pairs",
                    "exclusions");
    static final List<String> PAIR_KEYS = List.of("first", "second", "within", "needsContext");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int WITHIN = 10;

    private final YamlFile file;
    private final TermReader terms;
    private final Keys keys;

    private ConflictTopicReader(YamlFile file) throws YamlException {
        this.file = file;
        this.terms = new TermReader(file);
        this.keys = Keys.of(file, file.root(), KEYS);
    }

    static ConflictTopic read(YamlFile file) throws YamlException {
        return new ConflictTopicReader(file).read();
    }

    private ConflictTopic read() throws YamlException {
        ConflictTopic conflictTopic =
                new ConflictTopic(
                        slug(),
                        names(),
                        text(keys.require("scope")),
                        starts(),
                        ids(),
                        terms("strong"),
                        terms("weak"),
                        terms("context"),
                        pairs(),
                        terms("exclusions"));
        if (conflictTopic.strong().isEmpty() && conflictTopic.pairs().isEmpty()) {
            throw file.error(1, "no \"strong\" terms and no \"pairs\": nothing would be found");
        }
        return conflictTopic;
    }

    private String slug() throws YamlException {
        YamlNode node = keys.require("slug");
        String slug = text(node);
        if (!SLUG.matcher(slug).matches()) {
            throw file.error(
                    node.line(), "slug \"" + slug + "\": expected lower-case words with hyphens");
        }
        if (!file.stem().equals(slug)) {
            throw file.error(node.line(), "slug \"" + slug + "\": expected the name of the file");
        }
        return slug;
    }

    private SortedMap<String, String> names() throws YamlException {
        YamlNode node = keys.require("names");
        SortedMap<String, String> names = texts(node);
        if (!names.containsKey("en")) {
            throw file.error(node.line(), "names: \"en\" is missing");
        }
        return names;
    }

    private Optional<LocalDate> starts() throws YamlException {
        Optional<YamlNode> node = keys.find("starts");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String written = text(node.get());
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException _) {
            throw file.error(
                    node.get().line(), "starts \"" + written + "\": expected a day as 2023-04-15");
        }
    }

    private SortedMap<String, String> ids() throws YamlException {
        Optional<YamlNode> node = keys.find("ids");
        return node.isPresent() ? texts(node.get()) : new TreeMap<>();
    }

    private List<Term> terms(String key) throws YamlException {
        Optional<YamlNode> node = keys.find(key);
        return node.isPresent() ? terms.byLanguage(node.get()) : List.of();
    }

    private List<TermPair> pairs() throws YamlException {
        Optional<YamlNode> node = keys.find("pairs");
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlNode.Sequence sequence)) {
            throw file.error(node.get().line(), "pairs: expected a list");
        }
        List<TermPair> pairs = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            pairs.add(pair(item));
        }
        return pairs;
    }

    private TermPair pair(YamlNode node) throws YamlException {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw file.error(node.line(), "expected a pair (\"first: [...]\"), not " + node.kind());
        }
        Keys pair = Keys.of(file, mapping, PAIR_KEYS);
        Optional<YamlNode> needsContext = pair.find("needsContext");
        return new TermPair(
                terms.list(pair.require("first"), Term.ANY),
                terms.list(pair.require("second"), Term.ANY),
                within(pair.find("within")),
                needsContext.isPresent() && text(needsContext.get()).equals("true"));
    }

    private int within(Optional<YamlNode> node) throws YamlException {
        if (node.isEmpty()) {
            return WITHIN;
        }
        String written = text(node.get());
        if (!written.matches("[1-9][0-9]?")) {
            throw file.error(
                    node.get().line(), "within \"" + written + "\": expected words, 1 to 99");
        }
        return Integer.parseInt(written);
    }

    private SortedMap<String, String> texts(YamlNode node) throws YamlException {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw file.error(node.line(), "expected \"key: text\" lines, not " + node.kind());
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (YamlNode.Field field : mapping.fields()) {
            if (texts.put(field.key(), text(field.value())) != null) {
                throw file.error(field.line(), "\"" + field.key() + "\" stands here twice");
            }
        }
        return texts;
    }

    private String text(YamlNode node) throws YamlException {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text().strip();
        }
        throw file.error(node.line(), "expected a text, not " + node.kind());
    }
}
