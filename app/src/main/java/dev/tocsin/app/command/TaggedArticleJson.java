package dev.tocsin.app.command;

import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tags and tagged articles as the commands print them. */
final class TaggedArticleJson {
    private TaggedArticleJson() {}

    static Map<String, Object> of(TaggedArticle article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", article.getId());
        fields.put("occurrence", article.getOccurrence().name().toLowerCase(Locale.ROOT));
        fields.put("revision", article.getRevision());
        fields.put("feed", article.getFeedTitle());
        fields.put("url", article.getUrl().orElse(null));
        fields.put("language", article.getLanguage());
        fields.put("eventAt", article.getEventAt().toString());
        fields.put("title", article.getTitle());
        fields.put("summary", article.getSummary());
        fields.put("topics", confirmed(article.getTags()));
        fields.put("tags", tags(article.getTags()));
        fields.putAll(annotations(article));
        return fields;
    }

    /** Slugs of the confirmed tags. */
    static List<String> confirmed(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .toList();
    }

    /** The matched words behind the confirmed tags, each once. */
    static String because(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .flatMap(tag -> tag.getEvidence().stream())
                .map(Evidence::getText)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static List<Map<String, Object>> tags(List<Tag> tags) {
        return tags.stream().map(TaggedArticleJson::tag).toList();
    }

    /** Event types, countries, places and actors. */
    static Map<String, Object> annotations(TaggedArticle article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("events", article.getEventTypes().stream().map(EventTag::getType).toList());
        fields.put(
                "eventEvidence",
                article.getEventTypes().stream().map(TaggedArticleJson::event).toList());
        fields.put("countries", article.getCountries());
        fields.put("places", article.getPlaces().stream().map(TaggedArticleJson::place).toList());
        fields.put("actors", article.getActors().stream().map(TaggedArticleJson::actor).toList());
        return fields;
    }

    private static Map<String, Object> event(EventTag event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", event.getType());
        fields.put("score", event.getScore());
        fields.put("evidence", event.getEvidence().stream().map(TaggedArticleJson::hit).toList());
        return fields;
    }

    private static Map<String, Object> place(PlaceMention place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", place.getId());
        fields.put("name", place.getName());
        fields.put("kind", place.getKind().name().toLowerCase(Locale.ROOT));
        fields.put("country", place.getCountry().orElse(null));
        fields.put("latitude", place.getLatitude().orElse(null));
        fields.put("longitude", place.getLongitude().orElse(null));
        fields.put("count", place.getCount());
        fields.put("salience", place.getSalience());
        fields.put("field", place.getField().name().toLowerCase(Locale.ROOT));
        fields.put("start", place.getStart());
        fields.put("end", place.getEnd());
        return fields;
    }

    private static Map<String, Object> actor(ActorMention actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", actor.getId());
        fields.put("name", actor.getName());
        fields.put("kind", actor.getKind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("country", actor.getCountry().orElse(null));
        fields.put("count", actor.getCount());
        fields.put("field", actor.getField().name().toLowerCase(Locale.ROOT));
        fields.put("start", actor.getStart());
        fields.put("end", actor.getEnd());
        return fields;
    }

    private static Map<String, Object> tag(Tag tag) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", tag.getConflictTopic());
        fields.put("tier", tag.getTier().name().toLowerCase(Locale.ROOT));
        fields.put("score", rounded(tag.getScore()));
        fields.put("evidence", tag.getEvidence().stream().map(TaggedArticleJson::hit).toList());
        return fields;
    }

    /** More decimals say nothing about an article. */
    static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }

    static Map<String, Object> hit(Evidence hit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("term", hit.getTerm());
        fields.put("role", hit.getRole().name().toLowerCase(Locale.ROOT));
        fields.put("field", hit.getField().name().toLowerCase(Locale.ROOT));
        fields.put("start", hit.getStart());
        fields.put("end", hit.getEnd());
        fields.put("text", hit.getText());
        fields.put("weight", rounded(hit.getWeight()));
        return fields;
    }
}
