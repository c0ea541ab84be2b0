package dev.tocsin.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "taxonomy",
        description = {
            "Checks, tests, explains and publishes conflict topics, event types, places and",
            "actors."
        },
        subcommands = {
            TaxonomyLintCommand.class,
            TaxonomyTestCommand.class,
            TaxonomyExplainCommand.class,
            TaxonomySchemaCommand.class,
            TaxonomyExportCommand.class,
            TaxonomyPublishCommand.class,
            TaxonomyPublishedCommand.class
        })
final class TaxonomyCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
