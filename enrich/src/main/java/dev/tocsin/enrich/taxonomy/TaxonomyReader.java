package dev.tocsin.enrich.taxonomy;

import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a taxonomy from a folder of YAML files, one conflict each; files of other kinds are left
 * alone.
 */
public final class TaxonomyReader {

    private static final String CONTEXT = "_context.yaml";
    private static final String EXCLUSIONS = "_exclusions.yaml";
    private static final String BUNDLED = "/taxonomy/" + CONTEXT;

    private TaxonomyReader() {}

    /**
     * The taxonomy in the folder; throws if any file is missing, unreadable or wrong, naming file
     * and line.
     */
    public static Taxonomy read(Path folder) throws TaxonomyException {
        try {
            return taxonomy(folder);
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Taxonomy taxonomy(Path folder) throws YamlException {
        List<Term> context = shared(folder.resolve(CONTEXT), "context");
        List<Term> exclusions = shared(folder.resolve(EXCLUSIONS), "exclusions");
        List<Term> masks = shared(folder.resolve(EXCLUSIONS), "masks");
        List<ConflictTopic> conflictTopics = conflictTopics(folder);
        String version = TaxonomyVersion.of(conflictTopics, context, exclusions, masks);
        return new Taxonomy(version, conflictTopics, context, exclusions, masks);
    }

    /** The taxonomy that comes with the program. */
    public static Taxonomy bundled() {
        URL anchor = TaxonomyReader.class.getResource(BUNDLED);
        if (anchor == null) {
            throw new IllegalStateException(BUNDLED + " is missing from the class path");
        }
        try {
            return anchor.getProtocol().equals("jar")
                    ? fromJar(anchor)
                    : fromFolder(anchor.toURI());
        } catch (TaxonomyException | IOException | URISyntaxException e) {
            throw new IllegalStateException(
                    "the bundled taxonomy cannot be read: " + e.getMessage(), e);
        }
    }

    private static Taxonomy fromFolder(URI anchor) throws TaxonomyException {
        return read(Path.of(anchor).resolveSibling(""));
    }

    private static Taxonomy fromJar(URL anchor)
            throws TaxonomyException, IOException, URISyntaxException {
        String address = anchor.getPath();
        URI jar = new URI(address.substring(0, address.indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            return read(files.getPath("taxonomy"));
        }
    }

    private static List<Term> shared(Path path, String key) throws YamlException {
        YamlFile file = open(path);
        List<String> known =
                key.equals("context") ? List.of("context") : List.of("exclusions", "masks");
        Optional<YamlNode> lists = file.keys(known).find(key);
        return lists.isPresent() ? new TermReader(file).byLanguage(lists.get()) : List.of();
    }

    private static List<ConflictTopic> conflictTopics(Path folder) throws YamlException {
        Map<String, String> filesBySlug = new HashMap<>();
        List<ConflictTopic> conflictTopics = new ArrayList<>();
        for (Path path : files(folder)) {
            YamlFile file = open(path);
            ConflictTopic conflictTopic = ConflictTopicReader.read(file);
            String other = filesBySlug.put(conflictTopic.slug(), file.name());
            if (other != null) {
                throw file.error(
                        1, "slug \"" + conflictTopic.slug() + "\" is already used by " + other);
            }
            conflictTopics.add(conflictTopic);
        }
        return conflictTopics;
    }

    /** Errors name the file alone: the folder is one and known. */
    private static YamlFile open(Path path) throws YamlException {
        String name = String.valueOf(path.getFileName());
        try {
            return new YamlFile(name, YamlFile.read(path).root());
        } catch (YamlException e) {
            throw new YamlException(name, e.line(), e.problem());
        }
    }

    private static List<Path> files(Path folder) throws YamlException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(TaxonomyReader::isConflictTopic).sorted().toList();
        } catch (IOException e) {
            throw new YamlException(folder.toString(), 0, "cannot be listed: " + e);
        }
    }

    private static boolean isConflictTopic(Path path) {
        String name = String.valueOf(path.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith("_");
    }
}
