package dev.tocsin.yaml;

import java.util.Collection;

/** What becomes of a problem in a file: it ends the reading, or is kept while that goes on. */
@FunctionalInterface
public interface Problems {

    /** The first problem ends the reading. */
    Problems THROWN =
            problem -> {
                throw problem;
            };

    /** Reading goes on without what is wrong. */
    static Problems keptIn(Collection<YamlException> kept) {
        return kept::add;
    }

    void tell(YamlException problem) throws YamlException;
}
