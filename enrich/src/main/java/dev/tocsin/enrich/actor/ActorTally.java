package dev.tocsin.enrich.actor;

import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.TextField;

/** How often a text names one actor, and where first. */
final class ActorTally {

    private final Actor actor;
    private final TextField field;
    private final int start;
    private final int end;
    private int count;

    private ActorTally(Actor actor, TextField field, int start, int end) {
        this.actor = actor;
        this.field = field;
        this.start = start;
        this.end = end;
    }

    /** Begins where the text names the actor first. */
    static ActorTally from(ActorUse use) {
        return new ActorTally(
                use.actor(),
                use.findings().passage().field(),
                use.findings().start(use.found()),
                use.findings().end(use.found()));
    }

    void count() {
        count++;
    }

    ActorMention mention() {
        return new ActorMention(
                actor.id(),
                actor.name(),
                actor.kind(),
                actor.country().orElse(null),
                count,
                field,
                start,
                end);
    }
}
