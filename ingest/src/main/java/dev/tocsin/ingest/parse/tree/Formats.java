package dev.tocsin.ingest.parse.tree;

import org.jdom2.Element;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells which format a document is in, by its first elements. */
final class Formats {
    private static final String RSS_10 = "http://purl.org/rss/1.0/";
    private static final String RSS_09 = "http://my.netscape.com/rdf/simple/0.9/";
    private static final String RSS_11 = "http://purl.org/net/rss1.1#";
    private static final String ATOM_10 = "http://www.w3.org/2005/Atom";
    private static final String ATOM_03 = "http://purl.org/atom/ns#";
    private static final Map<String, String> RSS_VERSIONS =
            Map.of(
                    "0.90",
                    "rss_0.9",
                    "0.91",
                    "rss_0.91",
                    "0.92",
                    "rss_0.92",
                    "0.93",
                    "rss_0.93",
                    "0.94",
                    "rss_0.94");

    private String format = "";
    private boolean needsProof;
    private boolean proven;

    /** Empty where no feed starts with this element. */
    Optional<Family> root(Tag tag, Word word, Scope scope, boolean first) {
        String local = local(tag);
        return switch (word.kind()) {
            case ROOT -> Optional.of(root(local, tag, scope));
            case HEAD -> first ? Optional.of(channel(tag, scope)) : Optional.empty();
            case ENTRY -> first ? entry(local, scope) : Optional.empty();
            case MARKUP, LEAF, TRANSPARENT, DROPPED -> Optional.empty();
        };
    }

    private Family root(String local, Tag tag, Scope scope) {
        return switch (local) {
            case "feed" -> atom(tag, scope);
            case "service", "categories" -> found(Family.ATOM, "atom_" + local);
            case "urlset" -> proveable(Family.RSS, "sitemap_0.9");
            case "rdf" -> rdf(scope);
            default -> rss(tag);
        };
    }

    private Family rss(Tag tag) {
        return found(
                Family.RSS, RSS_VERSIONS.getOrDefault(tag.value("version").strip(), "rss_2.0"));
    }

    private Family rdf(Scope scope) {
        boolean current = scope.declares(RSS_10);
        format = current ? "rss_1.0" : "rss_0.9";
        needsProof = !current && !scope.declares(RSS_09);
        return Family.RSS;
    }

    private Family atom(Tag tag, Scope scope) {
        boolean old = tag.value("version").startsWith("0.") || scope.declares(ATOM_03);
        format = old ? "atom_0.3" : "atom_1.0";
        String namespace = scope.namespace(prefix(tag));
        needsProof = !namespace.isEmpty() && Vocabulary.of(namespace, "\0") == Vocabulary.OTHER;
        return Family.ATOM;
    }

    private Family channel(Tag tag, Scope scope) {
        boolean rss11 = scope.declares(RSS_11);
        return rss11 || tag.name().equals("Channel")
                ? proveable(Family.RSS, "rss_1.1")
                : proveable(Family.RSS, "cdf");
    }

    private Optional<Family> entry(String local, Scope scope) {
        return local.equals("entry") && scope.declares(ATOM_10)
                ? Optional.of(found(Family.ATOM, "atom_1.0"))
                : Optional.empty();
    }

    private Family found(Family family, String name) {
        format = name;
        return family;
    }

    private Family proveable(Family family, String name) {
        needsProof = true;
        return found(family, name);
    }

    void head(Tag tag) {
        proven |= format.startsWith("rss_0.9") || !tag.value("href").isEmpty();
    }

    void entry() {
        proven = true;
    }

    /** Whether what describes the feed is to be passed over: it describes something else. */
    boolean isList() {
        return format.equals("atom_service") || format.equals("atom_categories");
    }

    /** Whether what was found is a feed and does not merely start like one. */
    boolean isFeed(Element head) {
        return !needsProof || proven || head.getContentSize() > 0;
    }

    String format() {
        return format;
    }

    private static String local(Tag tag) {
        String name = tag.name().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }

    private static String prefix(Tag tag) {
        int colon = tag.name().indexOf(':');
        return colon < 0 ? "" : tag.name().substring(0, colon);
    }
}
