package dev.tocsin.ingest.poll;

import dev.tocsin.schemas.Article;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** How much room an article takes: everything in it that comes from outside, in bytes of UTF-8. */
final class ArticleSize {
    private ArticleSize() {}

    static int of(Article article) {
        List<String> texts =
                List.of(
                        article.getTitle(),
                        article.getSummary(),
                        article.getBody().orElse(""),
                        article.getGuid().orElse(""),
                        article.getUrl().orElse(""),
                        article.getCanonicalUrl().orElse(""));
        return bytes(texts) + bytes(article.getAuthors()) + bytes(article.getCategories());
    }

    private static int bytes(Collection<String> texts) {
        return texts.stream().mapToInt(t -> t.getBytes(StandardCharsets.UTF_8).length).sum();
    }
}
