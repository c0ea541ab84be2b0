package dev.tocsin.enrich.taxonomy;

import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlFolder;
import dev.tocsin.yaml.YamlNode;

import java.io.IOException;
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

    static final String CONTEXT = "_context.yaml";
    static final String EXCLUSIONS = "_exclusions.yaml";
    static final List<String> CONTEXT_KEYS = List.of("context");
    static final List<String> EXCLUSION_KEYS = List.of("exclusions", "masks");

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

    /**
     * The same of files that have been read.
     *
     * @param files those that lie in the folder itself
     */
    public static Taxonomy read(List<YamlFile> files) throws TaxonomyException {
        try {
            return taxonomy(files);
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Taxonomy taxonomy(Path folder) throws YamlException {
        return taxonomy(YamlFolder.read(folder, ""));
    }

    private static Taxonomy taxonomy(List<YamlFile> files) throws YamlException {
        List<Term> context = shared(file(files, CONTEXT), "context");
        YamlFile others = file(files, EXCLUSIONS);
        List<Term> exclusions = shared(others, "exclusions");
        List<Term> masks = shared(others, "masks");
        List<ConflictTopic> conflictTopics = conflictTopics(files);
        String version = TaxonomyVersion.of(conflictTopics, context, exclusions, masks);
        return new Taxonomy(version, conflictTopics, context, exclusions, masks);
    }

    /** The taxonomy that comes with the program. */
    public static Taxonomy bundled() {
        try {
            return TaxonomyFolder.bundled(TaxonomyReader::read);
        } catch (TaxonomyException e) {
            throw new IllegalStateException(
                    "the bundled taxonomy cannot be read: " + e.getMessage(), e);
        }
    }

    private static YamlFile file(List<YamlFile> files, String name) throws YamlException {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new YamlException(name, 0, "there is no such file"));
    }

    private static List<Term> shared(YamlFile file, String key) throws YamlException {
        List<String> known = key.equals("context") ? CONTEXT_KEYS : EXCLUSION_KEYS;
        Optional<YamlNode> lists = file.keys(known).find(key);
        return lists.isPresent() ? new TermReader(file).byLanguage(lists.get()) : List.of();
    }

    /** What keeps the folder from being read, at most one problem for each file. */
    public static List<YamlException> problems(Path folder) {
        List<YamlException> problems = new ArrayList<>();
        collect(() -> shared(open(folder.resolve(CONTEXT)), "context"), problems);
        collect(() -> shared(open(folder.resolve(EXCLUSIONS)), "exclusions"), problems);
        collect(() -> shared(open(folder.resolve(EXCLUSIONS)), "masks"), problems);
        try {
            for (Path path : files(folder)) {
                collect(() -> ConflictTopicReader.read(open(path)), problems);
            }
        } catch (YamlException e) {
            problems.add(e);
        }
        if (problems.isEmpty()) {
            collect(() -> taxonomy(folder), problems);
        }
        return problems;
    }

    @FunctionalInterface
    private interface Reading {
        Object read() throws YamlException;
    }

    private static void collect(Reading reading, List<YamlException> problems) {
        try {
            var unused = reading.read();
        } catch (YamlException e) {
            problems.add(e);
        }
    }

    private static List<ConflictTopic> conflictTopics(List<YamlFile> files) throws YamlException {
        Map<String, String> filesBySlug = new HashMap<>();
        List<ConflictTopic> conflictTopics = new ArrayList<>();
        for (YamlFile file : files) {
            if (file.name().startsWith("_")) {
                continue;
            }
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
