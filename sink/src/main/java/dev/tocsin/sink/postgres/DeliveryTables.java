package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Alert;
import dev.tocsin.sink.deliver.DeliveryPolicy;
import dev.tocsin.sink.deliver.Plan;
import dev.tocsin.sink.deliver.Planner;
import dev.tocsin.sink.deliver.Reasons;
import dev.tocsin.sink.deliver.Retry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plans whom to tell of alerts, in the transaction that stores them: either both are there or
 * neither is. An alert that is read again finds its items and adds nothing.
 */
final class DeliveryTables {
    private final DeliveryRows rows;
    private final Instant now;
    private boolean isAnyDue;

    private DeliveryTables(Connection connection, Instant now) {
        this.rows = new DeliveryRows(connection);
        this.now = now;
    }

    /**
     * Writes the alerts and what follows from them; tells the workers where anything is due.
     *
     * @return how many messages are new or have grown
     */
    static int write(Connection connection, Collection<Alert> alerts, Instant now)
            throws SQLException {
        if (alerts.isEmpty()) {
            return 0;
        }
        Map<String, AlertTable.Known> known = AlertTable.known(connection, alerts);
        AlertTable.write(connection, alerts);
        DeliveryTables tables = new DeliveryTables(connection, now);
        int planned = tables.plan(alerts, known);
        if (tables.isAnyDue) {
            DueNotice.send(connection);
        }
        return planned;
    }

    private int plan(Collection<Alert> alerts, Map<String, AlertTable.Known> known)
            throws SQLException {
        List<DeliveryRows.Item> wanted = new ArrayList<>();
        for (Alert alert : alerts) {
            wanted.addAll(items(alert, Optional.ofNullable(known.get(alert.getId()))));
        }
        wanted.removeAll(rows.existing(wanted));
        for (DeliveryRows.Item item : wanted) {
            plan(item);
        }
        return wanted.size();
    }

    private static List<DeliveryRows.Item> items(Alert alert, Optional<AlertTable.Known> known) {
        if (known.isPresent() && known.get().sequence() >= alert.getSequence()) {
            return List.of();
        }
        boolean isOver = known.isPresent() && alert.getEndedAt().isPresent();
        Optional<String> reason = isOver ? end(alert, known.get()) : news(alert, known);
        return reason.stream()
                .flatMap(why ->
                        new LinkedHashSet<>(alert.getDelivery().getTargets())
                                .stream().map(target -> new DeliveryRows.Item(alert, target, why)))
                .toList();
    }

    /** An all-clear is for those who were alarmed: what is new and over already is news. */
    private static Optional<String> end(Alert alert, AlertTable.Known known) {
        return known.isOver() || !alert.getDelivery().getTellEnd()
                ? Optional.empty()
                : Optional.of(Reasons.ENDED);
    }

    private static Optional<String> news(Alert alert, Optional<AlertTable.Known> known) {
        OptionalInt origins =
                known.map(before -> OptionalInt.of(before.independentOrigins()))
                        .orElse(OptionalInt.empty());
        return Reasons.of(
                origins, alert.getIndependentOrigins(), alert.getDelivery().getUpdateAtOrigins());
    }

    private void plan(DeliveryRows.Item item) throws SQLException {
        if (isLongAgo(item.alert())) {
            rows.add(item, rows.parked(item.target(), now), now);
            return;
        }
        Plan plan = planFor(item);
        isAnyDue |= plan instanceof Plan.AtOnce;
        long delivery =
                switch (plan) {
                    case Plan.AtOnce _ -> rows.atOnce(item.target(), now);
                    case Plan.Held held ->
                            rows.held(item.target(), now, held.at(), held.because().name());
                };
        rows.add(item, delivery, plan.at());
    }

    private Plan planFor(DeliveryRows.Item item) throws SQLException {
        DeliveryPolicy policy = DeliveryPolicies.of(item.alert().getDelivery());
        Duration memory = policy.cooldown().plus(Duration.ofHours(1));
        List<Instant> recent =
                policy.remembers() ? rows.recent(item, now.minus(memory)) : List.of();
        return Planner.plan(now, policy, recent);
    }

    /** Alerts of long ago come when a new database reads them all; nobody wants them as news. */
    private boolean isLongAgo(Alert alert) {
        return alert.getUpdatedAt().isBefore(now.minus(Retry.PATIENCE));
    }
}
