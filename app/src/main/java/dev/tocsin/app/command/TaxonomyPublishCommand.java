package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.taxonomy.PublishedTaxonomy;
import dev.tocsin.app.taxonomy.TaxonomyLog;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.enrich.lint.TaxonomyLint;
import dev.tocsin.schemas.PublishedVersion;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "publish",
        description = {
            "Puts a taxonomy on Kafka, in force for all processes with \"taxonomy: kafka\".",
            "It has to be free of errors (lint), and its examples above the floors (test)."
        },
        footer = {
            "",
            "Prints what changes against the version in force. Ends with 1, and changes nothing,",
            "if the taxonomy is refused. To go back, see taxonomy published --export."
        })
final class TaxonomyPublishCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();
    @Mixin private FloorFlags floors = new FloorFlags();

    @Parameters(paramLabel = "DIR", description = "Folder of conflict topics.")
    private Path folder = Path.of("");

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "Why, for those who read the history.")
    private String note = "";

    @Option(names = "--dry-run", description = "Checks and compares, and publishes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration();
        TaxonomySource source = TaxonomySource.ofFolder(folder);
        if (!isSound(source)) {
            Messages.say("tocsin: nothing is published");
            return ExitCodes.FAILED;
        }
        CodebookFiles files = source.use(CodebookFiles::of);
        Codebook codebook = source.use(ignored -> Codebook.read(files));
        TaxonomyLog log = PublishedTaxonomy.log(configuration);
        Comparison comparison = Comparison.of(log.read(), files, codebook);
        Optional<PublishedVersion> published =
                comparison.isSame() || dryRun
                        ? Optional.empty()
                        : Optional.of(log.publish(files, codebook, note, Instant.now()));
        new PublicationReport(comparison, published).print(output);
        return ExitCodes.DONE;
    }

    /** What would be refused anywhere, or does not do what its examples say, is told here. */
    private boolean isSound(TaxonomySource source) {
        List<Finding> errors =
                source.use(TaxonomyLint::check).stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .toList();
        errors.forEach(finding -> Messages.say(finding.toString()));
        List<String> tooLarge = TaxonomyLog.tooLarge(source.use(CodebookFiles::of));
        tooLarge.forEach(path ->
                Messages.say(
                        path + ": error: too large for a record of Kafka; write two files of it"));
        return errors.isEmpty() && tooLarge.isEmpty() && areExamplesRight(source);
    }

    private boolean areExamplesRight(TaxonomySource source) {
        ExampleRuns runs = source.use(ExampleRuns::of);
        List<String> below = floors.below(runs);
        if (!below.isEmpty()) {
            runs.sayFailures();
            Messages.say("tocsin: below the floor: " + String.join(", ", below));
        }
        return below.isEmpty();
    }
}
