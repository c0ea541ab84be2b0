package dev.tocsin.sink.channel;

import dev.tocsin.egress.EgressError;
import dev.tocsin.egress.EgressResult;
import dev.tocsin.egress.MailResult;
import dev.tocsin.sink.targets.Target;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What an answer means: done, later, or never. */
final class Answers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int GONE = 410;
    private static final int SHOWN = 160;
    private static final long LONGEST_WISH = 10_000_000;

    private Answers() {}

    static Outcome of(Target target, EgressResult result, Instant now) {
        return switch (result) {
            case EgressResult.Response response -> answered(target, response, now);
            case EgressResult.Refused refused ->
                    failed(target, refused.text() + " See egress.allow.", true, refused.took());
            case EgressResult.Failed failed ->
                    failed(
                            target,
                            failed.text(),
                            failed.error() == EgressError.BAD_URL,
                            failed.took());
        };
    }

    static Outcome of(Target target, MailResult result) {
        return switch (result) {
            case MailResult.Accepted accepted ->
                    new Outcome.Delivered(OptionalInt.empty(), accepted.took());
            case MailResult.Rejected rejected ->
                    new Outcome.Failed(
                            OptionalInt.of(rejected.code()),
                            shown(target, rejected.text()),
                            rejected.isForGood(),
                            Optional.empty(),
                            rejected.took());
            case MailResult.Refused refused ->
                    failed(target, refused.text() + " See egress.allow.", true, refused.took());
            case MailResult.Failed failed -> failed(target, failed.text(), false, failed.took());
        };
    }

    private static Outcome failed(Target target, String text, boolean forGood, Duration took) {
        return new Outcome.Failed(
                OptionalInt.empty(), shown(target, text), forGood, Optional.empty(), took);
    }

    private static Outcome answered(Target target, EgressResult.Response response, Instant now) {
        int status = response.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered(OptionalInt.of(status), response.took());
        }
        String said = new String(response.body(), StandardCharsets.UTF_8).strip();
        String text =
                "answered %d%s. %s"
                        .formatted(
                                status,
                                said.isEmpty() ? "" : " \"" + shown(target, said) + "\"",
                                advice(status));
        return new Outcome.Failed(
                OptionalInt.of(status),
                text,
                isForGood(target, status),
                wish(response, said, now),
                response.took());
    }

    /**
     * A program's answer may change, so only 410 ends a webhook (Standard Webhooks); a chat that
     * refuses a message will refuse it again.
     */
    private static boolean isForGood(Target target, int status) {
        return switch (target) {
            case Target.Webhook _ -> status == GONE;
            case Target.Chat _, Target.Ntfy _, Target.Telegram _, Target.Matrix _, Target.Email _ ->
                    status >= 400 && status < 500 && !PASSING.contains(status);
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 400, 422 -> "It does not take the message; check what the target points to.";
            case 401, 403 -> "Check the token, the secret and what it is allowed to do.";
            case 404, 405 -> "Nothing takes messages there; check the address.";
            case GONE -> "It is gone; make a new address and put it into alerts.yaml.";
            case 413 -> "It does not take messages of this size.";
            case 429 -> "It wants fewer messages; this one is sent again later.";
            default ->
                    status < 400
                            ? "Redirects are not followed; put the final address into alerts.yaml."
                            : "It has a problem of its own.";
        };
    }

    /** The header, or the fields that Telegram, Discord and Matrix have for it. */
    private static Optional<Duration> wish(
            EgressResult.Response response, String said, Instant now) {
        return response.headers()
                .first("Retry-After")
                .flatMap(value -> wish(value.strip(), now))
                .or(() -> response.status() == 429 ? wish(said) : Optional.empty());
    }

    private static Optional<Duration> wish(String value, Instant now) {
        if (value.matches("\\d{1,9}(\\.\\d+)?")) {
            return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
        }
        try {
            Instant until =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> wish(String said) {
        try {
            JsonNode root = JSON.readTree(said);
            double seconds =
                    Math.max(
                            root.path("retry_after").asDouble(0),
                            Math.max(
                                    root.path("parameters").path("retry_after").asDouble(0),
                                    root.path("retry_after_ms").asDouble(0) / 1000));
            return seconds > 0 && seconds < LONGEST_WISH
                    ? Optional.of(Duration.ofMillis((long) (seconds * 1000)))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static String shown(Target target, String text) {
        String line = target.redacted(text).replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.length() <= SHOWN * 2 ? line : line.substring(0, SHOWN * 2) + "…";
    }
}
