package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.sink.postgres.Deliveries;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "redeliver",
        description = "Sends deliveries again: those named, or all that are parked.",
        footer = {
            "",
            "They keep their message ids, so a receiver that has one already can tell. A running"
                    + " Tocsin sends them within a second, another one when it starts."
        })
final class AlertsRedeliverCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "As alerts deliveries shows it, or the id that the receiver got.")
    private List<String> ids = List.of();

    @Option(names = "--parked", description = "All that are parked.")
    private boolean parked;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "With --parked: only those to this target.")
    private @Nullable String target;

    @Override
    public Integer call() throws ConfigurationException {
        check();
        try (StoreAccess store = StoreAccess.open(flags.configuration())) {
            Deliveries deliveries = new Deliveries(store.dataSource());
            return parked ? parked(deliveries) : named(deliveries);
        } catch (SQLException e) {
            throw new CommandFailure("the deliveries cannot be changed: " + e.getMessage());
        }
    }

    private void check() throws ConfigurationException {
        if (ids.isEmpty() != parked) {
            throw new ConfigurationException(
                    "expected either ids (see tocsin alerts deliveries) or --parked");
        }
        if (target != null && !parked) {
            throw new ConfigurationException("--target goes with --parked");
        }
    }

    private int parked(Deliveries deliveries) throws SQLException {
        int number = deliveries.redeliverParked(target, Instant.now());
        Messages.say("%,d parked deliveries are due again".formatted(number));
        return ExitCodes.DONE;
    }

    private int named(Deliveries deliveries) throws SQLException {
        int exitCode = ExitCodes.DONE;
        for (String id : ids) {
            if (deliveries.redeliver(id, Instant.now())) {
                Messages.say(id + " is due again");
            } else {
                Messages.say(id + ": there is no such delivery, or it is being sent just now");
                exitCode = ExitCodes.FAILED;
            }
        }
        return exitCode;
    }
}
