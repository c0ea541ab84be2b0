package dev.tocsin.enrich.alert.file;

/** A text in the file. */
record Item(int line, String text) {}
