package dev.tocsin.console.api;

import io.javalin.http.Context;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in JSON: times as ISO-8601, problems as RFC 9457 has them. */
public final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** The value in one line. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Answers with the value. */
    public static void answer(Context context, Object value) {
        context.contentType("application/json").result(text(value));
    }

    /** Answers with a problem: what is wrong and what to do. */
    public static void problem(Context context, int status, String title, String detail) {
        problem(context, status, title, detail, Map.of());
    }

    /** Answers with a problem that says more than the standard asks for. */
    static void problem(
            Context context, int status, String title, String detail, Map<String, Object> more) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", context.path());
        problem.putAll(more);
        context.status(status).contentType("application/problem+json").result(text(problem));
    }
}
