package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.TaxonomyFormat;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.List;
import java.util.Map;

/** Walks one file without stopping at the first mistake. */
final class FileWalk {
    private static final Map<String, Role> OF_TOPICS =
            Map.of(
                    "strong", Role.STRONG,
                    "weak", Role.WEAK,
                    "context", Role.CONTEXT,
                    "exclusions", Role.MASK);
    private static final Map<String, Role> SHARED =
            Map.of("context", Role.CONTEXT, "exclusions", Role.EXCLUSION, "masks", Role.MASK);

    private final YamlFile file;
    private final TermReader reader;
    private final boolean isTopic;
    private final List<ListedTerm> terms;
    private final List<Finding> findings;

    FileWalk(YamlFile file, List<ListedTerm> terms, List<Finding> findings) {
        this.file = file;
        this.reader = new TermReader(file);
        this.isTopic = !file.name().startsWith("_");
        this.terms = terms;
        this.findings = findings;
    }

    void walk() {
        List<String> known = TaxonomyFormat.keys(file.name());
        for (YamlNode.Field field : file.root().fields()) {
            if (!known.contains(field.key())) {
                unknown(field, known);
            } else if (field.key().equals("pairs")) {
                pairs(field.value());
            } else {
                Role role = (isTopic ? OF_TOPICS : SHARED).get(field.key());
                if (role != null) {
                    byLanguage(field.value(), role);
                }
            }
        }
    }

    private void unknown(YamlNode.Field field, List<String> known) {
        findings.add(Finding.error(file.name(), field.line(), Keys.unknown(field.key(), known)));
    }

    private void byLanguage(YamlNode node, Role role) {
        if (node instanceof YamlNode.Mapping languages) {
            for (YamlNode.Field field : languages.fields()) {
                list(field.value(), field.key(), role);
            }
        }
    }

    private void pairs(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence pairs)) {
            return;
        }
        for (YamlNode item : pairs.items()) {
            if (item instanceof YamlNode.Mapping pair) {
                pair(pair);
            }
        }
    }

    private void pair(YamlNode.Mapping pair) {
        for (YamlNode.Field field : pair.fields()) {
            switch (field.key()) {
                case "first" -> list(field.value(), Term.ANY, Role.PAIR_FIRST);
                case "second" -> list(field.value(), Term.ANY, Role.PAIR_SECOND);
                default -> {
                    if (!TaxonomyFormat.pairKeys().contains(field.key())) {
                        unknown(field, TaxonomyFormat.pairKeys());
                    }
                }
            }
        }
    }

    private void list(YamlNode node, String language, Role role) {
        if (!(node instanceof YamlNode.Sequence items)) {
            return;
        }
        for (YamlNode item : items.items()) {
            try {
                Term term = reader.term(item, language);
                terms.add(new ListedTerm(term, topic(), role, file.name(), item.line()));
            } catch (YamlException e) {
                findings.add(Finding.error(file.name(), e.line(), e.problem()));
            }
        }
    }

    private String topic() {
        return isTopic ? file.name().replaceFirst("\\.ya?ml$", "") : "";
    }
}
