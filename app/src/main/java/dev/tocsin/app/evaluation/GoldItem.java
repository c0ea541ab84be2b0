package dev.tocsin.app.evaluation;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * An article as a reader has grouped it.
 *
 * @param near names of neighbourhoods: readers could differ on whether two articles that share one
 *     are of one story
 */
public record GoldItem(String id, String story, Optional<String> copyGroup, Set<String> near) {
    public GoldItem {
        near = Set.copyOf(near);
    }

    boolean isNear(GoldItem other) {
        return !Collections.disjoint(near, other.near);
    }
}
