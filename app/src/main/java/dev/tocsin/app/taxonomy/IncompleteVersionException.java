package dev.tocsin.app.taxonomy;

import dev.tocsin.schemas.PublishedFile;
import dev.tocsin.schemas.PublishedVersion;

/** Not all files of a published taxonomy are on Kafka. */
public final class IncompleteVersionException extends Exception {
    private static final long serialVersionUID = 1L;

    IncompleteVersionException(PublishedVersion version, PublishedFile missing) {
        super(
                "version %d lacks the text of %s on Kafka: publish it again"
                        .formatted(version.getNumber(), missing.getPath()));
    }
}
