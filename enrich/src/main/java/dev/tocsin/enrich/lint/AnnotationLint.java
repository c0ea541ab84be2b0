package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.actor.Actors;
import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.annotate.AnnotationFiles;
import dev.tocsin.enrich.annotate.AnnotationKind;
import dev.tocsin.enrich.evaluate.ExampleReader;
import dev.tocsin.enrich.event.EventTypes;
import dev.tocsin.enrich.place.Gazetteer;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.yaml.Problems;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks the files of event types, places and actors in a taxonomy's folder, together with those
 * that ship; findings are about the folder's own.
 */
final class AnnotationLint {
    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();

    private AnnotationLint(Path folder) {
        this.folder = folder;
    }

    /** All findings; terms are checked only once the files can be read. */
    static List<Finding> check(Path folder) throws TaxonomyException {
        AnnotationLint lint = new AnnotationLint(folder);
        List<YamlFile> own = new ArrayList<>();
        for (AnnotationKind kind : AnnotationKind.values()) {
            own.addAll(lint.read(kind));
        }
        if (lint.findings.isEmpty()) {
            lint.together(own);
        }
        return lint.findings;
    }

    private List<YamlFile> read(AnnotationKind kind) throws TaxonomyException {
        List<YamlFile> own = new ArrayList<>();
        for (Path path : files(folder.resolve(kind.folder()))) {
            String name = kind.folder() + "/" + path.getFileName();
            List<YamlException> problems = new ArrayList<>();
            try {
                YamlFile file =
                        new YamlFile(name, YamlFile.read(path).root(), Problems.keptIn(problems));
                compile(kind, AnnotationFiles.inForce(kind, List.of(file)));
                own.add(file);
            } catch (YamlException e) {
                problems.add(e);
            }
            problems.forEach(e -> findings.add(Finding.error(name, e.line(), e.problem())));
        }
        return own;
    }

    private static void compile(AnnotationKind kind, List<YamlFile> files) throws YamlException {
        var unused =
                switch (kind) {
                    case EVENTS -> EventTypes.read(files);
                    case PLACES -> Gazetteer.read(files);
                    case ACTORS -> Actors.read(files);
                };
    }

    private void together(List<YamlFile> own) throws TaxonomyException {
        try {
            AnnotationData data = AnnotationData.read(folder);
            List<String> names = own.stream().map(YamlFile::name).toList();
            List<ListedTerm> terms = terms();
            AnnotationChecks checks = new AnnotationChecks(data, terms);
            terms.stream()
                    .filter(term -> names.contains(term.file()))
                    .flatMap(term -> checks.check(term).stream())
                    .distinct()
                    .forEach(findings::add);
            own.forEach(file -> findings.addAll(checks.check(file)));
            var unused = ExampleReader.of(data.eventTypes(), Clock.systemUTC()).read(folder);
        } catch (TaxonomyException e) {
            if (!(e.getCause() instanceof YamlException cause)) {
                throw e;
            }
            findings.add(Finding.error(cause.file(), cause.line(), cause.problem()));
        } catch (YamlException e) {
            findings.add(Finding.error(e.file(), e.line(), e.problem()));
        }
    }

    private List<ListedTerm> terms() throws TaxonomyException, YamlException {
        List<ListedTerm> terms = new ArrayList<>();
        for (AnnotationKind kind : AnnotationKind.values()) {
            for (YamlFile file : AnnotationFiles.inForce(kind, folder)) {
                terms.addAll(AnnotationWalk.terms(kind, file));
            }
        }
        return terms;
    }

    private static List<Path> files(Path folder) throws TaxonomyException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
        } catch (IOException e) {
            throw new TaxonomyException(folder + " cannot be listed: " + e, e);
        }
    }
}
