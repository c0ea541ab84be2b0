package dev.tocsin.app.pipeline;

import dev.tocsin.app.taxonomy.TaxonomyHealth;
import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.annotate.AnnotationKind;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.taxonomy.TaxonomyException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the codebook in force equal to the taxonomy's folder while the program runs: whoever saves
 * a file sees the change a few seconds later, in articles that are read from then on. A folder with
 * an error in it changes nothing; the health says so.
 */
final class TaxonomyKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TaxonomyKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Path folder;
    private final CurrentCodebook current;
    private final Rounds rounds;
    private List<String> inForce;
    private List<String> lastSeen;
    private volatile String problem = "";

    private TaxonomyKeeper(Path folder, CurrentCodebook current, Duration look) {
        this.folder = folder;
        this.current = current;
        this.rounds = new Rounds("taxonomy", look, this::look);
        // The taxonomy in force was read before: what has changed since is found at the first look.
        this.inForce = List.of();
        this.lastSeen = files();
    }

    /** Watches the folder that the codebook was read from. */
    static TaxonomyKeeper start(Path folder, CurrentCodebook current) {
        return start(folder, current, LOOK);
    }

    static TaxonomyKeeper start(Path folder, CurrentCodebook current, Duration look) {
        TaxonomyKeeper keeper = new TaxonomyKeeper(folder, current, look);
        keeper.rounds.start();
        return keeper;
    }

    /** Files that are still being written differ from one look to the next. */
    private void look() {
        List<String> now = files();
        boolean settled = now.equals(lastSeen);
        lastSeen = now;
        if (settled && !now.equals(inForce)) {
            inForce = now;
            read();
        }
    }

    private void read() {
        try {
            Codebook codebook = Codebook.read(folder);
            problem = "";
            if (current.swap(codebook)) {
                log.atInfo()
                        .addKeyValue("taxonomyVersion", codebook.taxonomy().version())
                        .addKeyValue("annotationVersion", codebook.annotations().version())
                        .addKeyValue("conflictTopics", codebook.taxonomy().conflictTopics().size())
                        .log("taxonomy read again");
            }
        } catch (TaxonomyException | RuntimeException e) {
            problem = "it has changed and cannot be used: " + e.getMessage();
            log.atWarn()
                    .addKeyValue("error", e.getMessage())
                    .addKeyValue("taxonomyVersion", current.get().tagger().taxonomyVersion())
                    .addKeyValue("annotationVersion", current.get().annotator().version())
                    .log("taxonomy has an error, the version in force stays");
        }
    }

    /** Whether what the folder says is in force, and if not, why. */
    Health health() {
        String read = problem;
        return TaxonomyHealth.of(
                current,
                read.isEmpty()
                        ? "%s is in force".formatted(folder)
                        : "what %s said before is in force".formatted(folder),
                read);
    }

    /** Names, sizes and times of the files, sorted; empty if the folder cannot be read. */
    private List<String> files() {
        Stream<Path> folders =
                Stream.of(AnnotationKind.values()).map(kind -> folder.resolve(kind.folder()));
        return Stream.concat(Stream.of(folder), folders)
                .flatMap(each -> files(each).stream())
                .toList();
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .map(TaxonomyKeeper::describe)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String describe(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file + " " + e;
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
