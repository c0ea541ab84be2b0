package dev.tocsin.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a YAML mapping, each known and there at most once. */
public record Keys(YamlFile file, int line, Map<String, YamlNode> values) {

    /**
     * The keys of a mapping.
     *
     * @param known all keys that may stand there
     * @throws YamlException for an unknown or repeated key
     */
    public static Keys of(YamlFile file, YamlNode.Mapping mapping, List<String> known)
            throws YamlException {
        Map<String, YamlNode> values = new HashMap<>();
        for (YamlNode.Field field : mapping.fields()) {
            if (!known.contains(field.key())) {
                file.problems().tell(file.error(field.line(), unknown(field.key(), known)));
            } else if (values.put(field.key(), field.value()) != null) {
                file.problems()
                        .tell(
                                file.error(
                                        field.line(), "\"" + field.key() + "\" stands here twice"));
            }
        }
        return new Keys(file, mapping.line(), values);
    }

    /** The value of a key, if it is there. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that has to be there. */
    public YamlNode require(String key) throws YamlException {
        YamlNode value = values.get(key);
        if (value == null) {
            throw file.error(line, "\"" + key + "\" is missing");
        }
        return value;
    }

    /** The text of a key, if it is there. */
    public Optional<String> text(String key) throws YamlException {
        YamlNode node = values.get(key);
        return node == null ? Optional.empty() : Optional.of(text(node));
    }

    /** The texts of a list or of a single value; empty if the key is not there. */
    public List<String> texts(String key) throws YamlException {
        return switch (values.get(key)) {
            case null -> List.of();
            case YamlNode.Sequence list -> texts(list);
            case YamlNode single -> List.of(text(single));
        };
    }

    /** The mapping of a key; an empty one if the key is not there. */
    public Keys keys(String key, List<String> known) throws YamlException {
        return switch (values.get(key)) {
            case null -> new Keys(file, line, Map.of());
            case YamlNode.Mapping mapping -> of(file, mapping, known);
            case YamlNode other ->
                    throw file.error(
                            other.line(),
                            key + ": expected indented \"key: value\" lines, not " + other.kind());
        };
    }

    /** The mappings of a list; empty if the key is not there. */
    public List<Keys> each(String key, List<String> known) throws YamlException {
        YamlNode node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof YamlNode.Sequence list)) {
            throw file.error(node.line(), key + ": expected a list, not " + node.kind());
        }
        List<Keys> each = new ArrayList<>();
        for (YamlNode item : list.items()) {
            file.attempt(Optional.<Keys>empty(), () -> Optional.of(item(item, known)))
                    .ifPresent(each::add);
        }
        return each;
    }

    private Keys item(YamlNode item, List<String> known) throws YamlException {
        if (item instanceof YamlNode.Mapping mapping) {
            return of(file, mapping, known);
        }
        throw file.error(item.line(), "expected \"key: value\" lines, not " + item.kind());
    }

    /** The line of a key; that of the mapping where the key is not there. */
    public int line(String key) {
        YamlNode node = values.get(key);
        return node == null ? line : node.line();
    }

    private List<String> texts(YamlNode.Sequence list) throws YamlException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list.items()) {
            texts.add(text(item));
        }
        return texts;
    }

    private String text(YamlNode node) throws YamlException {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text().strip();
        }
        throw file.error(node.line(), "expected a text, not " + node.kind());
    }

    /** "unknown key" with the nearest known one, if any is near. */
    public static String unknown(String key, List<String> known) {
        return unknown("key", key, known);
    }

    /** The same for names of another kind, such as "variable". */
    public static String unknown(String kind, String key, List<String> known) {
        return known.stream()
                .filter(each -> distance(key, each) <= Math.max(2, each.length() / 3))
                .min(Comparator.comparingInt(each -> distance(key, each)))
                .map(near -> "unknown " + kind + " \"" + key + "\"; did you mean \"" + near + "\"?")
                .orElse(
                        "unknown "
                                + kind
                                + " \""
                                + key
                                + "\"; expected one of "
                                + String.join(", ", known));
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            nextRow(row, one.charAt(i - 1), i, other);
        }
        return row[other.length()];
    }

    private static void nextRow(int[] row, char c, int i, String other) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int changed = diagonal + (c == other.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
