package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.match.Meaning;

/** A name of an actor. */
record ActorName(Actor actor) implements Meaning {}
