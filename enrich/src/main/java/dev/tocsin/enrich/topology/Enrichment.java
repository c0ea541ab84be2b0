package dev.tocsin.enrich.topology;

import dev.tocsin.schemas.DeadLetter;
import dev.tocsin.schemas.TaggedArticle;

/** What became of one record of the articles. */
sealed interface Enrichment {
    record Tagged(TaggedArticle article) implements Enrichment {}

    record Dead(DeadLetter letter) implements Enrichment {}
}
