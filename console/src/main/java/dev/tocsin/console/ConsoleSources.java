package dev.tocsin.console;

import dev.tocsin.console.api.Health;
import dev.tocsin.console.api.Vocabulary;
import dev.tocsin.console.live.LiveFeed;
import dev.tocsin.console.record.RecordWriter;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * What the console shows and where its decisions go. Whoever made a part closes it.
 *
 * @param store where the sink stores
 * @param vocabulary the words in force; the same object as long as they are the same
 * @param targets names of those who can be told; empty if this console does not know them
 * @param live news as they happen, null to go without
 * @param writer takes rules and corrections; null for a console that only shows
 */
public record ConsoleSources(
        DataSource store,
        Supplier<List<Health>> health,
        Supplier<Vocabulary> vocabulary,
        Supplier<Optional<List<String>>> targets,
        @Nullable LiveFeed live,
        @Nullable RecordWriter writer,
        Clock clock) {

    /** A console that only shows, and only what is stored. */
    public static ConsoleSources reading(
            DataSource store, Supplier<List<Health>> health, Vocabulary vocabulary) {
        return new ConsoleSources(
                store, health, () -> vocabulary, Optional::empty, null, null, Clock.systemUTC());
    }
}
