package dev.tocsin.enrich.event;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the file of one event type. */
final class EventTypeReader {

    private static final List<String> KEYS =
            List.of(
                    "slug",
                    "names",
                    "scope",
                    "yieldsTo",
                    "plover",
                    "acled",
                    "strong",
                    "weak",
                    "pairs",
                    "exclusions");
    private static final List<String> PAIR_KEYS = List.of("first", "second", "within");
    private static final int WITHIN = 8;

    private final YamlFile file;
    private final TermReader terms;
    private final Keys keys;

    private EventTypeReader(YamlFile file) throws YamlException {
        this.file = file;
        this.terms = new TermReader(file);
        this.keys = file.keys(KEYS);
    }

    static EventType read(YamlFile file) throws YamlException {
        return new EventTypeReader(file).read();
    }

    static List<Term> exclusions(YamlFile file) throws YamlException {
        return new TermReader(file)
                .byLanguage(file.keys(List.of("exclusions")).require("exclusions"));
    }

    private EventType read() throws YamlException {
        return new EventType(
                file.attempt("", this::slug),
                file.attempt(new TreeMap<>(), this::names),
                file.attempt("", () -> required("scope")),
                file.attempt(List.of(), () -> keys.texts("yieldsTo")),
                codes("plover", "event type of PLOVER", Codes.PLOVER),
                codes("acled", "sub-event type of ACLED", Codes.ACLED),
                terms("strong"),
                terms("weak"),
                file.attempt(List.of(), this::pairs),
                terms("exclusions"));
    }

    /** Codes of another scheme; a mode may stand behind the slash of one without a slash. */
    private List<String> codes(String key, String kind, List<String> known) throws YamlException {
        List<String> codes = file.attempt(List.of(), () -> keys.texts(key));
        for (String code : codes) {
            if (!known.contains(code) && !known.contains(code.replaceFirst("/[a-z-]+$", ""))) {
                file.problems().tell(file.error(keys.line(key), Keys.unknown(kind, code, known)));
            }
        }
        return codes;
    }

    private String slug() throws YamlException {
        String slug = required("slug");
        if (!file.stem().equals(slug)) {
            throw file.error(
                    keys.line("slug"), "slug \"" + slug + "\": expected the name of the file");
        }
        return slug;
    }

    private String required(String key) throws YamlException {
        String text = keys.text(key).orElse("");
        if (text.isEmpty()) {
            throw file.error(keys.line(key), "\"" + key + "\" is missing");
        }
        return text;
    }

    private SortedMap<String, String> names() throws YamlException {
        SortedMap<String, String> names = new TreeMap<>();
        for (YamlNode.Field field : mapping(keys.require("names")).fields()) {
            if (!(field.value() instanceof YamlNode.Scalar name)) {
                throw file.error(field.line(), "expected a name, not " + field.value().kind());
            }
            names.put(field.key(), name.text().strip());
        }
        if (!names.containsKey("en")) {
            throw file.error(keys.line("names"), "names: \"en\" is missing");
        }
        return names;
    }

    private List<Term> terms(String key) throws YamlException {
        Optional<YamlNode> node = keys.find(key);
        return node.isPresent()
                ? file.attempt(List.of(), () -> terms.byLanguage(node.get()))
                : List.of();
    }

    private List<EventPair> pairs() throws YamlException {
        Optional<YamlNode> node = keys.find("pairs");
        List<EventPair> pairs = new ArrayList<>();
        if (node.isPresent()) {
            for (YamlNode.Field language : mapping(node.get()).fields()) {
                Keys list =
                        Keys.of(
                                file,
                                new YamlNode.Mapping(language.line(), List.of(language)),
                                List.of(language.key()));
                for (Keys pair : list.each(language.key(), PAIR_KEYS)) {
                    file.attempt(false, () -> pairs.add(pair(pair, language.key())));
                }
            }
        }
        return pairs;
    }

    private EventPair pair(Keys pair, String language) throws YamlException {
        return new EventPair(
                half(pair, "first", language),
                half(pair, "second", language),
                file.attempt(WITHIN, () -> within(pair)));
    }

    private List<Term> half(Keys pair, String key, String language) throws YamlException {
        return file.attempt(List.of(), () -> terms.list(pair.require(key), language));
    }

    private int within(Keys pair) throws YamlException {
        String written = pair.text("within").orElse(String.valueOf(WITHIN));
        if (!written.matches("[1-9][0-9]?")) {
            throw file.error(
                    pair.line("within"), "within \"" + written + "\": expected words, 1 to 99");
        }
        return Integer.parseInt(written);
    }

    private YamlNode.Mapping mapping(YamlNode node) throws YamlException {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw file.error(node.line(), "expected \"key: value\" lines, not " + node.kind());
    }
}
