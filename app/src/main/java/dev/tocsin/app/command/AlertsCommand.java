package dev.tocsin.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "alerts",
        description = "Looks after alerts: the rules, whom they reach, what became of them.",
        subcommands = {
            AlertsLintCommand.class,
            AlertsBacktestCommand.class,
            AlertsListCommand.class,
            AlertsSchemaCommand.class,
            AlertsTestCommand.class,
            AlertsDeliveriesCommand.class,
            AlertsRedeliverCommand.class
        })
final class AlertsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
