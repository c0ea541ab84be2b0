package dev.tocsin.app.command;

import dev.tocsin.app.taxonomy.IncompleteVersionException;
import dev.tocsin.app.taxonomy.PublishedVersions;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookChange;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.schemas.PublishedVersion;

import java.util.List;
import java.util.Optional;

/**
 * A taxonomy beside the newest that is published.
 *
 * @param against the newest; empty where none is, and the one that ships is compared with
 * @param problem why the newest cannot be compared with; empty if it can
 * @param isSame whether all files are the same
 */
record Comparison(
        Codebook codebook,
        Optional<PublishedVersion> against,
        String problem,
        boolean isSame,
        List<CodebookChange> changes) {

    static Comparison of(PublishedVersions versions, CodebookFiles files, Codebook codebook) {
        Optional<PublishedVersion> newest = versions.newest();
        if (newest.isEmpty()) {
            List<CodebookChange> changes = CodebookChange.between(Codebook.bundled(), codebook);
            return new Comparison(codebook, newest, "", false, changes);
        }
        try {
            CodebookFiles before = versions.files(newest.get());
            return new Comparison(
                    codebook,
                    newest,
                    "",
                    before.equals(files),
                    CodebookChange.between(Codebook.read(before), codebook));
        } catch (TaxonomyException | IncompleteVersionException e) {
            return new Comparison(
                    codebook, newest, String.valueOf(e.getMessage()), false, List.of());
        }
    }
}
