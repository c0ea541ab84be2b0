package dev.tocsin.app.command;

import dev.tocsin.app.command.FeedsExportCommand.ListFormat;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.embedded.EmbeddedStartException;
import dev.tocsin.app.instance.DataFolderException;
import dev.tocsin.app.output.OutputFormat;
import dev.tocsin.app.pipeline.GroundException;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.console.PortInUseException;
import dev.tocsin.ingest.push.CallbackPortException;
import dev.tocsin.sink.postgres.DatabaseUnavailableException;

import org.apache.kafka.common.KafkaException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

import java.io.UncheckedIOException;
import java.util.Optional;

@Command(
        name = "tocsin",
        description = {
            "Watches news feeds, files every article under the armed conflicts it is about,",
            "and tells people and programs at once."
        },
        mixinStandardHelpOptions = true,
        versionProvider = TocsinCommand.Version.class,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            FeedsCommand.class,
            SearchCommand.class,
            TailCommand.class,
            TagCommand.class,
            StoriesCommand.class,
            AlertsCommand.class,
            ParseCommand.class,
            TaxonomyCommand.class,
            EvaluateCommand.class,
            DoctorCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:could not be done; the last line on standard error says why",
            "2:wrong usage, or an error in the configuration"
        },
        footer = {
            "",
            "What a machine reads goes to standard output, everything else to standard error."
        })
public final class TocsinCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs a command line and returns its exit code. */
    public static int execute(String... arguments) {
        CommandLine commands = new CommandLine(new TocsinCommand());
        helpEverywhere(commands);
        HelpText.flow(commands);
        return commands.registerConverter(OutputFormat.class, new Choice<>(OutputFormat.class))
                .registerConverter(ListFormat.class, new Choice<>(ListFormat.class))
                .registerConverter(Part.class, new Choice<>(Part.class))
                .registerConverter(
                        AlertsDeliveriesCommand.State.class,
                        new Choice<>(AlertsDeliveriesCommand.State.class))
                .setAbbreviatedSubcommandsAllowed(false)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(TocsinCommand::explain)
                .execute(arguments);
    }

    private static void helpEverywhere(CommandLine command) {
        for (CommandLine below : command.getSubcommands().values()) {
            below.getCommandSpec().mixinStandardHelpOptions(true);
            helpEverywhere(below);
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigurationException) {
            Messages.say("tocsin: " + failure.getMessage());
            return ExitCodes.USAGE;
        }
        if (isExplained(failure)) {
            Messages.say("tocsin: " + failure.getMessage());
            return ExitCodes.FAILED;
        }
        Messages.say("tocsin: a defect, please report it:");
        failure.printStackTrace();
        return ExitCodes.FAILED;
    }

    private static boolean isExplained(Exception failure) {
        return switch (failure) {
            case CommandFailure ignored -> true;
            case DataFolderException ignored -> true;
            case EmbeddedStartException ignored -> true;
            case GroundException ignored -> true;
            case DatabaseUnavailableException ignored -> true;
            case PortInUseException ignored -> true;
            case CallbackPortException ignored -> true;
            case KafkaException ignored -> true;
            case UncheckedIOException ignored -> true;
            default -> false;
        };
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "tocsin "
                        + Optional.ofNullable(
                                        TocsinCommand.class.getPackage().getImplementationVersion())
                                .orElse("dev")
            };
        }
    }
}
