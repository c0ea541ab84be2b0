package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that a command works on: the one named, else the configured one, else ours. */
record TaxonomySource(Optional<Path> folder) {

    static TaxonomySource of(@Nullable Path named, SettingFlags flags)
            throws ConfigurationException {
        Optional<Path> folder =
                named == null ? flags.configuration().taxonomy() : Optional.of(named);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new CommandFailure(folder.get() + " is no folder of conflict topics");
        }
        return new TaxonomySource(folder);
    }

    /** How messages call it. */
    String name() {
        return folder.map(Path::toString).orElse("the taxonomy that ships");
    }

    /** Lends the folder. */
    <T> T use(TaxonomyFolder.Use<T> use) {
        try {
            return folder.isPresent() ? use.apply(folder.get()) : TaxonomyFolder.bundled(use);
        } catch (TaxonomyException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    Codebook read() {
        return use(Codebook::read);
    }
}
