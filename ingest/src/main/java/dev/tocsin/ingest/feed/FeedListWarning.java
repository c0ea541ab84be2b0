package dev.tocsin.ingest.feed;

/**
 * Something in a feed list that did not hinder reading it but deserves a look.
 *
 * @param line from 1
 */
public record FeedListWarning(String file, int line, String text) {
    @Override
    public String toString() {
        return file + ':' + line + ": " + text;
    }
}
