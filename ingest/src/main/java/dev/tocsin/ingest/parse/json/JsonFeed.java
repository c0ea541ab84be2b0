package dev.tocsin.ingest.parse.json;

import dev.tocsin.ingest.parse.tree.FeedTree;
import dev.tocsin.ingest.parse.tree.TreeWriter;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), brought into the tree of an Atom feed. */
public final class JsonFeed {
    private static final int DEEPEST = 100;
    private static final Pattern VERSION =
            Pattern.compile("^https?://(?:www\\.)?jsonfeed\\.org/version/(\\d\\.?\\d?)$");
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    private final int mostEntries;

    public JsonFeed(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    /** Empty where the text is not JSON, or not a feed. */
    public Optional<FeedTree> read(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            Matcher version = VERSION.matcher(root.path("version").asString(""));
            boolean isFeed =
                    root.path("items").isArray() && (version.matches() || root.has("title"));
            return isFeed
                    ? Optional.of(tree(root, version.matches() ? version.group(1) : "1.1"))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private FeedTree tree(JsonNode root, String version) {
        TreeWriter writer = new TreeWriter(mostEntries);
        writer.text("title", "text", string(root, "title"));
        writer.link("alternate", string(root, "home_page_url"));
        writer.link("self", string(root, "feed_url"));
        writer.leaf("language", string(root, "language"));
        root.path("hubs").forEach(hub -> writer.link("hub", string(hub, "url")));
        authors(writer, root);
        for (JsonNode item : root.path("items")) {
            if (writer.startEntry()) {
                entry(writer, item);
                writer.endEntry();
            }
        }
        return writer.tree("json_" + (version.equals("1") ? "1.0" : version));
    }

    private static void entry(TreeWriter writer, JsonNode item) {
        writer.leaf("id", string(item, "id"));
        writer.link("alternate", first(item, "url", "external_url"));
        writer.text("title", "text", string(item, "title"));
        writer.text("summary", "text", string(item, "summary"));
        if (item.path("content_html").isString()) {
            writer.text("content", "html", string(item, "content_html"));
        } else {
            writer.text("content", "text", string(item, "content_text"));
        }
        writer.leaf("published", string(item, "date_published"));
        writer.leaf("updated", string(item, "date_modified"));
        writer.leaf("language", string(item, "language"));
        item.path("tags").forEach(tag -> writer.leaf("category", tag.asString("")));
        authors(writer, item);
    }

    private static void authors(TreeWriter writer, JsonNode node) {
        if (node.path("authors").isArray()) {
            node.path("authors").forEach(author -> writer.leaf("author", string(author, "name")));
        } else {
            writer.leaf("author", string(node.path("author"), "name"));
        }
    }

    private static String first(JsonNode node, String... names) {
        return List.of(names).stream()
                .map(name -> string(node, name))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Numbers count, as ids are often written so. */
    private static String string(JsonNode node, String name) {
        return node.path(name).isValueNode() ? node.path(name).asString("") : "";
    }
}
