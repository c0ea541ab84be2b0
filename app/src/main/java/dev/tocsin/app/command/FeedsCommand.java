package dev.tocsin.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "feeds",
        description = "Looks after the feed list.",
        subcommands = {
            FeedsListCommand.class,
            FeedsEventsCommand.class,
            FeedsImportCommand.class,
            FeedsExportCommand.class,
            FeedsCheckCommand.class,
            FeedsDiscoverCommand.class
        })
final class FeedsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
