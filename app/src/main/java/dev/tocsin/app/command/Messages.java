package dev.tocsin.app.command;

/** What people read; standard output belongs to machines. */
final class Messages {
    private Messages() {}

    static void say(String message) {
        System.err.println(message);
    }

    /** Shows how far long work has come, on one line that is written over. */
    static void progress(String message) {
        if (System.console() != null && System.console().isTerminal()) {
            System.err.print("\r\u001b[K" + message);
            System.err.flush();
        }
    }

    /** Ends a line of progress. */
    static void progressDone() {
        progress("");
    }
}
