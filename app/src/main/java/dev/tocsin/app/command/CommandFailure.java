package dev.tocsin.app.command;

/** The command cannot do what was asked; the message is a sentence for people. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
