package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.AlertDelivery;
import dev.tocsin.schemas.AlertEvidence;
import dev.tocsin.schemas.AlertQuote;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.VolumeCondition;
import dev.tocsin.sink.alert.EvidenceText;
import dev.tocsin.sink.alert.StoredAlert;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evidence, rules and wishes for delivery as the tables hold them. */
final class AlertJson {
    private static final JsonMapper JSON = new JsonMapper();

    private AlertJson() {}

    static String of(List<AlertEvidence> evidence) {
        return EvidenceText.of(evidence.stream().map(AlertJson::plain).toList()).json();
    }

    static String of(AlertDelivery delivery) {
        return JSON.writeValueAsString(plain(delivery));
    }

    static String of(AlertRule rule) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", SafeText.of(rule.getId()));
        plain.put("name", SafeText.of(rule.getName()));
        plain.put("version", SafeText.of(rule.getVersion()));
        plain.put("enabled", rule.getEnabled());
        plain.put("origin", SafeText.of(rule.getOrigin()));
        plain.put("kind", rule.getKind().name());
        plain.put("conflictTopics", safe(rule.getConflictTopics()));
        plain.put("confirmedOnly", rule.getConfirmedOnly());
        plain.put("eventTypes", safe(rule.getEventTypes()));
        plain.put("places", safe(rule.getPlaces()));
        plain.put("sourceClasses", safe(rule.getSourceClasses()));
        plain.put("publishers", safe(rule.getPublishers()));
        plain.put("languages", safe(rule.getLanguages()));
        plain.put("keywords", safe(rule.getKeywords()));
        plain.put("feeds", safe(rule.getFeeds()));
        plain.put("minOrigins", rule.getMinOrigins());
        rule.getVolume().ifPresent(volume -> plain.put("volume", plain(volume)));
        plain.put("delivery", plain(rule.getDelivery()));
        return JSON.writeValueAsString(plain);
    }

    private static Map<String, Object> plain(VolumeCondition volume) {
        return Map.of(
                "hours", volume.getHours(),
                "deviations", volume.getDeviations(),
                "leastStories", volume.getLeastStories());
    }

    private static Map<String, Object> plain(AlertDelivery delivery) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("targets", safe(delivery.getTargets()));
        plain.put("cooldownSeconds", delivery.getCooldownSeconds());
        delivery.getQuietFrom().ifPresent(minute -> plain.put("quietFrom", minute));
        delivery.getQuietTo().ifPresent(minute -> plain.put("quietTo", minute));
        plain.put("zone", SafeText.of(delivery.getZone()));
        plain.put("digest", delivery.getDigest().name());
        plain.put("digestAt", delivery.getDigestAt());
        plain.put("mostPerHour", delivery.getMostPerHour());
        plain.put("updateAtOrigins", delivery.getUpdateAtOrigins());
        plain.put("tellEnd", delivery.getTellEnd());
        return plain;
    }

    private static StoredAlert.Evidence plain(AlertEvidence evidence) {
        return new StoredAlert.Evidence(
                SafeText.of(evidence.getArticleId()),
                SafeText.of(evidence.getTitle()),
                SafeText.orNull(evidence.getUrl().orElse(null)),
                SafeText.of(evidence.getPublisher()),
                SafeText.of(evidence.getOrigin()),
                evidence.getIsCopy(),
                SafeText.of(evidence.getLanguage()),
                SafeText.of(evidence.getEventAt()),
                evidence.getQuotes().stream().map(AlertJson::plain).toList());
    }

    private static StoredAlert.Quote plain(AlertQuote quote) {
        return new StoredAlert.Quote(
                SafeText.of(quote.getReason()),
                SafeText.of(quote.getBefore()),
                SafeText.of(quote.getWords()),
                SafeText.of(quote.getAfter()));
    }

    private static List<String> safe(List<String> texts) {
        return texts.stream().map(SafeText::of).toList();
    }
}
