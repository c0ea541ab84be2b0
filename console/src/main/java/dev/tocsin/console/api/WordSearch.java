package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.List;

/**
 * The articles that have some words. If they are few, they are found by the index of words, and
 * everything else by their ids; where many have the words, going through the newest finds enough
 * soon. PostgreSQL knows how frequent only the most frequent words are, and left to itself goes
 * through all articles for a rare one.
 */
public sealed interface WordSearch {
    /** Looks the words up as a person typed them. */
    static WordSearch of(Handle handle, String query) {
        List<String> ids =
                handle.createQuery(Few.FIND).bind("query", query).mapTo(String.class).list();
        return ids.size() > Few.MOST ? new Many(query) : new Few(ids);
    }

    /**
     * A condition that the words are there, for {@link #bind}.
     *
     * @param article alias of the article
     * @param id expression of its id
     */
    String condition(String article, String id);

    /** Binds what the condition needs. */
    void bind(Query statement);

    /** All articles that have the words. */
    record Few(List<String> ids) implements WordSearch {
        private static final int MOST = 2_000;

        /** With the limit, going through all articles is cheapest only if many have the words. */
        private static final String FIND =
                "select id from article where search @@ websearch_to_tsquery('simple', :query) limit "
                        + (MOST + 1);

        @Override
        public String condition(String article, String id) {
            return id + " = any(:few)";
        }

        @Override
        public void bind(Query statement) {
            statement.bindArray("few", String.class, ids);
        }
    }

    /** More articles have the words than are worth naming. */
    record Many(String query) implements WordSearch {
        @Override
        public String condition(String article, String id) {
            return article + ".search @@ websearch_to_tsquery('simple', :query)";
        }

        @Override
        public void bind(Query statement) {
            statement.bind("query", query);
        }
    }
}
