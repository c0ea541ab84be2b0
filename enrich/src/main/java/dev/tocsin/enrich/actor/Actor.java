package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.schemas.ActorKind;

import java.util.List;
import java.util.Optional;

/**
 * Someone who acts in conflicts.
 *
 * @param id stable slug
 * @param name English
 * @param country ISO 3166-1 alpha-2 of where it belongs or acts most; empty for the world's
 * @param names what it is called, in all languages
 */
public record Actor(
        String id, String name, ActorKind kind, Optional<String> country, List<Term> names) {

    public Actor {
        names = List.copyOf(names);
    }
}
