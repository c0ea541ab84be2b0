package dev.tocsin.console.api;

import org.jdbi.v3.core.Handle;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads tags with their evidence. */
public final class TagRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<EvidenceView>> EVIDENCE = new TypeReference<>() {};
    private static final String TAGS =
            """
            select article_id, conflict_topic, tier, score, evidence from article_tag
            where article_id = any(:ids) order by article_id, tier, score desc, conflict_topic
            """;

    private final TopicNames names;

    public TagRows(TopicNames names) {
        this.names = names;
    }

    private record Row(String articleId, TagView tag) {}

    /** By article id: confirmed tags first, then by score. */
    public Map<String, List<TagView>> of(Handle handle, List<String> articleIds) {
        return handle
                .createQuery(TAGS)
                .bindArray("ids", String.class, articleIds)
                .map((row, _) -> new Row(row.getString("article_id"), tag(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::articleId, Collectors.mapping(Row::tag, Collectors.toList())));
    }

    private TagView tag(ResultSet row) throws SQLException {
        String slug = row.getString("conflict_topic");
        return new TagView(
                slug,
                names.name(slug),
                row.getString("tier"),
                row.getDouble("score"),
                JSON.readValue(row.getString("evidence"), EVIDENCE));
    }
}
