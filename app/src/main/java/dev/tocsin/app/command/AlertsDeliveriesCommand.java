package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.sink.postgres.Deliveries;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(
        name = "deliveries",
        description = "Shows what was sent, what waits and what has failed, newest first.",
        footer = {
            "",
            "held: waits for a digest, the end of quiet hours or of a cooldown. waiting: is due, or"
                    + " is tried again at the time shown. parked: waits for you; see redeliver."
        })
final class AlertsDeliveriesCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    /** As people write it. */
    enum State {
        HELD,
        WAITING,
        DELIVERED,
        PARKED
    }

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only parked, waiting, held or delivered ones.")
    private @Nullable State state;

    @Option(names = "--target", paramLabel = "NAME", description = "Only to this target.")
    private @Nullable String target;

    @Option(names = "--alert", paramLabel = "ID", description = "Only those that tell of it.")
    private @Nullable String alert;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: 50.")
    private int limit = 50;

    @Override
    public Integer call() throws ConfigurationException {
        if (limit < 1 || limit > MOST) {
            throw new ConfigurationException("--limit %d: expected 1 to %d".formatted(limit, MOST));
        }
        try (StoreAccess store = StoreAccess.open(flags.configuration())) {
            String wanted = state == null ? null : state.name();
            print(new Deliveries(store.dataSource()).list(wanted, target, alert, limit));
            return ExitCodes.DONE;
        } catch (SQLException e) {
            throw new CommandFailure("the deliveries cannot be read: " + e.getMessage());
        }
    }

    private void print(List<Deliveries.Row> rows) {
        Table table =
                new Table("id", "target", "state", "due", "tries", "status", "alert", "last error");
        for (Deliveries.Row row : rows) {
            table.row(
                    row.id(),
                    row.target(),
                    state(row),
                    row.deliveredAt() == null ? row.dueAt() : row.deliveredAt(),
                    row.attempts(),
                    row.lastStatus(),
                    row.titles(),
                    row.lastError());
        }
        output.print(rows, table);
    }

    private static String state(Deliveries.Row row) {
        String word = row.state().toLowerCase(Locale.ROOT);
        String because = row.heldBecause();
        return row.state().equals("HELD") && because != null
                ? word + ": " + because.toLowerCase(Locale.ROOT).replace('_', ' ')
                : word;
    }
}
