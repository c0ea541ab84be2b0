package dev.tocsin.ingest.parse.rome;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.module.Extendable;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What ROME reads in an entry: its texts, authors and categories, Dublin Core included. */
public record RomeEntry(
        Optional<RomeText> summary,
        Optional<RomeText> content,
        List<String> authors,
        List<String> categories) {

    public RomeEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    static RomeEntry of(Item item) {
        Optional<DCModule> dublinCore = dublinCore(item);
        return new RomeEntry(
                RomeText.of(item.getDescription()),
                RomeText.of(item.getContent()),
                together(Stream.ofNullable(item.getAuthor()), creators(dublinCore)),
                together(
                        item.getCategories().stream().map(category -> category.getValue()),
                        subjects(dublinCore)));
    }

    static RomeEntry of(Entry entry) {
        Optional<DCModule> dublinCore = dublinCore(entry);
        return new RomeEntry(
                RomeText.of(entry.getSummary()),
                entry.getContents().stream()
                        .map(RomeText::of)
                        .flatMap(Optional::stream)
                        .findFirst(),
                together(names(entry.getAuthors()).stream(), creators(dublinCore)),
                together(
                        entry.getCategories().stream().flatMap(RomeEntry::label),
                        subjects(dublinCore)));
    }

    static List<String> names(List<SyndPerson> persons) {
        return persons.stream().flatMap(person -> Stream.ofNullable(person.getName())).toList();
    }

    private static Stream<String> label(Category category) {
        String label = category.getLabel();
        return Stream.ofNullable(label == null ? category.getTerm() : label);
    }

    private static Optional<DCModule> dublinCore(Extendable extendable) {
        return Optional.ofNullable((DCModule) extendable.getModule(DCModule.URI));
    }

    private static Stream<String> creators(Optional<DCModule> module) {
        return module.stream().flatMap(core -> core.getCreators().stream());
    }

    private static Stream<String> subjects(Optional<DCModule> module) {
        return module.stream()
                .flatMap(core -> core.getSubjects().stream())
                .map(DCSubject::getValue);
    }

    private static List<String> together(
            Stream<? extends @Nullable String> first, Stream<? extends @Nullable String> second) {
        return Stream.concat(first, second).flatMap(Stream::<String>ofNullable).toList();
    }
}
