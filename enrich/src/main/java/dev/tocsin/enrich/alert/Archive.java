package dev.tocsin.enrich.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of a story point into by number: its articles, and origins beyond them. */
record Archive(List<String> origins, List<KeptArticle> articles) {

    static final Archive NONE = new Archive(List.of(), List.of());

    Archive {
        origins = List.copyOf(origins);
        articles = List.copyOf(articles);
    }

    boolean knows(String articleId) {
        byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
        for (KeptArticle article : articles) {
            if (article.hasId(id)) {
                return true;
            }
        }
        return false;
    }

    RuleMemory read(KeptRule.Unread rule) {
        Packed in = rule.whole().again();
        String id = in.text();
        List<Remembered> matches = in.list(() -> match(id, in));
        Further further =
                new Further(in.count(), in.count(), Set.copyOf(in.list(() -> origin(in))));
        return new RuleMemory(
                matches, further, in.flag() ? Optional.of(raised(in)) : Optional.empty());
    }

    private Remembered match(String rule, Packed in) {
        KeptArticle.Read article = at(articles, in.count()).read();
        boolean woke = in.flag();
        return new Remembered(
                rule, article.article(), in.list(() -> at(article.quotes(), in.count())), woke);
    }

    private String origin(Packed in) {
        return at(origins, in.count());
    }

    private static Raised raised(Packed in) {
        return new Raised(in.text(), in.count(), in.instant());
    }

    private static <T> T at(List<T> list, int number) {
        if (number < 0 || number >= list.size()) {
            throw new IllegalArgumentException("alerts of a story are mixed up");
        }
        return list.get(number);
    }
}
