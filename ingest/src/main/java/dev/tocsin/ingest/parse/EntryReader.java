package dev.tocsin.ingest.parse;

import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** ROME's entries to ours. */
final class EntryReader {
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_SUMMARY = 20_000;
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_GUID = 4_000;
    private static final int LONGEST_LABEL = 300;
    private static final int MOST_LABELS = 100;
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^\\S+@\\S+\\s*\\((.+)\\)$");
    private static final Pattern MISLABELLED =
            Pattern.compile("</(?:p|a|b|i|em|strong|div|span|li|h\\d)>|<br ?/?>|<p>|<img ");

    private final Links links;
    private final boolean atom;
    private final List<String> feedAuthors;

    EntryReader(SyndFeed feed, Links links) {
        this.links = links;
        this.atom = isAtom(feed.getFeedType());
        this.feedAuthors = atom ? names(feed.getAuthors(), null) : List.of();
    }

    static boolean isAtom(String feedType) {
        return feedType.startsWith("atom");
    }

    Entry read(SyndEntry entry, Optional<String> language) {
        return new Entry(
                guid(entry),
                link(entry),
                title(entry.getTitleEx(), atom),
                text(entry.getDescription(), LONGEST_SUMMARY, atom).orElse(""),
                body(entry),
                authors(entry),
                categories(entry),
                published(entry),
                updated(entry),
                language);
    }

    static String title(@Nullable SyndContent title, boolean atom) {
        return text(title, LONGEST_TITLE, atom).map(PlainText::oneLine).orElse("");
    }

    private static Optional<String> guid(SyndEntry entry) {
        Optional<String> guid =
                entry.getWireEntry() instanceof Item item
                        ? rssGuid(item)
                                .map(Guid::getValue)
                                .or(() -> Optional.ofNullable(item.getUri()))
                        : Optional.ofNullable(entry.getUri());
        return guid.map(text -> PlainText.capped(XmlText.legal(text.strip()), LONGEST_GUID))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Guid> rssGuid(Item item) {
        return Optional.ofNullable(item.getGuid());
    }

    private Optional<String> link(SyndEntry entry) {
        Stream<@Nullable String> stated =
                entry.getWireEntry() instanceof Item item
                        ? Stream.of(item.getLink(), permaLink(item))
                        : Stream.of(entry.getLink());
        return stated.flatMap(Stream::ofNullable)
                .map(links::absolute)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable String permaLink(Item item) {
        return rssGuid(item)
                .filter(Guid::isPermaLink)
                .map(Guid::getValue)
                .filter(value -> value.contains("://"))
                .orElse(null);
    }

    private Optional<String> body(SyndEntry entry) {
        return entry.getContents().stream()
                .map(content -> text(content, LONGEST_BODY, atom))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Plain text of a field; empty where the field is not there, has no text or is no text. */
    private static Optional<String> text(@Nullable SyndContent content, int most, boolean atom) {
        if (content == null || content.getValue() == null || isBinary(type(content))) {
            return Optional.empty();
        }
        String value = content.getValue();
        boolean plain = atom && isPlain(type(content)) && !MISLABELLED.matcher(value).find();
        return Optional.of(plain ? PlainText.of(value, most) : PlainText.ofHtml(value, most))
                .filter(text -> !text.isEmpty());
    }

    private static String type(SyndContent content) {
        return Optional.ofNullable(content.getType()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String type) {
        return type.isEmpty() || type.equals("text") || type.startsWith("text/plain");
    }

    private static boolean isBinary(String type) {
        return type.contains("/")
                && !type.startsWith("text/")
                && !type.contains("xml")
                && !type.contains("html");
    }

    private List<String> authors(SyndEntry entry) {
        List<String> own = names(entry.getAuthors(), entry.getAuthor());
        return own.isEmpty() ? feedAuthors : own;
    }

    private static List<String> names(List<SyndPerson> persons, @Nullable String single) {
        List<String> names =
                persons.stream().flatMap(person -> Stream.ofNullable(person.getName())).toList();
        return labels(names.isEmpty() ? Stream.ofNullable(single) : names.stream());
    }

    private static List<String> categories(SyndEntry entry) {
        return labels(
                entry.getCategories().stream()
                        .map(SyndCategory::getName)
                        .flatMap(Stream::ofNullable));
    }

    private static List<String> labels(Stream<String> published) {
        return published
                .map(label -> MAIL_AND_NAME.matcher(label.strip()).replaceFirst("$1"))
                .map(label -> PlainText.oneLine(PlainText.ofHtml(label, LONGEST_LABEL)))
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(MOST_LABELS)
                .toList();
    }

    private static Optional<Instant> published(SyndEntry entry) {
        return entry.getWireEntry() instanceof com.rometools.rome.feed.atom.Entry atomEntry
                ? instant(atomEntry.getPublished())
                : instant(entry.getPublishedDate());
    }

    private static Optional<Instant> updated(SyndEntry entry) {
        return entry.getWireEntry() instanceof com.rometools.rome.feed.atom.Entry atomEntry
                ? instant(atomEntry.getUpdated())
                : instant(entry.getUpdatedDate());
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
