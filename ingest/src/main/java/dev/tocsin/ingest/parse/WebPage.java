package dev.tocsin.ingest.parse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a web page what may be its feeds. Nothing that the page names is fetched. */
public final class WebPage {
    private static final Set<String> FEED_TYPES =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/rdf+xml",
                    "application/feed+json",
                    "application/json",
                    "application/xml",
                    "text/xml");

    private static final Pattern FEED_LIKE =
            Pattern.compile(
                    "(?:^|[/._=?&-])(?:rss|atom|feeds?|rdf)(?:$|[/._=?&\\d-])|\\.(?:rss|atom|rdf)\\b");

    private static final int MOST_LINKS = 200;

    private WebPage() {}

    /**
     * Declared feeds first, then those that look like one, both in document order and each once.
     *
     * @param contentType of the answer, for its charset
     * @param address of the page, which relative links are relative to
     */
    public static List<PageLink> feedLinks(byte[] body, Optional<String> contentType, URI address) {
        Document page = document(body, contentType, address);
        Map<String, PageLink> links = new LinkedHashMap<>();
        for (Element link : page.select("link[href], a[rel~=(?i)\\balternate\\b][href]")) {
            if (isDeclared(link)) {
                add(links, link, link.attr("title"), true);
            }
        }
        for (Element anchor : page.select("a[href]")) {
            if (looksLikeFeed(anchor)) {
                add(links, anchor, anchor.text(), false);
            }
        }
        return links.values().stream().limit(MOST_LINKS).toList();
    }

    private static Document document(byte[] body, Optional<String> contentType, URI address) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(body), charset(contentType), address.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String charset(Optional<String> contentType) {
        return contentType
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("charset="))
                .map(type -> type.replaceFirst(".*charset=[\"' ]*([\\w.:-]+).*", "$1"))
                .filter(WebPage::isKnown)
                .orElse(null);
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isDeclared(Element link) {
        Set<String> relations =
                Set.copyOf(List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")));
        String type = link.attr("type").toLowerCase(Locale.ROOT).split(";")[0].strip();
        return relations.contains("feed")
                || relations.contains("alternate") && FEED_TYPES.contains(type);
    }

    private static boolean looksLikeFeed(Element anchor) {
        String href = anchor.attr("href").toLowerCase(Locale.ROOT);
        String text = anchor.text().strip().toLowerCase(Locale.ROOT);
        return FEED_LIKE.matcher(href).find() || Set.of("rss", "atom", "feed").contains(text);
    }

    private static void add(
            Map<String, PageLink> links, Element link, String title, boolean declared) {
        target(link.absUrl("href"))
                .ifPresent(target ->
                        links.putIfAbsent(
                                target.toString(), new PageLink(target, title.strip(), declared)));
    }

    private static Optional<URI> target(String address) {
        try {
            URI uri = new URI(address.replaceFirst("#.*", "").replace(" ", "%20"));
            boolean isWeb =
                    Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                            && uri.getRawAuthority() != null;
            return Optional.of(uri).filter(_ -> isWeb);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
