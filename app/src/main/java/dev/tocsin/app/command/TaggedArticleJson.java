package dev.tocsin.app.command;

import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.Tier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        return fields;
    }

    /** Slugs of the confirmed tags. */
    static List<String> confirmed(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .toList();
    }

    static List<Map<String, Object>> tags(List<Tag> tags) {
        return tags.stream().map(TaggedArticleJson::tag).toList();
    }

    private static Map<String, Object> tag(Tag tag) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", tag.getConflictTopic());
        fields.put("tier", tag.getTier().name().toLowerCase(Locale.ROOT));
        fields.put("score", tag.getScore());
        fields.put("evidence", tag.getEvidence().stream().map(TaggedArticleJson::hit).toList());
        return fields;
    }

    static Map<String, Object> hit(Evidence hit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("term", hit.getTerm());
        fields.put("role", hit.getRole().name().toLowerCase(Locale.ROOT));
        fields.put("field", hit.getField().name().toLowerCase(Locale.ROOT));
        fields.put("start", hit.getStart());
        fields.put("end", hit.getEnd());
        fields.put("text", hit.getText());
        fields.put("weight", hit.getWeight());
        return fields;
    }
}
