package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what is remembered for a story: a byte that names the layout, then tables of strings,
 * quotes and articles, each there once, then the rules, which point into them. Numbers are of
 * variable length, the low seven bits first.
 */
final class StoryAlertsWriter {
    static final int LAYOUT = 1;

    private final Table<String> strings = new Table<>(new HashMap<>());

    /** Matches of an article share its record and its quotes, so there is no need to compare. */
    private final Table<AlertQuote> quotes = new Table<>(new IdentityHashMap<>());

    private final Table<MatchedArticle> articles = new Table<>(new IdentityHashMap<>());

    /** Things with their numbers, in the order of their first appearance. */
    private static final class Table<T> {
        private final Map<T, Integer> numbers;
        private final List<T> things = new ArrayList<>();

        Table(Map<T, Integer> numbers) {
            this.numbers = numbers;
        }

        int number(T thing) {
            Integer known = numbers.get(thing);
            if (known != null) {
                return known;
            }
            numbers.put(thing, things.size());
            things.add(thing);
            return things.size() - 1;
        }

        List<T> things() {
            return things;
        }
    }

    byte[] write(StoryAlerts memory) {
        Bytes rules = rules(memory);
        Bytes articleTable = articleTable();
        Bytes quoteTable = quoteTable();
        Bytes all = new Bytes();
        all.write(LAYOUT);
        all.number(strings.things().size());
        strings.things().forEach(all::text);
        all.writeBytes(quoteTable.toByteArray());
        all.writeBytes(articleTable.toByteArray());
        all.writeBytes(rules.toByteArray());
        return all.toByteArray();
    }

    private Bytes rules(StoryAlerts memory) {
        Bytes out = new Bytes();
        out.number(memory.rules().size());
        new TreeMap<>(memory.rules()).forEach((id, rule) -> rule(out, id, rule));
        return out;
    }

    private void rule(Bytes out, String id, RuleMemory rule) {
        out.number(strings.number(id));
        out.number(rule.matches().size());
        rule.matches().forEach(match -> match(out, match));
        out.number(rule.further().articles());
        out.number(rule.further().copies());
        strings(out, rule.further().origins().stream().sorted().toList());
        out.number(rule.raised().isPresent() ? 1 : 0);
        rule.raised()
                .ifPresent(raised -> {
                    out.number(strings.number(raised.alertId()));
                    out.number(raised.sequence());
                    out.number(raised.at().toEpochMilli());
                });
    }

    private void match(Bytes out, Remembered match) {
        out.number(articles.number(match.article()));
        out.number(match.woke() ? 1 : 0);
        out.number(match.quotes().size());
        match.quotes().forEach(quote -> out.number(quotes.number(quote)));
    }

    private Bytes articleTable() {
        Bytes out = new Bytes();
        out.number(articles.things().size());
        articles.things().forEach(article -> article(out, article));
        return out;
    }

    private void article(Bytes out, MatchedArticle article) {
        out.number(strings.number(article.id()));
        out.number(strings.number(article.title()));
        out.number(strings.number(article.url().orElse("")));
        out.number(strings.number(article.publisher()));
        out.number(strings.number(article.origin()));
        out.number(article.isCopy() ? 1 : 0);
        out.number(strings.number(article.language()));
        out.number(article.eventAt().toEpochMilli());
        strings(out, article.conflictTopics());
        strings(out, article.eventTypes());
        strings(out, article.countries());
        out.number(strings.number(article.taxonomyVersion()));
    }

    private Bytes quoteTable() {
        Bytes out = new Bytes();
        out.number(quotes.things().size());
        for (AlertQuote quote : quotes.things()) {
            out.number(strings.number(quote.getReason()));
            out.number(strings.number(quote.getBefore()));
            out.number(strings.number(quote.getWords()));
            out.number(strings.number(quote.getAfter()));
        }
        return out;
    }

    private void strings(Bytes out, Collection<String> values) {
        out.number(values.size());
        values.forEach(value -> out.number(strings.number(value)));
    }

    private static final class Bytes extends ByteArrayOutputStream {

        void number(long number) {
            long rest = number;
            while ((rest & ~0x7fL) != 0) {
                write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            write((int) rest);
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            writeBytes(bytes);
        }
    }
}
