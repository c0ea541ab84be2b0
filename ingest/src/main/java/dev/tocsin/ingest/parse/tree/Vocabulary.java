package dev.tocsin.ingest.parse.tree;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which words an element comes from; namespaces that mean the same are one vocabulary. */
enum Vocabulary {
    /** RSS and Atom of every age, and names without a namespace or in one that nobody knows. */
    CORE(
            "",
            "http://backend.userland.com/rss",
            "http://backend.userland.com/rss2",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://purl.org/net/rss1.1#",
            "http://purl.org/rss/1.0/",
            "http://purl.org/rss/1.0/modules/rss091#",
            "http://channel.netscape.com/rdf/simple/0.9/",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://purl.org/atom/ns#",
            "http://www.w3.org/2005/atom"),
    DUBLIN_CORE("dc", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/"),
    DUBLIN_TERMS("dcterms", "http://purl.org/dc/terms/"),
    CONTENT("content", "http://purl.org/rss/1.0/modules/content/"),
    MEDIA("media", "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss"),
    SYNDICATION("sy", "http://purl.org/rss/1.0/modules/syndication/"),
    XHTML("xhtml", "http://www.w3.org/1999/xhtml"),
    RDF("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    XML("xml", "http://www.w3.org/xml/1998/namespace"),
    PUBLISHING("app", "http://www.w3.org/2007/app", "http://purl.org/atom/app#"),
    SITEMAP(
            "sitemap",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "https://www.sitemaps.org/schemas/sitemap/0.9",
            "http://www.google.com/schemas/sitemap/0.84",
            "http://www.google.com/schemas/sitemap/0.9"),
    NEWS("news", "http://www.google.com/schemas/sitemap-news/0.9"),
    OTHER("\0");

    private static final Map<String, Vocabulary> BY_ADDRESS = new HashMap<>();
    private static final Map<String, Vocabulary> BY_PREFIX = new HashMap<>();

    static {
        for (Vocabulary vocabulary : values()) {
            BY_PREFIX.put(vocabulary.prefix, vocabulary);
            for (String address : vocabulary.addresses) {
                BY_ADDRESS.put(address, vocabulary);
            }
        }
        BY_PREFIX.put("atom", CORE);
        BY_PREFIX.put("rss", CORE);
    }

    private final String prefix;
    private final String[] addresses;

    Vocabulary(String prefix, String... addresses) {
        this.prefix = prefix;
        this.addresses = addresses;
    }

    /** By namespace; where nobody knows that or none is declared, by the customary prefix. */
    static Vocabulary of(String namespace, String prefix) {
        Vocabulary known = BY_ADDRESS.get(namespace.strip().toLowerCase(Locale.ROOT));
        return known == null
                ? BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), OTHER)
                : known;
    }
}
