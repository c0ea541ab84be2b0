package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.List;

/**
 * The articles that have some words, if they are few: they are found by the index of words, and
 * everything else by their ids. Where many have the words, going through the newest finds enough
 * soon. PostgreSQL knows how frequent only the most frequent words are, and left to itself goes
 * through all articles for a rare one.
 *
 * @param query what a person typed
 * @param few ids; empty if there are more than a few, of no meaning then
 * @param areMany whether there are more than a few
 */
public record WordSearch(String query, List<String> few, boolean areMany) {
    private static final int FEW = 2_000;

    /** With the limit going through all articles is cheapest only if many have the words. */
    private static final String FIND =
            "select id from article where search @@ websearch_to_tsquery('simple', :query) limit "
                    + (FEW + 1);

    /** Looks the words up. */
    public static WordSearch of(Handle handle, String query) {
        List<String> ids = handle.createQuery(FIND).bind("query", query).mapTo(String.class).list();
        return ids.size() > FEW
                ? new WordSearch(query, List.of(), true)
                : new WordSearch(query, ids, false);
    }

    /**
     * A condition that the words are there, for {@link #bind}.
     *
     * @param article alias of the article
     * @param id expression of its id
     */
    public String condition(String article, String id) {
        return areMany
                ? article + ".search @@ websearch_to_tsquery('simple', :query)"
                : id + " = any(:few)";
    }

    /** Binds what the condition needs. */
    public void bind(Query statement) {
        if (areMany) {
            statement.bind("query", query);
        } else {
            statement.bindArray("few", String.class, few);
        }
    }
}
