package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.alert.file.KnownNames;
import dev.tocsin.enrich.alert.file.RuleFile;
import dev.tocsin.enrich.alert.file.RuleList;
import dev.tocsin.schemas.AlertRule;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps the rules in force equal to the file of rules while the program runs: whoever saves the
 * file sees the change a few seconds later. A file with an error in it changes nothing, and so does
 * one that is not there; an empty one removes the rules that came from it.
 */
final class AlertRuleKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AlertRuleKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path file;
    private final Supplier<KnownNames> names;
    private final AlertRuleRegistry registry;
    private final Rounds rounds;
    private FileTime readAt = NEVER;
    private @Nullable KnownNames readWith;

    private AlertRuleKeeper(
            Path file, Supplier<KnownNames> names, AlertRuleRegistry registry, Duration look) {
        this.file = file;
        this.names = names;
        this.registry = registry;
        this.rounds = new Rounds("alert-rules", look, this::look);
    }

    /**
     * Reads the file, publishes its rules, and goes on watching.
     *
     * @throws ConfigurationException with every error in the file
     */
    static AlertRuleKeeper start(Path file, Supplier<KnownNames> names, AlertRuleRegistry registry)
            throws ConfigurationException {
        return start(file, names, registry, LOOK);
    }

    static AlertRuleKeeper start(
            Path file, Supplier<KnownNames> names, AlertRuleRegistry registry, Duration look)
            throws ConfigurationException {
        AlertRuleKeeper keeper = new AlertRuleKeeper(file, names, registry, look);
        FileTime modified = modified(file);
        if (!modified.equals(NEVER)) {
            KnownNames known = names.get();
            RuleList list = RuleFile.read(file, known);
            if (!list.isSound()) {
                throw new ConfigurationException(list.complaint());
            }
            keeper.publish(list.rules());
            keeper.readAt = modified;
            keeper.readWith = known;
        }
        keeper.rounds.start();
        return keeper;
    }

    /** What the file may name changes with the taxonomy. */
    private void look() {
        FileTime now = modified(file);
        KnownNames known = names.get();
        if (!now.equals(NEVER) && !(now.equals(readAt) && known.equals(readWith))) {
            readAt = now;
            readWith = known;
            readAgain(known);
        }
    }

    private void readAgain(KnownNames known) {
        RuleList list = RuleFile.read(file, known);
        if (!list.isSound()) {
            log.atWarn()
                    .addKeyValue("errors", list.complaint())
                    .log("alert rules have an error, those in force stay as they were");
            return;
        }
        try {
            publish(list.rules());
        } catch (KafkaException e) {
            log.atWarn()
                    .addKeyValue("error", e.toString())
                    .log("alert rules could not be published, trying again");
            readAt = NEVER;
        }
    }

    private void publish(List<AlertRule> rules) {
        AlertRuleRegistry.Changes changes = registry.sync(rules);
        log.atInfo()
                .addKeyValue("rules", rules.size())
                .addKeyValue("changed", changes.published().size())
                .addKeyValue("removed", changes.removed().size())
                .log("alert rules read");
        for (String id : changes.taken()) {
            log.atWarn()
                    .addKeyValue("rule", id)
                    .log("a rule of this name was made over the API, that of the file is left out");
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return NEVER;
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
