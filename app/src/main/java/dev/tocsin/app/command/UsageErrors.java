package dev.tocsin.app.command;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;

/** Says what is wrong with a command line, what may have been meant, and where the help is. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        Messages.say("tocsin: " + problem(failure, command));
        if (!UnmatchedArgumentException.printSuggestions(failure, command.getErr())
                && !command.getSubcommands().isEmpty()) {
            Messages.say("Commands: " + String.join(", ", command.getSubcommands().keySet()));
        }
        command.getErr().flush();
        Messages.say("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.USAGE;
    }

    private static String problem(ParameterException failure, CommandLine command) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            List<String> words = unmatched.getUnmatched();
            String first = words.getFirst();
            if (first.startsWith("-") && !command.getSubcommands().isEmpty()) {
                return "options follow the command: " + String.join(" ", words) + " came too early";
            }
            return first.startsWith("-")
                    ? "unknown option " + first
                    : command.getSubcommands().isEmpty()
                            ? "one argument too many: " + first
                            : "unknown command " + first;
        }
        return String.valueOf(failure.getMessage());
    }
}
