package dev.tocsin.app.command;

/** What people read; standard output belongs to machines. */
final class Messages {
    private Messages() {}

    static void say(String message) {
        System.err.println(message);
    }

    /** As it is, without a line break of its own. */
    static void write(String text) {
        System.err.print(text);
        System.err.flush();
    }
}
