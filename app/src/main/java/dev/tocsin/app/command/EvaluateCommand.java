package dev.tocsin.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "evaluate",
        description = "Measures against what people have labelled.",
        subcommands = {
            EvaluateTaggingCommand.class,
            EvaluateEventsCommand.class,
            EvaluateStoriesCommand.class
        })
final class EvaluateCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
