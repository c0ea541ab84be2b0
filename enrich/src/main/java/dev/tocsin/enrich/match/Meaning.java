package dev.tocsin.enrich.match;

/** What a phrase of a {@link Lexicon} stands for. */
public interface Meaning {}
