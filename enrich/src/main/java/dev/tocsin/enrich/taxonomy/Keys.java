package dev.tocsin.enrich.taxonomy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a YAML mapping, each known and there at most once. */
record Keys(YamlFile file, int line, Map<String, YamlNode> values) {

    static Keys of(YamlFile file, YamlNode.Mapping mapping, List<String> known)
            throws TaxonomyException {
        Map<String, YamlNode> values = new HashMap<>();
        for (YamlNode.Field field : mapping.fields()) {
            if (!known.contains(field.key())) {
                throw file.error(field.line(), unknown(field.key(), known));
            }
            if (values.put(field.key(), field.value()) != null) {
                throw file.error(field.line(), "\"" + field.key() + "\" stands here twice");
            }
        }
        return new Keys(file, mapping.line(), values);
    }

    Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    YamlNode require(String key) throws TaxonomyException {
        YamlNode value = values.get(key);
        if (value == null) {
            throw file.error(line, "\"" + key + "\" is missing");
        }
        return value;
    }

    /** "unknown key" with the nearest known one, if any is near. */
    static String unknown(String key, List<String> known) {
        return known.stream()
                .filter(each -> distance(key, each) <= Math.max(2, each.length() / 3))
                .min(Comparator.comparingInt(each -> distance(key, each)))
                .map(near -> "unknown key \"" + key + "\"; did you mean \"" + near + "\"?")
                .orElse("unknown key \"" + key + "\"; expected one of " + String.join(", ", known));
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
