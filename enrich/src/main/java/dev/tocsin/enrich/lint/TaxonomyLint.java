package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.evaluate.ExampleReader;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a folder of taxonomy files: what the reader would refuse, every unknown key, terms that
 * can never be found, terms that stand twice, terms so common that they would be found anywhere.
 */
public final class TaxonomyLint {
    private final Path folder;
    private final List<ListedTerm> terms = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private TaxonomyLint(Path folder) {
        this.folder = folder;
    }

    /**
     * All findings by file and line; empty if all is well. Terms are checked only once the files
     * can be read.
     *
     * @throws TaxonomyException if there is no such folder
     */
    public static List<Finding> check(Path folder) throws TaxonomyException {
        return new TaxonomyLint(folder).run();
    }

    private List<Finding> run() throws TaxonomyException {
        for (Path path : files()) {
            walk(path);
        }
        for (YamlException problem : TaxonomyReader.problems(folder)) {
            addUnlessKnown(problem);
        }
        if (findings.isEmpty()) {
            checkTerms();
        }
        findings.addAll(AnnotationLint.check(folder));
        return findings.stream().sorted().toList();
    }

    private void walk(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            new FileWalk(new YamlFile(name, YamlFile.read(path).root()), terms, findings).walk();
        } catch (YamlException e) {
            findings.add(Finding.error(name, e.line(), e.problem()));
        }
    }

    private void addUnlessKnown(YamlException problem) {
        Finding finding = Finding.error(problem.file(), problem.line(), problem.problem());
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private void checkTerms() throws TaxonomyException {
        Taxonomy taxonomy = TaxonomyReader.read(folder);
        Set<Finding> seen = new HashSet<>();
        TermChecks checks = new TermChecks(taxonomy, terms);
        for (ListedTerm term : terms) {
            checks.check(term).stream().filter(seen::add).forEach(findings::add);
        }
        try {
            var unused = new ExampleReader(taxonomy, Clock.systemUTC()).read(folder);
        } catch (TaxonomyException e) {
            findings.add(Finding.error(ExampleReader.FOLDER, 0, String.valueOf(e.getMessage())));
        }
    }

    private List<Path> files() throws TaxonomyException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
        } catch (IOException e) {
            throw new TaxonomyException(folder + " cannot be listed: " + e, e);
        }
    }
}
