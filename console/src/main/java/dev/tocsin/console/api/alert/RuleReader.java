package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.RequestBody;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.RuleVersion;
import dev.tocsin.schemas.VolumeCondition;

import java.util.List;

/** Reads a rule as somebody sent it; what it names has to exist. */
final class RuleReader {
    /** All that a rule may say; id, version and origin follow from elsewhere. */
    private static final String[] FIELDS = {
        "id",
        "name",
        "version",
        "enabled",
        "origin",
        "kind",
        "conflictTopics",
        "confirmedOnly",
        "eventTypes",
        "places",
        "sourceClasses",
        "publishers",
        "languages",
        "keywords",
        "feeds",
        "minOrigins",
        "volume",
        "delivery",
    };

    private static final List<AlertKind> KINDS =
            List.of(AlertKind.STORY, AlertKind.VOLUME, AlertKind.FEED_SILENCE);
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ORIGINS = 1_000;
    private static final int HOURS_OF_A_WEEK = 168;
    private static final int MOST_STORIES = 100_000;

    private final RuleWords words;

    RuleReader(RuleWords words) {
        this.words = words;
    }

    AlertRule read(String id, String text) {
        RequestBody body = RequestBody.of(text, FIELDS);
        checkId(id, body);
        String name = body.require("name");
        if (name.length() > LONGEST_NAME) {
            throw body.bad("name", "is longer than %d characters.".formatted(LONGEST_NAME));
        }
        AlertKind kind = body.choice("kind", AlertKind.STORY, KINDS);
        AlertRule.Builder rule =
                AlertRule.newBuilder()
                        .setId(id)
                        .setName(name)
                        .setVersion("")
                        .setEnabled(body.flag("enabled", true))
                        .setOrigin(RuleQueries.ORIGIN)
                        .setKind(kind)
                        .setDelivery(DeliveryReader.read(body, words));
        switch (kind) {
            case STORY -> story(rule, body);
            case VOLUME -> volume(rule, body);
            case FEED_SILENCE -> silence(rule, body);
            case UNKNOWN -> throw body.bad("kind", "is none of " + KINDS + ".");
        }
        return RuleVersion.on(rule.build());
    }

    private static void checkId(String id, RequestBody body) {
        if (!id.matches(SLUG) || id.length() > LONGEST_ID) {
            throw body.bad(
                    "id",
                    "has to be lower-case words with hyphens, such as sudan-ceasefire, %d characters at most."
                            .formatted(LONGEST_ID));
        }
        String inside = body.text("id");
        if (inside != null && !inside.equals(id)) {
            throw body.bad("id", "is %s, and the address says %s.".formatted(inside, id));
        }
    }

    private void story(AlertRule.Builder rule, RequestBody body) {
        nothingOf(body, "STORY", "volume", "feeds");
        rule.setConflictTopics(words.topics(body))
                .setConfirmedOnly(body.flag("confirmedOnly", true))
                .setEventTypes(words.eventTypes(body))
                .setPlaces(words.places(body))
                .setSourceClasses(body.texts("sourceClasses"))
                .setPublishers(body.texts("publishers"))
                .setLanguages(words.languages(body))
                .setKeywords(words.keywords(body))
                .setMinOrigins(body.number("minOrigins", 1, 1, MOST_ORIGINS));
    }

    private void volume(AlertRule.Builder rule, RequestBody body) {
        nothingOf(
                body,
                "VOLUME",
                "eventTypes",
                "places",
                "sourceClasses",
                "publishers",
                "languages",
                "keywords",
                "feeds");
        RequestBody volume = body.object("volume", "hours", "deviations", "leastStories");
        rule.setConflictTopics(words.topics(body))
                .setConfirmedOnly(body.flag("confirmedOnly", true))
                .setVolume(
                        new VolumeCondition(
                                volume.number("hours", 1, 1, HOURS_OF_A_WEEK),
                                volume.fraction("deviations", 4, 1, 100),
                                volume.number("leastStories", 5, 1, MOST_STORIES)));
    }

    private void silence(AlertRule.Builder rule, RequestBody body) {
        nothingOf(
                body,
                "FEED_SILENCE",
                "conflictTopics",
                "eventTypes",
                "places",
                "sourceClasses",
                "languages",
                "keywords",
                "volume");
        rule.setFeeds(words.feeds(body)).setPublishers(body.texts("publishers"));
    }

    /** Empty lists are fine: a form sends them. */
    private static void nothingOf(RequestBody body, String kind, String... foreign) {
        for (String field : foreign) {
            if (field.equals("volume") ? body.has(field) : !body.texts(field).isEmpty()) {
                throw body.bad(field, "says nothing in a rule of kind " + kind + ".");
            }
        }
    }
}
