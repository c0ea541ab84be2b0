package dev.tocsin.enrich.topology;

/** What comes to the story stage, in the order of the log and not yet decoded. */
sealed interface Gathered {
    byte[] bytes();

    record ArticleBytes(byte[] bytes) implements Gathered {}

    record CorrectionBytes(byte[] bytes) implements Gathered {}
}
