package dev.tocsin.enrich.alert;

/** A keyword found in an article. */
record KeywordHit(Keyword keyword, Span span) {}
