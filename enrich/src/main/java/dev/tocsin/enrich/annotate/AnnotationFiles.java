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

    private static final String BUILT_IN = "built-in ";

    private AnnotationFiles() {}

    /** Those that ship, by name. */
    static List<YamlFile> bundled(AnnotationKind kind) throws TaxonomyException {
        return TaxonomyFolder.bundled(folder -> read(folder, kind, BUILT_IN));
    }

    /**
     * Those in force, by name.
     *
     * @param taxonomy folder of the taxonomy
     * @throws TaxonomyException if a file is no YAML, with file and line
     */
    public static List<YamlFile> inForce(AnnotationKind kind, Path taxonomy)
            throws TaxonomyException {
        return inForce(kind, read(taxonomy, kind, ""));
    }

    /**
     * The same with files that have been read.
     *
     * @param own files of the taxonomy
     * @throws TaxonomyException if two of them have the same name but for the ending
     */
    public static List<YamlFile> inForce(AnnotationKind kind, List<YamlFile> own)
            throws TaxonomyException {
        SortedMap<String, YamlFile> byName = new TreeMap<>();
        for (YamlFile file : bundled(kind)) {
            byName.put(file.stem(), file);
        }
        byName.putAll(byName(own));
        return byName.values().stream().filter(file -> !file.root().fields().isEmpty()).toList();
    }

    private static SortedMap<String, YamlFile> byName(List<YamlFile> files)
            throws TaxonomyException {
        SortedMap<String, YamlFile> byName = new TreeMap<>();
        for (YamlFile file : files) {
            YamlFile twin = byName.put(file.stem(), file);
            if (twin != null) {
                throw new TaxonomyException(
                        file.name() + ": has the name of " + twin.name() + "; keep one of them");
            }
        }
        return byName;
    }

    private static List<YamlFile> read(Path taxonomy, AnnotationKind kind, String prefix)
            throws TaxonomyException {
        Path folder = taxonomy.resolve(kind.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return YamlFolder.read(folder, prefix + kind.folder() + "/");
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        }
    }
}
