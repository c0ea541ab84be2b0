package dev.tocsin.app.demo;

import java.util.List;

/** An invented outlet. {@code format} is one of rss2, rss091, rdf, atom. */
public record DemoFeed(
        String slug,
        String title,
        String publisher,
        String language,
        String format,
        String sourceClass,
        String region,
        String focus,
        List<DemoEntry> entries) {

    public DemoFeed {
        entries = List.copyOf(entries);
    }
}
