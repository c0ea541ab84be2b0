package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.alert.file.RuleFile;
import dev.tocsin.enrich.alert.file.RuleList;
import dev.tocsin.enrich.codebook.Codebook;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/** The file of alert rules that a command is about. */
record AlertRulesSource(Path file, RuleList list, Codebook codebook) {

    /**
     * Reads a file.
     *
     * @param named by the user; null for the one in force
     */
    static AlertRulesSource read(@Nullable Path named, Configuration configuration)
            throws ConfigurationException {
        Path file = named == null ? inForce(configuration) : named;
        Codebook codebook = EnrichAssembly.codebook(configuration);
        RuleList list = RuleFile.read(file, EnrichAssembly.alertNames(codebook));
        return new AlertRulesSource(file, list, codebook);
    }

    /** Whether there is a file in force at all. */
    static boolean isThere(Configuration configuration) {
        return Files.exists(inForce(configuration));
    }

    private static Path inForce(Configuration configuration) {
        return configuration.alerts().orElse(configuration.data().resolve("alerts.yaml"));
    }
}
