package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.taxonomy.PublishedTaxonomy;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The taxonomy that a command works on: the folder named, else the configured one, else ours.
 *
 * @param published the files, where the configured one is that on Kafka
 */
record TaxonomySource(Configuration.Taxonomy place, Optional<CodebookFiles> published) {

    static TaxonomySource of(@Nullable Path named, SettingFlags flags)
            throws ConfigurationException {
        if (named != null) {
            return ofFolder(named);
        }
        Configuration configuration = flags.configuration();
        return switch (configuration.taxonomy()) {
            case Configuration.Taxonomy.Shipped shipped ->
                    new TaxonomySource(shipped, Optional.empty());
            case Configuration.Taxonomy.Folder folder -> ofFolder(folder.path());
            case Configuration.Taxonomy.Published published ->
                    new TaxonomySource(published, PublishedTaxonomy.files(configuration));
        };
    }

    static TaxonomySource ofFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(folder + " is no folder of conflict topics");
        }
        return new TaxonomySource(new Configuration.Taxonomy.Folder(folder), Optional.empty());
    }

    /** How messages call it. */
    String name() {
        return switch (place) {
            case Configuration.Taxonomy.Folder folder -> folder.path().toString();
            case Configuration.Taxonomy.Shipped _ -> "the taxonomy that ships";
            case Configuration.Taxonomy.Published _ ->
                    published.isPresent()
                            ? "the published taxonomy"
                            : "the taxonomy that ships (none is published)";
        };
    }

    /** Lends the folder. */
    <T> T use(TaxonomyFolder.Use<T> use) {
        try {
            if (place instanceof Configuration.Taxonomy.Folder folder) {
                return use.apply(folder.path());
            }
            return published.isPresent() ? lend(published.get(), use) : TaxonomyFolder.bundled(use);
        } catch (TaxonomyException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T lend(CodebookFiles files, TaxonomyFolder.Use<T> use)
            throws TaxonomyException {
        try {
            Path folder = Files.createTempDirectory("tocsin-taxonomy");
            try {
                files.writeTo(folder);
                return use.apply(folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    Codebook read() {
        return use(Codebook::read);
    }
}
