package dev.tocsin.enrich.annotate;

import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyFolder;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlFolder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of event types, places or actors that are in force with a taxonomy: those that ship,
 * and the taxonomy's own over them. A file of its own replaces the one that ships by the same name,
 * or stands beside all; an empty one takes the other away.
 */
public final class AnnotationFiles {

    /** The folder of event types within that of a taxonomy. */
    public static final String EVENTS = "events";

    /** The folder of the gazetteer within that of a taxonomy. */
    public static final String PLACES = "places";

    /** The folder of actors within that of a taxonomy. */
    public static final String ACTORS = "actors";

    /** All folders within that of a taxonomy. */
    public static final List<String> FOLDERS = List.of(EVENTS, PLACES, ACTORS);

    private static final String BUILT_IN = "built-in ";

    private AnnotationFiles() {}

    /** Those that ship, by name. */
    static List<YamlFile> bundled(String kind) throws TaxonomyException {
        return TaxonomyFolder.bundled(folder -> read(folder, kind, BUILT_IN));
    }

    /**
     * Those in force, by name.
     *
     * @param taxonomy folder of the taxonomy
     * @param kind one of {@link #FOLDERS}
     * @throws TaxonomyException if a file is no YAML, with file and line
     */
    public static List<YamlFile> inForce(Path taxonomy, String kind) throws TaxonomyException {
        SortedMap<String, YamlFile> byName = new TreeMap<>();
        for (YamlFile file : bundled(kind)) {
            byName.put(file.stem(), file);
        }
        SortedMap<String, YamlFile> own = new TreeMap<>();
        for (YamlFile file : read(taxonomy, kind, "")) {
            YamlFile twin = own.put(file.stem(), file);
            if (twin != null) {
                throw new TaxonomyException(
                        file.name() + ": has the name of " + twin.name() + "; keep one of them");
            }
        }
        byName.putAll(own);
        return byName.values().stream().filter(file -> !file.root().fields().isEmpty()).toList();
    }

    private static List<YamlFile> read(Path taxonomy, String kind, String prefix)
            throws TaxonomyException {
        Path folder = taxonomy.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return YamlFolder.read(folder, prefix + kind + "/");
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        }
    }
}
