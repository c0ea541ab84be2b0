package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.annotate.AnnotationKind;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the terms of a file of event types, places or actors; what is no term is passed over. */
final class AnnotationWalk {
    private static final Map<String, Role> OF_EVENTS =
            Map.of("strong", Role.STRONG, "weak", Role.WEAK, "exclusions", Role.MASK);
    private static final List<String> NAMES = List.of("name", "names");

    private final YamlFile file;
    private final TermReader reader;
    private final List<ListedTerm> terms = new ArrayList<>();

    private AnnotationWalk(YamlFile file) {
        this.file = file;
        this.reader = new TermReader(file);
    }

    static List<ListedTerm> terms(AnnotationKind kind, YamlFile file) throws YamlException {
        AnnotationWalk walk = new AnnotationWalk(file);
        switch (kind) {
            case EVENTS -> walk.events();
            case PLACES -> walk.places();
            case ACTORS -> walk.actors();
        }
        return walk.terms;
    }

    private void events() throws YamlException {
        String type = file.stem().startsWith("_") ? "" : file.stem();
        for (YamlNode.Field field : file.root().fields()) {
            Role role = OF_EVENTS.get(field.key());
            if (role != null) {
                byLanguage(field.value(), type, role);
            } else if (field.key().equals("pairs")) {
                for (YamlNode.Field language : fields(field.value())) {
                    pairs(language, type);
                }
            }
        }
    }

    private void pairs(YamlNode.Field language, String type) throws YamlException {
        for (YamlNode pair : items(language.value())) {
            for (YamlNode.Field half : fields(pair)) {
                switch (half.key()) {
                    case "first" -> list(half.value(), language.key(), type, Role.PAIR_FIRST);
                    case "second" -> list(half.value(), language.key(), type, Role.PAIR_SECOND);
                    default -> {}
                }
            }
        }
    }

    private void places() throws YamlException {
        for (YamlNode.Field field : file.root().fields()) {
            if (field.key().equals("phrases")) {
                list(field.value(), Term.ANY, "", Role.MASK);
            } else if (field.value() instanceof YamlNode.Mapping country) {
                country(country, field.key());
            } else if (!file.stem().startsWith("_")) {
                named(field.value(), field.key());
            }
        }
    }

    private void country(YamlNode.Mapping country, String code) throws YamlException {
        for (YamlNode.Field field : country.fields()) {
            switch (field.key()) {
                case "names" -> list(field.value(), Term.ANY, code, Role.STRONG);
                case "people" -> byLanguage(field.value(), code, Role.STRONG);
                default -> {}
            }
        }
    }

    private void actors() throws YamlException {
        for (YamlNode.Field field : file.root().fields()) {
            if (field.key().equals("actors")) {
                for (YamlNode actor : items(field.value())) {
                    for (YamlNode.Field part : fields(actor)) {
                        if (part.key().equals("names")) {
                            list(part.value(), Term.ANY, id(actor, "id"), Role.STRONG);
                        }
                    }
                }
            }
        }
    }

    /** The places of a country. */
    private void named(YamlNode places, String country) throws YamlException {
        for (YamlNode place : items(places)) {
            for (YamlNode.Field part : fields(place)) {
                if (NAMES.contains(part.key())) {
                    list(part.value(), Term.ANY, id(place, "name") + " " + country, Role.STRONG);
                }
            }
        }
    }

    private static String id(YamlNode node, String key) {
        return fields(node).stream()
                .filter(field -> field.key().equals(key))
                .map(field -> field.value() instanceof YamlNode.Scalar id ? id.text() : "")
                .findFirst()
                .orElse("");
    }

    private void byLanguage(YamlNode node, String topic, Role role) throws YamlException {
        for (YamlNode.Field field : fields(node)) {
            list(field.value(), field.key(), topic, role);
        }
    }

    private void list(YamlNode node, String language, String topic, Role role)
            throws YamlException {
        List<YamlNode> items =
                node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        for (YamlNode item : items) {
            Term term = reader.term(item, language);
            terms.add(new ListedTerm(term, topic, role, file.name(), item.line()));
        }
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence list ? list.items() : List.of();
    }

    private static List<YamlNode.Field> fields(YamlNode node) {
        return node instanceof YamlNode.Mapping mapping ? mapping.fields() : List.of();
    }
}
