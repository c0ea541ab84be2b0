package dev.tocsin.console.api;

import java.util.Map;

/**
 * How one part of the program is.
 *
 * @param part its name, such as {@code ingest}
 * @param text one sentence for people
 * @param details figures to go with it, by name
 */
public record Health(String part, State state, String text, Map<String, Object> details) {

    /** What a part amounts to for somebody who looks from outside. */
    public enum State {
        STARTING,
        RUNNING,
        WAITING,
        FAILED,
        STOPPED
    }

    public Health {
        details = Map.copyOf(details);
    }
}
