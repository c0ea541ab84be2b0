package dev.tocsin.console.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into problem answers (RFC 9457). */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(BadRequestException.class, Problems::badRequest);
        routes.exception(JdbiException.class, Problems::databaseAway);
        routes.exception(HttpResponseException.class, Problems::refused);
        routes.exception(Exception.class, Problems::failed);
    }

    private static void badRequest(BadRequestException e, Context context) {
        Json.problem(context, 400, "Bad request", text(e));
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
                    case 405 -> "This address only answers GET.";
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
