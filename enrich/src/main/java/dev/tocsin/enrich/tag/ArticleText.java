package dev.tocsin.enrich.tag;

import java.time.Instant;
import java.util.Optional;

/**
 * What a tagger looks at: cleaned texts, language as ISO 639-1 ("und" if unknown), and when the
 * article happened, which decides whether a conflict had begun.
 */
public record ArticleText(
        String language, String title, String summary, Optional<String> body, Instant eventAt) {}
