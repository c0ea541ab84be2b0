package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.DigestRhythm;
import dev.tocsin.schemas.VolumeCondition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** The alert rules in force, and what became of them. */
public final class AlertRuleQueries {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String RULES =
            """
            select r.rule, count(a.id) as alerts, max(a.raised_at) as last_raised,
                (array_agg(a.title order by a.raised_at desc))[1] as last_title
            from alert_rule r left join alert a on a.rule_id = r.id
            where r.listed
            group by r.id, r.rule
            order by r.id
            """;

    private final DataSource dataSource;

    public AlertRuleQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A rule in force.
     *
     * @param alerts how many it has raised
     * @param lastRaised null if it has raised none
     */
    public record ListedRule(
            AlertRule rule,
            long alerts,
            @Nullable Instant lastRaised,
            @Nullable String lastTitle) {}

    /**
     * All rules that have not been taken away, by id; switched off ones too.
     *
     * @throws DatabaseUnavailableException if the database cannot be read
     */
    public List<ListedRule> list() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RULES);
                ResultSet rows = statement.executeQuery()) {
            List<ListedRule> rules = new ArrayList<>();
            while (rows.next()) {
                OffsetDateTime last = rows.getObject("last_raised", OffsetDateTime.class);
                rules.add(
                        new ListedRule(
                                rule(JSON.readTree(rows.getString("rule"))),
                                rows.getLong("alerts"),
                                last == null ? null : last.toInstant(),
                                rows.getString("last_title")));
            }
            return rules;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "alert rules cannot be read: " + Reasons.of(e), e);
        }
    }

    private static AlertRule rule(JsonNode rule) {
        return AlertRule.newBuilder()
                .setId(rule.path("id").asString())
                .setName(rule.path("name").asString())
                .setVersion(rule.path("version").asString())
                .setEnabled(rule.path("enabled").asBoolean())
                .setOrigin(rule.path("origin").asString(""))
                .setKind(TagsJson.constant(AlertKind.class, rule.path("kind"), AlertKind.UNKNOWN))
                .setConflictTopics(texts(rule.path("conflictTopics")))
                .setConfirmedOnly(rule.path("confirmedOnly").asBoolean())
                .setEventTypes(texts(rule.path("eventTypes")))
                .setPlaces(texts(rule.path("places")))
                .setSourceClasses(texts(rule.path("sourceClasses")))
                .setPublishers(texts(rule.path("publishers")))
                .setLanguages(texts(rule.path("languages")))
                .setKeywords(texts(rule.path("keywords")))
                .setFeeds(texts(rule.path("feeds")))
                .setMinOrigins(rule.path("minOrigins").asInt(1))
                .setVolume(volume(rule.path("volume")))
                .setDelivery(delivery(rule.path("delivery")))
                .build();
    }

    private static @Nullable VolumeCondition volume(JsonNode volume) {
        return volume.isObject()
                ? new VolumeCondition(
                        volume.path("hours").asInt(1),
                        volume.path("deviations").asDouble(4),
                        volume.path("leastStories").asInt(5))
                : null;
    }

    private static AlertDelivery delivery(JsonNode delivery) {
        List<Integer> updates = new ArrayList<>();
        delivery.path("updateAtOrigins").forEach(each -> updates.add(each.asInt()));
        return AlertDelivery.newBuilder()
                .setTargets(texts(delivery.path("targets")))
                .setCooldownSeconds(delivery.path("cooldownSeconds").asLong(0))
                .setQuietFrom(minute(delivery.path("quietFrom")))
                .setQuietTo(minute(delivery.path("quietTo")))
                .setZone(delivery.path("zone").asString("UTC"))
                .setDigest(
                        TagsJson.constant(
                                DigestRhythm.class, delivery.path("digest"), DigestRhythm.NONE))
                .setDigestAt(delivery.path("digestAt").asInt(480))
                .setMostPerHour(delivery.path("mostPerHour").asInt(0))
                .setUpdateAtOrigins(updates)
                .setTellEnd(delivery.path("tellEnd").asBoolean(true))
                .build();
    }

    private static @Nullable Integer minute(JsonNode minute) {
        return minute.isNumber() ? minute.asInt() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }
}
