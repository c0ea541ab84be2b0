package dev.tocsin.app.pipeline;

import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.EnrichHealth;
import dev.tocsin.ingest.IngestHealth;
import dev.tocsin.ingest.push.PushCounts;
import dev.tocsin.ingest.push.WebSub;
import dev.tocsin.sink.postgres.SinkHealth;
import dev.tocsin.sink.worker.DeliveryHealth;
import dev.tocsin.sink.worker.SweepHealth;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

/** What the parts say of themselves, in the console's words. */
final class Healths {
    private Healths() {}

    static Health of(DataSource store) {
        try (Connection connection = store.getConnection()) {
            return connection.isValid(2)
                    ? new Health("database", Health.State.RUNNING, "answers", Map.of())
                    : new Health("database", Health.State.WAITING, "does not answer", Map.of());
        } catch (SQLException e) {
            return new Health(
                    "database", Health.State.WAITING, String.valueOf(e.getMessage()), Map.of());
        }
    }

    static Health of(IngestHealth health) {
        Health.State state = health.healthy() ? Health.State.RUNNING : Health.State.WAITING;
        return new Health("ingest", state, health.text(), Map.of());
    }

    static Health of(WebSub webSub) {
        PushCounts counts = webSub.counts();
        return new Health(
                "websub",
                Health.State.RUNNING,
                "hubs have pushed %d times".formatted(counts.accepted()),
                Map.of(
                        "received", counts.received(),
                        "accepted", counts.accepted(),
                        "ignored", counts.ignored(),
                        "unknown", counts.unknown(),
                        "refused", counts.refused()));
    }

    static Health of(EnrichHealth health) {
        Health.State state = Health.State.valueOf(health.state().name());
        return new Health("enrich", state, health.text(), Map.of());
    }

    static Health of(DeliveryHealth health, SweepHealth sweep) {
        boolean isWell = health.isHealthy() && sweep.trouble().isEmpty();
        return new Health(
                "deliveries",
                isWell ? Health.State.RUNNING : Health.State.WAITING,
                isWell || !health.isHealthy() ? health.text() : sweep.trouble(),
                Map.of(
                        "delivered", health.delivered(),
                        "failed", health.failed(),
                        "parked", health.parked(),
                        "removed", sweep.removed()));
    }

    static Health of(SinkHealth health) {
        Health.State state = Health.State.valueOf(health.state().name());
        return new Health("sink", state, health.text(), Map.of());
    }
}
