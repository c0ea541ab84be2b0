package dev.tocsin.bench.news;

/** Headline and text of an invented article. */
public record NewsText(String language, String title, String text) {}
