package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.sink.targets.CurrentTargets;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.sink.targets.TargetsReader;
import dev.tocsin.yaml.YamlException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the targets equal to their file, and to the files of secrets that it names, while the
 * program runs. A file with an error in it changes nothing.
 */
public final class TargetsKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TargetsKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Path file;
    private final TargetsReader reader;
    private final CurrentTargets targets;
    private final Rounds rounds;
    private Set<String> seen;

    private TargetsKeeper(Path file, TargetsReader reader, CurrentTargets targets, Duration look) {
        this.file = file;
        this.reader = reader;
        this.targets = targets;
        this.rounds = new Rounds("alert-targets", look, this::look);
        this.seen = state();
    }

    /** Reads the file and goes on watching; one that is not there names nobody. */
    static TargetsKeeper start(Path file) throws ConfigurationException {
        return start(file, new TargetsReader(System.getenv()), LOOK);
    }

    static TargetsKeeper start(Path file, TargetsReader reader, Duration look)
            throws ConfigurationException {
        Targets first = read(file, reader);
        first.warnings().forEach(TargetsKeeper::warn);
        TargetsKeeper keeper = new TargetsKeeper(file, reader, new CurrentTargets(first), look);
        keeper.rounds.start();
        return keeper;
    }

    /** The targets as they are in the file now. */
    public static Targets read(Path file) throws ConfigurationException {
        return read(file, new TargetsReader(System.getenv()));
    }

    private static Targets read(Path file, TargetsReader reader) throws ConfigurationException {
        try {
            return reader.read(file);
        } catch (YamlException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** Those in force. */
    CurrentTargets targets() {
        return targets;
    }

    private void look() {
        Set<String> now = state();
        if (!now.equals(seen)) {
            seen = now;
            readAgain();
        }
    }

    private void readAgain() {
        try {
            Targets next = reader.read(file);
            if (targets.swap(next)) {
                next.warnings().forEach(TargetsKeeper::warn);
                log.atInfo().addKeyValue("targets", next.byName().size()).log("targets read again");
            }
            seen = state();
        } catch (YamlException e) {
            log.atWarn()
                    .addKeyValue("error", e.getMessage())
                    .log("targets have an error, those in force stay");
        }
    }

    private static void warn(String warning) {
        log.atWarn().addKeyValue("warning", warning).log("alert targets");
    }

    /** Sizes and times of the file and of those that its secrets came from. */
    private Set<String> state() {
        Set<Path> files = new HashSet<>(targets.get().files());
        files.add(file);
        Set<String> state = new TreeSet<>();
        files.forEach(each -> state.add(describe(each)));
        return state;
    }

    private static String describe(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file + " is away";
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
