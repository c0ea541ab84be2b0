package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An article of a story as it will be written: as it lay before, unless there are new quotes. */
final class ArticleDraft {
    private final int number;
    private final MatchedArticle article;
    private final Optional<KeptArticle> kept;
    private final List<AlertQuote> quotes;

    /** Matches share the quotes of an article, so there is no need to compare. */
    private final Map<AlertQuote, Integer> numbers = new IdentityHashMap<>();

    /** Of an article that is new in the story. */
    ArticleDraft(int number, MatchedArticle article) {
        this.number = number;
        this.article = article;
        this.kept = Optional.empty();
        this.quotes = new ArrayList<>();
    }

    /** Of one that was there. */
    ArticleDraft(int number, KeptArticle kept) {
        this.number = number;
        this.article = kept.read().article();
        this.kept = Optional.of(kept);
        this.quotes = new ArrayList<>(kept.read().quotes());
        for (int i = 0; i < quotes.size(); i++) {
            numbers.put(quotes.get(i), i);
        }
    }

    int number() {
        return number;
    }

    int number(AlertQuote quote) {
        Integer known = numbers.putIfAbsent(quote, quotes.size());
        if (known == null) {
            quotes.add(quote);
            return quotes.size() - 1;
        }
        return known;
    }

    void write(Packing out) {
        if (kept.isPresent() && kept.get().read().quotes().size() == quotes.size()) {
            out.raw(kept.get().bytes());
        } else {
            KeptArticle.write(out, article, quotes);
        }
    }
}
