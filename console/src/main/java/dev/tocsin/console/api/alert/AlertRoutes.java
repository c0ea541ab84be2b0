package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Json;
import dev.tocsin.console.api.QueryParameters;
import dev.tocsin.console.api.RefusedException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.util.LinkedHashMap;
import java.util.Map;

import javax.sql.DataSource;

/** {@code /api/v1/alerts} and {@code /api/v1/deliveries}. */
public final class AlertRoutes {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final AlertQueries alerts;
    private final Deliveries deliveries;

    public AlertRoutes(DataSource dataSource) {
        this.alerts = new AlertQueries(dataSource);
        this.deliveries = new Deliveries(dataSource);
    }

    /** Adds the addresses that read. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/alerts", this::alerts);
        routes.get("/api/v1/alerts/{id}", this::alert);
        routes.get("/api/v1/deliveries", this::deliveries);
    }

    /** Adds the address that has something sent again. */
    public void addWritingTo(RoutesConfig routes) {
        routes.post("/api/v1/deliveries/{id}/redeliver", this::redeliver);
    }

    private void alerts(Context context) {
        QueryParameters parameters =
                QueryParameters.of(context, "rule", "topic", "subject", "since", "limit", "cursor");
        Json.answer(
                context,
                alerts.newest(
                        new AlertFilter(
                                parameters.text("rule"),
                                parameters.text("topic"),
                                parameters.text("subject"),
                                parameters.time("since"),
                                parameters.number(
                                        "limit", AlertFilter.DEFAULT_LIMIT, AlertFilter.MAX_LIMIT),
                                parameters.cursor("cursor"))));
    }

    private void alert(Context context) {
        QueryParameters.of(context);
        String id = context.pathParam("id").replace('\0', ' ');
        Json.answer(
                context,
                alerts.find(id)
                        .orElseThrow(() ->
                                RefusedException.unknown(
                                        "alert",
                                        "No alert with this id is stored. Ids come from /api/v1/alerts.")));
    }

    private void deliveries(Context context) {
        QueryParameters parameters =
                QueryParameters.of(context, "state", "target", "before", "limit");
        Deliveries.Page page =
                deliveries.newest(
                        parameters.choice("state", "HELD", "WAITING", "DELIVERED", "PARKED"),
                        parameters.text("target"),
                        parameters.id("before"),
                        parameters.number("limit", DEFAULT_LIMIT, MAX_LIMIT));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("deliveries", page.deliveries());
        answer.put("next", page.next());
        Json.answer(context, answer);
    }

    private void redeliver(Context context) {
        QueryParameters.of(context);
        String id = context.pathParam("id");
        if (!id.matches("\\d{1,18}")) {
            throw RefusedException.unknown(
                    "delivery", "Ids are numbers; /api/v1/deliveries has them.");
        }
        context.status(202);
        Json.answer(context, Map.of("delivery", deliveries.sendAgain(Long.parseLong(id))));
    }
}
