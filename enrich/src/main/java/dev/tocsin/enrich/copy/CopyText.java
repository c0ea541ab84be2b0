package dev.tocsin.enrich.copy;

import dev.tocsin.enrich.text.Tokens;

/**
 * A text read for comparison.
 *
 * @param own which tokens are the article's own and no habit of its source
 * @param shingles all runs of five words, in the order of the text
 */
public record CopyText(
        String source, Tokens tokens, boolean[] own, int[] shingles, Sketch sketch) {}
