package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.parse.address.Addresses;
import dev.tocsin.ingest.parse.date.FeedDates;
import dev.tocsin.ingest.parse.rome.RomeText;

import org.jdom2.Element;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry, or a feed as a whole, says of itself where ROME reads worse than readers expect:
 * the first title that has words counts, the last link, id and date.
 *
 * @param link the web page; else the id where it is meant as a link; relative to no more than
 *     xml:base
 */
record Claims(
        Optional<RomeText> title,
        Optional<String> link,
        Optional<String> id,
        Optional<Instant> published,
        Optional<Instant> updated,
        Optional<String> language) {

    static Claims of(Element element) {
        Reading reading = new Reading(element);
        for (Element child : element.getChildren()) {
            reading.take(child);
        }
        return reading.claims();
    }

    private static final class Reading {
        private static final Set<String> PAGES =
                Set.of("", "html", "text/html", "xhtml", "application/xhtml+xml");
        private static final int AFTER_TITLE = 1_000;

        private Optional<RomeText> title = Optional.empty();
        private int titleRank = Integer.MAX_VALUE;
        private Optional<String> link = Optional.empty();
        private Optional<String> id;
        private Optional<String> linkOfId = Optional.empty();
        private Optional<Instant> published = Optional.empty();
        private Optional<Instant> updated;
        private Optional<String> language;

        Reading(Element element) {
            id = attribute(element, "about");
            language = attribute(element, "lang");
            updated = attribute(element, "lastmod").flatMap(FeedDates::parse);
            link = attribute(element, "href").map(href -> absolute(element, href));
        }

        void take(Element child) {
            switch (child.getName()) {
                case "title" -> title(child, depth(child));
                case "mediatitle" -> title(child, depth(child) + AFTER_TITLE);
                case "address" -> link(child);
                case "id" -> id(child);
                case "pubdate" -> published = FeedDates.parse(child.getText()).or(() -> published);
                case "moddate" -> updated = FeedDates.parse(child.getText()).or(() -> updated);
                case "language" -> language = Optional.of(child.getText());
                default -> {}
            }
        }

        private void title(Element element, int rank) {
            if (rank < titleRank && !element.getText().isBlank()) {
                title =
                        Optional.of(
                                new RomeText(
                                        element.getText(),
                                        !"text".equals(element.getAttributeValue("type"))));
                titleRank = rank;
            }
        }

        private void link(Element element) {
            Optional<String> href = attribute(element, "href");
            if (href.isPresent()) {
                if (isPage(element)) {
                    link = href.map(text -> absolute(element, text));
                }
            } else if (isPage(element) && !element.getText().isBlank()) {
                link = Optional.of(absolute(element, element.getText()));
            }
        }

        private static boolean isPage(Element element) {
            return element.getAttributeValue("rel", "alternate").equalsIgnoreCase("alternate")
                    && PAGES.contains(
                            element.getAttributeValue("type", "").toLowerCase(Locale.ROOT));
        }

        private void id(Element element) {
            String text = element.getText().strip();
            boolean idIsLink = element.getAttributeValue("ispermalink", "true").equals("true");
            id = Optional.of(idIsLink ? absolute(element, text) : text);
            linkOfId = linkOfId.or(() -> id.filter(address -> idIsLink && !address.isEmpty()));
        }

        private static String absolute(Element element, String reference) {
            return Addresses.resolve(element.getAttributeValue("base", ""), reference.strip());
        }

        private static Optional<String> attribute(Element element, String name) {
            return Optional.ofNullable(element.getAttributeValue(name)).filter(v -> !v.isBlank());
        }

        private static int depth(Element element) {
            return Integer.parseInt(element.getAttributeValue("depth", "1"));
        }

        Claims claims() {
            return new Claims(title, link.or(() -> linkOfId), id, published, updated, language);
        }
    }
}
