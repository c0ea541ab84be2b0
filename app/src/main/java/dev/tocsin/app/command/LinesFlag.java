package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.output.Table;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The flag of commands that work on a stream: lines for machines unless people ask for a table. */
final class LinesFlag {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "json, a line for each, or table. Default: json.")
    private @Nullable OutputFormat format;

    boolean isTable() {
        return format == OutputFormat.TABLE;
    }

    /** Prints a summary, which is for people unless asked for otherwise. */
    void summary(Object forMachines, String forPeople) {
        System.out.println(format == OutputFormat.JSON ? Json.pretty(forMachines) : forPeople);
    }

    /** Prints what has been collected, if that is how it was asked for. */
    void end(Table collected) {
        if (isTable()) {
            System.out.print(collected);
        }
    }
}
