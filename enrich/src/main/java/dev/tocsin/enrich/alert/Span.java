package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.TextField;

/**
 * Some characters of an article.
 *
 * @param start UTF-16 offset into the field, inclusive
 * @param end exclusive
 */
record Span(TextField field, int start, int end) {}
