package dev.tocsin.ingest.parse.tree;

import java.util.Map;

/**
 * The names that publishers use, and what they mean. Elements that say the same get one name, which
 * also keeps from ROME what it stumbles over: it finds no pubDate, no skipHours and no cloud.
 */
final class Words {
    /** The names that elements have in the tree. */
    static final String TITLE = "title";

    static final String MEDIA_TITLE = "mediatitle";
    static final String LINK = "address";
    static final String ID = "id";
    static final String PUBLISHED = "pubdate";
    static final String UPDATED = "moddate";
    static final String SUMMARY = "summary";
    static final String CONTENT = "content";
    static final String AUTHOR = "author";
    static final String NAME = "name";
    static final String CATEGORY = "category";

    private static final Map<String, Word> CORE =
            Map.ofEntries(
                    Map.entry("rss", Word.ROOT),
                    Map.entry("feed", Word.ROOT),
                    Map.entry("channel", Word.HEAD),
                    Map.entry("item", Word.ENTRY),
                    Map.entry("entry", Word.ENTRY),
                    Map.entry("title", Word.markup(TITLE)),
                    Map.entry("link", Word.leaf(LINK)),
                    Map.entry("guid", Word.leaf(ID)),
                    Map.entry("id", Word.leaf(ID)),
                    Map.entry("pubdate", Word.leaf(PUBLISHED)),
                    Map.entry("published", Word.leaf(PUBLISHED)),
                    Map.entry("issued", Word.leaf(PUBLISHED)),
                    Map.entry("updated", Word.leaf(UPDATED)),
                    Map.entry("modified", Word.leaf(UPDATED)),
                    Map.entry("lastbuilddate", Word.leaf(UPDATED)),
                    Map.entry("description", Word.markup(SUMMARY)),
                    Map.entry("summary", Word.markup(SUMMARY)),
                    Map.entry("abstract", Word.markup(SUMMARY)),
                    Map.entry("content", Word.markup(CONTENT)),
                    Map.entry("body", Word.markup(CONTENT)),
                    Map.entry("fullitem", Word.markup(CONTENT)),
                    Map.entry("author", Word.leaf(AUTHOR)),
                    Map.entry("managingeditor", Word.leaf(AUTHOR)),
                    Map.entry("name", Word.leaf(NAME)),
                    Map.entry("category", Word.leaf(CATEGORY)),
                    Map.entry("keywords", Word.leaf(CATEGORY)),
                    Map.entry("language", Word.leaf("language")),
                    Map.entry("ttl", Word.leaf("minutes")),
                    Map.entry("hour", Word.leaf("hour")),
                    Map.entry("day", Word.leaf("day")),
                    Map.entry("image", Word.DROPPED),
                    Map.entry("textinput", Word.DROPPED),
                    Map.entry("source", Word.DROPPED),
                    Map.entry("contributor", Word.DROPPED),
                    Map.entry("cloud", Word.DROPPED));

    private static final Map<String, Word> DUBLIN_CORE =
            Map.of(
                    "title", Word.markup(TITLE),
                    "description", Word.markup(SUMMARY),
                    "date", Word.leaf(UPDATED),
                    "language", Word.leaf("language"),
                    "creator", Word.dublinCore("creator"),
                    "author", Word.dublinCore("creator"),
                    "subject", Word.dublinCore("subject"));

    private static final Map<String, Word> DUBLIN_TERMS =
            Map.of("issued", Word.leaf(PUBLISHED), "modified", Word.leaf(UPDATED));

    private static final Map<String, Word> MEDIA =
            Map.of(
                    "title", Word.markup(MEDIA_TITLE),
                    "description", Word.markup("mediadescription"));

    private static final Map<String, Word> SYNDICATION =
            Map.of(
                    "updateperiod", Word.leaf("updateperiod"),
                    "updatefrequency", Word.leaf("updatefrequency"));

    private static final Map<String, Word> SITEMAP =
            Map.of(
                    "urlset",
                    Word.ROOT,
                    "url",
                    Word.ENTRY,
                    "loc",
                    Word.leaf(LINK),
                    "lastmod",
                    Word.leaf(UPDATED));

    private static final Map<String, Word> NEWS =
            Map.of(
                    "title", Word.markup(TITLE),
                    "publication_date", Word.leaf(PUBLISHED),
                    "language", Word.leaf("language"),
                    "keywords", Word.leaf(CATEGORY));

    private static final Map<String, Word> PUBLISHING =
            Map.of("service", Word.ROOT, "categories", Word.ROOT);

    private static final Map<String, String> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("rel", "rel"),
                    Map.entry("type", "type"),
                    Map.entry("href", "href"),
                    Map.entry("url", "href"),
                    Map.entry("uri", "href"),
                    Map.entry("term", "term"),
                    Map.entry("label", "label"),
                    Map.entry("mode", "mode"),
                    Map.entry("ispermalink", "ispermalink"),
                    Map.entry("lastmod", "lastmod"),
                    Map.entry("rdf:about", "about"),
                    Map.entry("about", "about"),
                    Map.entry("rdf:resource", "resource"),
                    Map.entry("lang", "lang"),
                    Map.entry("xml:lang", "lang"));

    private Words() {}

    /** The name that an attribute has in the tree; empty for those that have no place there. */
    static String attribute(String lowerCase) {
        return ATTRIBUTES.getOrDefault(lowerCase, "");
    }

    static Word of(Name name) {
        String local = name.local();
        return switch (name.vocabulary()) {
            case CORE -> CORE.getOrDefault(local, Word.TRANSPARENT);
            case DUBLIN_CORE -> DUBLIN_CORE.getOrDefault(local, Word.TRANSPARENT);
            case DUBLIN_TERMS -> DUBLIN_TERMS.getOrDefault(local, Word.TRANSPARENT);
            case CONTENT -> local.equals("encoded") ? Word.markup(CONTENT) : Word.TRANSPARENT;
            case MEDIA -> MEDIA.getOrDefault(local, Word.TRANSPARENT);
            case SYNDICATION -> SYNDICATION.getOrDefault(local, Word.TRANSPARENT);
            case XHTML -> local.equals("body") ? Word.markup(CONTENT) : Word.TRANSPARENT;
            case RDF -> local.equals("rdf") ? Word.ROOT : Word.TRANSPARENT;
            case SITEMAP -> SITEMAP.getOrDefault(local, Word.TRANSPARENT);
            case NEWS -> NEWS.getOrDefault(local, Word.TRANSPARENT);
            case PUBLISHING -> PUBLISHING.getOrDefault(local, Word.TRANSPARENT);
            case XML, OTHER -> Word.TRANSPARENT;
        };
    }
}
