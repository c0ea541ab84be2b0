package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Json;
import dev.tocsin.console.api.QueryParameters;
import dev.tocsin.console.api.RefusedException;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.console.record.RecordWriter;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.KafkaTopics;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sql.DataSource;

/** {@code /api/v1/alert-rules} and the words to write them with. */
public final class RuleRoutes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RULE = "/api/v1/alert-rules/{id}";

    private final RuleQueries rules;
    private final Supplier<Vocabulary> vocabulary;
    private final Supplier<Optional<List<String>>> targets;

    /**
     * @param vocabulary what rules may name now
     * @param targets names of those who can be told now; empty if that is unknown here
     */
    public RuleRoutes(
            DataSource dataSource,
            Supplier<Vocabulary> vocabulary,
            Supplier<Optional<List<String>>> targets) {
        this.rules = new RuleQueries(dataSource);
        this.vocabulary = vocabulary;
        this.targets = targets;
    }

    /** Adds the addresses that read. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/alert-rules", this::rules);
        routes.get(RULE, this::rule);
        routes.get("/api/v1/vocabulary", this::vocabulary);
    }

    /** Adds the addresses that change rules. */
    public void addWritingTo(RoutesConfig routes, RecordWriter writer) {
        routes.put(RULE, context -> put(context, writer));
        routes.delete(RULE, context -> delete(context, writer));
    }

    private void rules(Context context) {
        QueryParameters.of(context);
        Json.answer(context, Map.of("rules", rules.all()));
    }

    private void rule(Context context) {
        QueryParameters.of(context);
        Json.answer(context, found(id(context)));
    }

    private void vocabulary(Context context) {
        QueryParameters.of(context);
        RuleQueries.Sources sources = rules.sources();
        Vocabulary words = vocabulary.get();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("conflictTopics", words.conflictTopics());
        answer.put("eventTypes", words.eventTypes());
        answer.put("places", words.places());
        answer.put("languages", RuleWords.LANGUAGES);
        answer.put("sourceClasses", sources.sourceClasses());
        answer.put("publishers", sources.publishers());
        answer.put("targets", targets.get().orElse(List.of()));
        Json.answer(context, answer);
    }

    private void put(Context context, RecordWriter writer) {
        QueryParameters.of(context);
        String id = id(context);
        RuleWords words = new RuleWords(vocabulary.get(), targets.get(), rules);
        AlertRule rule = new RuleReader(words).read(id, context.body());
        rules.find(id).ifPresent(known -> checkEditable(id, known));
        writer.write(KafkaTopics.ALERT_RULES, id, rule);
        context.status(202);
        Json.answer(context, Map.of("rule", json(rule)));
    }

    private void delete(Context context, RecordWriter writer) {
        QueryParameters.of(context);
        String id = id(context);
        checkEditable(id, found(id));
        writer.write(KafkaTopics.ALERT_RULES, id, null);
        context.status(202);
        Json.answer(context, Map.of("removed", id));
    }

    private RuleView found(String id) {
        return rules.find(id)
                .orElseThrow(() ->
                        RefusedException.unknown(
                                "rule", "No rule has this id. /api/v1/alert-rules has them all."));
    }

    private static void checkEditable(String id, RuleView known) {
        if (!known.editable()) {
            String origin = known.rule().path("origin").asString("elsewhere");
            throw RefusedException.conflict(
                    "The rule %s is written in %s. Change it there, or take another id."
                            .formatted(id, origin.replaceFirst("^file ", "")));
        }
    }

    /** Avro writes records as JSON; unions and enums of rules look as they should. */
    private static JsonNode json(AlertRule rule) {
        return JSON.readTree(rule.toString());
    }

    private static String id(Context context) {
        return context.pathParam("id").replace('\0', ' ');
    }
}
