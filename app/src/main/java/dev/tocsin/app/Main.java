package dev.tocsin.app;

import dev.tocsin.app.command.TocsinCommand;

import java.util.logging.LogManager;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "dev.tocsin.schemas");
        // Everything of ours logs through Log4j; the JDK's own remarks would stand between the
        // lines.
        LogManager.getLogManager().reset();
        System.exit(TocsinCommand.execute(arguments));
    }
}
