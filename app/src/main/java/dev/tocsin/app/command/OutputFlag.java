package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.output.Table;

import picocli.CommandLine.Option;

/** The flag that chooses between people and machines. */
final class OutputFlag {
    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "table or json. Default: table.")
    private OutputFormat format = OutputFormat.TABLE;

    boolean isJson() {
        return format == OutputFormat.JSON;
    }

    /** Prints one or the other. */
    void print(Object forMachines, Table forPeople) {
        if (isJson()) {
            System.out.println(Json.pretty(forMachines));
        } else {
            System.out.print(forPeople);
        }
    }
}
