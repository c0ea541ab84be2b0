package dev.tocsin.ingest.discover;

import java.util.List;

/**
 * What was found at a site's address.
 *
 * @param feeds the best first
 * @param problems in words: what kept the search from looking further
 */
public record Discovery(List<FoundFeed> feeds, List<String> problems) {
    public Discovery {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }
}
