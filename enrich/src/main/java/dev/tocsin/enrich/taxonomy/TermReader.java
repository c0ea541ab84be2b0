package dev.tocsin.enrich.taxonomy;

import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads lists of terms. */
public final class TermReader {

    private static final List<String> TERM_KEYS = List.of("term", "case");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}|" + Term.ANY);

    private final YamlFile file;

    /** A reader of lists in that file. */
    public TermReader(YamlFile file) {
        this.file = file;
    }

    /** Lists by language, as one sorted list. */
    public List<Term> byLanguage(YamlNode node) throws YamlException {
        if (!(node instanceof YamlNode.Mapping languages)) {
            throw file.error(
                    node.line(), "expected lists by language (\"en: [...]\"), not " + node.kind());
        }
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode.Field field : languages.fields()) {
            terms.addAll(file.attempt(List.of(), () -> language(field, seen)));
        }
        return terms.stream().sorted().toList();
    }

    private List<Term> language(YamlNode.Field field, Set<String> seen) throws YamlException {
        requireLanguage(field);
        if (!seen.add(field.key())) {
            throw file.error(field.line(), "language \"" + field.key() + "\" stands here twice");
        }
        return list(field.value(), field.key());
    }

    void requireLanguage(YamlNode.Field field) throws YamlException {
        if (!LANGUAGE.matcher(field.key()).matches()) {
            throw file.error(
                    field.line(),
                    "\"" + field.key() + "\" is no language; expected ISO 639-1 such as \"en\"");
        }
    }

    /** A list of terms of one language. */
    public List<Term> list(YamlNode node, String language) throws YamlException {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw file.error(node.line(), "expected a list of terms, not " + node.kind());
        }
        Set<Term> terms = new HashSet<>();
        for (YamlNode item : sequence.items()) {
            file.attempt(false, () -> add(term(item, language), item.line(), terms));
        }
        return terms.stream().sorted().toList();
    }

    private boolean add(Term term, int line, Set<Term> terms) throws YamlException {
        if (!terms.add(term)) {
            throw file.error(line, "term \"" + term.text() + "\" stands here twice");
        }
        return true;
    }

    /** One term of a list. */
    public Term term(YamlNode node, String language) throws YamlException {
        return switch (node) {
            case YamlNode.Scalar scalar -> written(scalar, language);
            case YamlNode.Mapping mapping -> mapped(mapping, language);
            case YamlNode.Sequence sequence ->
                    throw file.error(sequence.line(), "expected a term, not a list");
        };
    }

    private Term written(YamlNode.Scalar scalar, String language) throws YamlException {
        boolean caseSensitive = scalar.text().endsWith("!");
        String text =
                caseSensitive
                        ? scalar.text().substring(0, scalar.text().length() - 1)
                        : scalar.text();
        return checked(scalar.line(), text, language, caseSensitive);
    }

    private Term mapped(YamlNode.Mapping mapping, String language) throws YamlException {
        Keys keys = Keys.of(file, mapping, TERM_KEYS);
        YamlNode term = keys.require("term");
        boolean caseSensitive = keys.find("case").map(this::isTrue).orElse(false);
        String text = term instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        return checked(mapping.line(), text, language, caseSensitive);
    }

    private boolean isTrue(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.text().equals("true");
    }

    private Term checked(int line, String text, String language, boolean caseSensitive)
            throws YamlException {
        String stripped = text.strip();
        if (Tokenizer.tokenize(stripped).count() == 0) {
            throw file.error(line, "empty term \"" + stripped + "\"; write a word or remove it");
        }
        if (stripped.endsWith("*") && stripped.length() < 4) {
            throw file.error(
                    line,
                    "\"" + stripped + "\" would match far too much; write at least three letters");
        }
        return new Term(stripped, language, caseSensitive);
    }
}
