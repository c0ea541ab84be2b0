package dev.tocsin.sink.postgres;

/** The articles of a batch whose tags and annotations are to be written. */
final class Changed {
    static final String STAGE =
            "create temp table if not exists batch_changed (id text) on commit delete rows";

    /**
     * All of them, for a comparison. Not a join: nobody counts the rows of a temporary table, and
     * for the thousand that PostgreSQL takes it to have it would read a table of a hundred thousand
     * rows from end to end, in every batch.
     */
    static final String ANY = "any(array(select id from batch_changed))";

    private Changed() {}
}
