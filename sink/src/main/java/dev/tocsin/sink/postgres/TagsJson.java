package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/** Tags and their evidence, back from the tables. */
final class TagsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private TagsJson() {}

    static List<Tag> read(@Nullable String json) {
        List<Tag> tags = new ArrayList<>();
        if (json != null) {
            JSON.readTree(json).forEach(tag -> tags.add(tag(tag)));
        }
        return tags;
    }

    private static Tag tag(JsonNode tag) {
        List<Evidence> evidence = new ArrayList<>();
        tag.path("evidence").forEach(each -> evidence.add(evidence(each)));
        return new Tag(
                tag.path("conflictTopic").asString(),
                constant(Tier.class, tag.path("tier"), Tier.UNKNOWN),
                tag.path("score").asDouble(),
                evidence);
    }

    private static Evidence evidence(JsonNode hit) {
        return new Evidence(
                hit.path("term").asString(),
                constant(EvidenceRole.class, hit.path("role"), EvidenceRole.UNKNOWN),
                constant(TextField.class, hit.path("field"), TextField.UNKNOWN),
                hit.path("start").asInt(),
                hit.path("end").asInt(),
                hit.path("text").asString(),
                hit.path("weight").asDouble());
    }

    /** What people have corrected has roles and fields of its own. */
    static <E extends Enum<E>> E constant(Class<E> type, JsonNode name, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name.asString(""))) {
                return constant;
            }
        }
        return otherwise;
    }
}
