package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.parse.html.PlainText;
import dev.tocsin.ingest.parse.rome.RomeEntry;
import dev.tocsin.ingest.parse.rome.RomeText;
import dev.tocsin.ingest.parse.text.XmlText;

import org.jdom2.Element;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What ROME read and what the entry claims, as an entry of ours: plain, absolute, capped. */
final class EntryReader {
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_SUMMARY = 20_000;
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_GUID = 4_000;
    private static final int LONGEST_LABEL = 300;
    private static final int MOST_LABELS = 100;
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^\\S+@\\S+\\s*\\((.+)\\)$");
    private static final Pattern MISLABELLED =
            Pattern.compile(
                    "</(?:p|a|b|i|em|strong|div|span|li|h\\d)>|<br ?/?>|<p>|<img |&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\\d{0,2});");

    private final Links links;
    private final List<String> feedAuthors;

    EntryReader(Links links, List<String> feedAuthors) {
        this.links = links;
        this.feedAuthors = labels(feedAuthors);
    }

    Entry read(Element element, RomeEntry rome) {
        Claims claims = Claims.of(element);
        Optional<String> claimed = claims.link().flatMap(links::claimed);
        Optional<Instant> published = claims.published().or(() -> dublinDate(element, claims));
        return new Entry(
                claims.id().map(EntryReader::guid).filter(id -> !id.isEmpty()),
                Links.web(claimed),
                claimed,
                claims.title().map(EntryReader::title).orElse(""),
                summary(element, rome),
                rome.content().map(text -> plain(text, LONGEST_BODY)).filter(t -> !t.isEmpty()),
                authors(rome),
                labels(rome.categories()),
                published,
                published.isPresent() && claims.published().isEmpty()
                        ? Optional.empty()
                        : claims.updated(),
                claims.language().flatMap(Languages::code));
    }

    /** RSS has no word for changes: the only date of an item, as dc:date is, says when it came. */
    private static Optional<Instant> dublinDate(Element element, Claims claims) {
        return element.getName().equals("item") ? claims.updated() : Optional.empty();
    }

    private static String summary(Element element, RomeEntry rome) {
        return rome.summary()
                .or(() -> Optional.ofNullable(media(element)))
                .map(text -> plain(text, LONGEST_SUMMARY))
                .orElse("");
    }

    private static @org.jspecify.annotations.Nullable RomeText media(Element entry) {
        Element description = entry.getChild("mediadescription", entry.getNamespace());
        return description == null ? null : new RomeText(description.getText(), true);
    }

    static String title(RomeText title) {
        return PlainText.oneLine(plain(title, LONGEST_TITLE));
    }

    private static String guid(String published) {
        return PlainText.capped(XmlText.legal(published.strip()), LONGEST_GUID);
    }

    private static String plain(RomeText text, int most) {
        boolean html = text.html() || MISLABELLED.matcher(text.value()).find();
        return html ? PlainText.ofHtml(text.value(), most) : PlainText.of(text.value(), most);
    }

    private List<String> authors(RomeEntry entry) {
        List<String> own = labels(entry.authors());
        return own.isEmpty() ? feedAuthors : own;
    }

    private static List<String> labels(List<String> published) {
        return published.stream()
                .map(label -> MAIL_AND_NAME.matcher(label.strip()).replaceFirst("$1"))
                .map(label -> PlainText.oneLine(PlainText.ofHtml(label, LONGEST_LABEL)))
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(MOST_LABELS)
                .toList();
    }
}
