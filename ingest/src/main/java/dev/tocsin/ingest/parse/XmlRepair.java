package dev.tocsin.ingest.parse;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tolerant pass before XML is parsed. Everything around the root element goes, and with it
 * every DOCTYPE, so that nothing is left that could be resolved or expanded.
 */
final class XmlRepair {
    private static final Pattern ROOT =
            Pattern.compile(
                    "<!--.*?-->|<((?:[\\w.-]+:)?(?:rss|feed|RDF))(?=[\\s/>])",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIX = Pattern.compile("[<\\s]([A-Za-z_][\\w.-]*):[A-Za-z_]");
    private static final Pattern DECLARATION = Pattern.compile("xmlns:([A-Za-z_][\\w.-]*)\\s*=");
    private static final Map<String, String> WELL_KNOWN =
            Map.of(
                    "dc", "http://purl.org/dc/elements/1.1/",
                    "content", "http://purl.org/rss/1.0/modules/content/",
                    "sy", "http://purl.org/rss/1.0/modules/syndication/",
                    "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "media", "http://search.yahoo.com/mrss/",
                    "atom", "http://www.w3.org/2005/Atom");

    private XmlRepair() {}

    /** From the start tag of the feed to its end, as XML should be; empty where no feed starts. */
    static Optional<String> of(String text) {
        Matcher root = ROOT.matcher(text);
        while (root.find()) {
            if (root.group(1) != null) {
                return Optional.of(
                        EntityRepair.of(XmlText.legal(element(text, root.start(), root.group(1)))));
            }
        }
        return Optional.empty();
    }

    private static String element(String text, int start, String name) {
        int last = text.lastIndexOf("</" + name);
        int end = last < start ? -1 : text.indexOf('>', last);
        return end < 0 ? text.substring(start) : text.substring(start, end + 1);
    }

    /** The same document with declarations for the prefixes that have none. */
    static String withPrefixesDeclared(String xml) {
        Set<String> missing = matches(PREFIX, xml);
        missing.removeAll(matches(DECLARATION, xml));
        missing.removeAll(Set.of("xml", "xmlns"));
        StringBuilder declarations = new StringBuilder();
        missing.forEach(prefix ->
                declarations.append(" xmlns:%s=\"%s\"".formatted(prefix, namespace(prefix))));
        int name = nameEnd(xml);
        return xml.substring(0, name) + declarations + xml.substring(name);
    }

    private static String namespace(String prefix) {
        return WELL_KNOWN.getOrDefault(prefix, "urn:undeclared:" + prefix);
    }

    private static Set<String> matches(Pattern pattern, String xml) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(xml);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static int nameEnd(String xml) {
        int at = 1;
        while (at < xml.length() && " \t\r\n/>".indexOf(xml.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
