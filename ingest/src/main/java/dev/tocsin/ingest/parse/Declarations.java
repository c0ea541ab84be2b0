package dev.tocsin.ingest.parse;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a document says about itself that ROME loses or trips over: languages and how often to poll.
 */
record Declarations(
        Optional<String> language, Optional<Duration> ttl, List<Optional<String>> entryLanguages) {
    private static final Namespace DUBLIN_CORE =
            Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
    private static final Namespace SYNDICATION =
            Namespace.getNamespace("http://purl.org/rss/1.0/modules/syndication/");
    private static final int LONGEST_NUMBER = 6;
    private static final Map<String, Duration> PERIODS =
            Map.of(
                    "hourly", Duration.ofHours(1),
                    "daily", Duration.ofDays(1),
                    "weekly", Duration.ofDays(7),
                    "monthly", Duration.ofDays(30),
                    "yearly", Duration.ofDays(365));

    static Declarations of(Document document) {
        Element root = document.getRootElement();
        Element head = child(root, "channel").orElse(root);
        List<Optional<String>> entries =
                Stream.concat(
                                root.getChildren().stream(),
                                head == root ? Stream.of() : head.getChildren().stream())
                        .filter(Declarations::isEntry)
                        .map(Declarations::language)
                        .toList();
        return new Declarations(language(head).or(() -> language(root)), ttl(head), entries);
    }

    Optional<String> entryLanguage(int index) {
        return index < entryLanguages.size() ? entryLanguages.get(index) : Optional.empty();
    }

    private static boolean isEntry(Element element) {
        return element.getName().equals("item") || element.getName().equals("entry");
    }

    private static Optional<String> language(Element element) {
        return child(element, "language")
                .or(() -> Optional.ofNullable(element.getChild("language", DUBLIN_CORE)))
                .map(Element::getText)
                .or(() ->
                        Optional.ofNullable(
                                element.getAttributeValue("lang", Namespace.XML_NAMESPACE)))
                .flatMap(Declarations::twoLetters);
    }

    private static Optional<String> twoLetters(String tag) {
        String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return language.length() == 2 ? Optional.of(language) : Optional.empty();
    }

    private static Optional<Duration> ttl(Element head) {
        return child(head, "ttl")
                .flatMap(ttl -> number(ttl.getText()))
                .map(Duration::ofMinutes)
                .or(() -> updatePeriod(head));
    }

    private static Optional<Duration> updatePeriod(Element head) {
        long times =
                Optional.ofNullable(head.getChild("updateFrequency", SYNDICATION))
                        .flatMap(element -> number(element.getText()))
                        .orElse(1L);
        return Optional.ofNullable(head.getChild("updatePeriod", SYNDICATION))
                .map(element -> element.getText().strip().toLowerCase(Locale.ROOT))
                .map(PERIODS::get)
                .map(period -> period.dividedBy(times));
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        boolean isNumber =
                !digits.isEmpty()
                        && digits.length() <= LONGEST_NUMBER
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.valueOf(digits)).filter(n -> n > 0) : Optional.empty();
    }

    private static Optional<Element> child(Element parent, String name) {
        return Optional.ofNullable(parent.getChild(name, parent.getNamespace()))
                .or(() -> Optional.ofNullable(parent.getChild(name)))
                .or(() -> rdfChild(parent, name));
    }

    private static Optional<Element> rdfChild(Element parent, String name) {
        return parent.getName().equals("RDF")
                ? parent.getChildren().stream().filter(c -> c.getName().equals(name)).findFirst()
                : Optional.empty();
    }
}
