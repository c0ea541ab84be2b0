package dev.tocsin.app;

import dev.tocsin.app.command.TocsinCommand;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "dev.tocsin.schemas");
        System.exit(TocsinCommand.execute(arguments));
    }
}
