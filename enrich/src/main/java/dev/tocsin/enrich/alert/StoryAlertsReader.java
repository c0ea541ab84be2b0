package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads what {@link StoryAlertsWriter} wrote. */
final class StoryAlertsReader {
    private final ByteBuffer in;
    private List<String> strings = List.of();
    private List<AlertQuote> quotes = List.of();
    private List<MatchedArticle> articles = List.of();

    private StoryAlertsReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    static StoryAlerts read(byte[] bytes) {
        try {
            return new StoryAlertsReader(bytes).read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("alerts of a story are broken off or mixed up", e);
        }
    }

    private StoryAlerts read() {
        int layout = in.get();
        if (layout != StoryAlertsWriter.LAYOUT) {
            throw new IllegalArgumentException("alerts of a story in unknown layout " + layout);
        }
        strings = list(this::text);
        quotes = list(this::quote);
        articles = list(this::article);
        return new StoryAlerts(rules());
    }

    private Map<String, RuleMemory> rules() {
        Map<String, RuleMemory> rules = new TreeMap<>();
        int count = count();
        for (int i = 0; i < count; i++) {
            String id = string();
            rules.put(id, rule(id));
        }
        return rules;
    }

    private RuleMemory rule(String id) {
        List<Remembered> matches = list(() -> match(id));
        Further further = new Further(count(), count(), Set.copyOf(list(this::string)));
        return new RuleMemory(matches, further, flag() ? Optional.of(raised()) : Optional.empty());
    }

    private Raised raised() {
        return new Raised(string(), count(), instant());
    }

    private Remembered match(String rule) {
        MatchedArticle article = articles.get(count());
        boolean woke = flag();
        return new Remembered(rule, article, list(() -> quotes.get(count())), woke);
    }

    private MatchedArticle article() {
        return new MatchedArticle(
                string(),
                string(),
                Optional.of(string()).filter(url -> !url.isEmpty()),
                string(),
                string(),
                flag(),
                string(),
                instant(),
                list(this::string),
                list(this::string),
                list(this::string),
                string());
    }

    private AlertQuote quote() {
        return new AlertQuote(string(), string(), string(), string());
    }

    private <T> List<T> list(Supplier<T> element) {
        int count = count();
        List<T> list = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    private String string() {
        return strings.get(count());
    }

    private String text() {
        byte[] bytes = new byte[Math.min(count(), in.remaining())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private boolean flag() {
        return count() == 1;
    }

    private Instant instant() {
        return Instant.ofEpochMilli(number());
    }

    private int count() {
        return (int) number();
    }

    private long number() {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            number |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }
}
