package dev.tocsin.app.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How far work has come: on a terminal one line that is written over, elsewhere, such as in the log
 * of cron, a line now and then.
 */
final class Progress {
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final boolean terminal;
    private final Consumer<String> out;
    private final Clock clock;
    private Instant spoke;

    /**
     * @param out takes text as it is, line breaks included
     */
    Progress(boolean terminal, Consumer<String> out, Clock clock) {
        this.terminal = terminal;
        this.out = out;
        this.clock = clock;
        this.spoke = clock.instant();
    }

    static Progress onStandardError() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Progress(terminal, Messages::write, Clock.systemUTC());
    }

    void show(String message) {
        if (terminal) {
            out.accept("\r\u001b[K" + message);
        } else if (!clock.instant().isBefore(spoke.plus(QUIET))) {
            spoke = clock.instant();
            out.accept(message + "\n");
        }
    }

    /** Ends the line that is written over. */
    void done() {
        if (terminal) {
            out.accept("\r\u001b[K");
        }
    }
}
