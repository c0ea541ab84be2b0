package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what shares its name with a place. */
final class NamesakeReader {

    private static final List<String> KEYS =
            List.of("phrases", "personNames", "titles", "stateSigns");

    private NamesakeReader() {}

    static Namesakes read(YamlFile file) throws YamlException {
        Keys keys = file.keys(KEYS);
        return new Namesakes(
                file.attempt(
                        List.of(),
                        () -> new TermReader(file).list(keys.require("phrases"), Term.ANY)),
                words(keys, "personNames"),
                words(keys, "titles"),
                words(keys, "stateSigns"));
    }

    private static SortedSet<String> words(Keys keys, String key) throws YamlException {
        return keys.file().attempt(List.<String>of(), () -> keys.texts(key)).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
