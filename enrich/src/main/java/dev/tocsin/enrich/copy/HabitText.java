package dev.tocsin.enrich.copy;

/**
 * One article from which a source's habits are learnt.
 *
 * @param article its number
 * @param shingles in the order of the text
 */
public record HabitText(int article, int[] shingles) {}
