package dev.tocsin.enrich.story;

import java.util.function.IntToDoubleFunction;

/**
 * What a term is worth, from 0 to 1: its inverse document frequency in the window, and never more
 * than that of a term which one article in twenty has. So the worth of rare terms does not depend
 * on the size of the window.
 *
 * @param inLanguage articles of the window in the language of the one at hand, which its words are
 *     counted in
 * @param all articles of the window, which what is of no language is counted in
 */
record Rarity(int inLanguage, int all, TermIndex index) implements IntToDoubleFunction {
    private static final double FULL = 3;
    private static final double LEAST = 0.02;

    @Override
    public double applyAsDouble(int term) {
        int articles = Terms.isOfNoLanguage(term) ? all : inLanguage;
        double frequency = Math.log((articles + 1) / (index.count(term) + 0.5));
        double full = Math.min(FULL, Math.log(articles + 2) + 0.01);
        return Math.clamp(frequency / full, LEAST, 1);
    }
}
