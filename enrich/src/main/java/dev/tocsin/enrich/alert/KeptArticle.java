package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** An article and all quotes from it, as they lie in the bytes of a story; read when asked for. */
final class KeptArticle {
    private final Packed bytes;
    private @Nullable Read read;

    /**
     * @param quotes of all rules
     */
    record Read(MatchedArticle article, List<AlertQuote> quotes) {

        Read {
            quotes = List.copyOf(quotes);
        }
    }

    KeptArticle(Packed bytes) {
        this.bytes = bytes;
    }

    /** What it says; the same objects each time. */
    Read read() {
        Read known = read;
        if (known == null) {
            Packed in = bytes.again();
            known = new Read(article(in), in.list(() -> quote(in)));
            read = known;
        }
        return known;
    }

    boolean isRead() {
        return read != null;
    }

    Packed bytes() {
        return bytes;
    }

    boolean hasId(byte[] id) {
        return bytes.isNext(id);
    }

    static void write(Packing out, MatchedArticle article, List<AlertQuote> quotes) {
        out.text(article.id());
        out.text(article.title());
        out.text(article.url().orElse(""));
        out.text(article.publisher());
        out.text(article.origin());
        out.flag(article.isCopy());
        out.text(article.language());
        out.number(article.eventAt().toEpochMilli());
        out.list(article.conflictTopics(), out::text);
        out.list(article.eventTypes(), out::text);
        out.list(article.countries(), out::text);
        out.text(article.taxonomyVersion());
        out.list(quotes, quote -> write(out, quote));
    }

    private static void write(Packing out, AlertQuote quote) {
        out.text(quote.getReason());
        out.text(quote.getBefore());
        out.text(quote.getWords());
        out.text(quote.getAfter());
    }

    private static MatchedArticle article(Packed in) {
        return new MatchedArticle(
                in.text(),
                in.text(),
                Optional.of(in.text()).filter(url -> !url.isEmpty()),
                in.text(),
                in.text(),
                in.flag(),
                in.text(),
                in.instant(),
                in.list(in::text),
                in.list(in::text),
                in.list(in::text),
                in.text());
    }

    private static AlertQuote quote(Packed in) {
        return new AlertQuote(in.text(), in.text(), in.text(), in.text());
    }
}
