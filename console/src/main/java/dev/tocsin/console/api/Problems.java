package dev.tocsin.console.api;

import dev.tocsin.console.record.UnwrittenException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;

/** Turns failures into problem answers (RFC 9457). */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(BadRequestException.class, Problems::badRequest);
        routes.exception(RefusedException.class, Problems::notDone);
        routes.exception(UnwrittenException.class, Problems::kafkaAway);
        routes.exception(JdbiException.class, Problems::databaseAway);
        routes.exception(HttpResponseException.class, Problems::refused);
        routes.exception(Exception.class, Problems::failed);
    }

    private static void badRequest(BadRequestException e, Context context) {
        String field = e.field();
        Map<String, Object> more = field == null ? Map.of() : Map.of("field", field);
        Json.problem(context, 400, "Bad request", text(e), more);
    }

    private static void notDone(RefusedException e, Context context) {
        Json.problem(context, e.status(), e.title(), text(e));
    }

    private static void kafkaAway(UnwrittenException e, Context context) {
        log.atWarn()
                .addKeyValue("path", context.path())
                .addKeyValue("reason", text(e))
                .log("a record could not be written");
        Json.problem(
                context,
                503,
                "Kafka not available",
                "Kafka did not take the record within ten seconds, so nothing has changed for certain. Try again soon.");
    }

    private static void databaseAway(JdbiException e, Context context) {
        log.atWarn()
                .addKeyValue("path", context.path())
                .addKeyValue("reason", reason(e))
                .log("the database did not answer a question");
        Json.problem(
                context,
                503,
                "Database not available",
                "The database did not answer, or not within ten seconds. Try again soon; /api/v1/health says more.");
    }

    private static void refused(HttpResponseException e, Context context) {
        String detail =
                switch (e.getStatus()) {
                    case 404 -> "Nothing lives at this address.";
                    case 405 -> "This address does not answer " + context.method().name() + ".";
                    default -> text(e);
                };
        Json.problem(context, e.getStatus(), "Not possible", detail);
    }

    private static void failed(Exception e, Context context) {
        log.atError().addKeyValue("path", context.path()).setCause(e).log("request failed");
        Json.problem(
                context, 500, "Internal error", "This should not have happened; the log has more.");
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? text(e) : text(cause);
    }

    private static String text(Throwable e) {
        String text = e.getMessage();
        return text == null ? e.getClass().getSimpleName() : text;
    }
}
