package dev.tocsin.app.command;

/** What the shell gets back; {@code tocsin --help} lists them. */
final class ExitCodes {
    static final int DONE = 0;

    /** It was understood but could not be done. */
    static final int FAILED = 1;

    /** Wrong usage, or a configuration with an error in it. */
    static final int USAGE = 2;

    private ExitCodes() {}
}
