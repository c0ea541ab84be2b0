package dev.tocsin.enrich.alert;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Articles of which only the number is kept.
 *
 * @param origins theirs, {@value #MOST_ORIGINS} at most
 */
record Further(int articles, int copies, Set<String> origins) {

    static final Further NONE = new Further(0, 0, Set.of());

    private static final int MOST_ORIGINS = 800;

    Further {
        origins = Set.copyOf(origins);
    }

    Further and(MatchedArticle article) {
        return and(1, article.isCopy() ? 1 : 0, Set.of(article.origin()));
    }

    Further and(Further other) {
        return and(other.articles, other.copies, other.origins);
    }

    private Further and(int moreArticles, int moreCopies, Collection<String> moreOrigins) {
        Set<String> union = new TreeSet<>(origins);
        for (String origin : moreOrigins) {
            if (union.size() < MOST_ORIGINS) {
                union.add(origin);
            }
        }
        return new Further(articles + moreArticles, copies + moreCopies, union);
    }
}
