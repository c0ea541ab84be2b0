package dev.tocsin.ingest.discover;

import dev.tocsin.ingest.fetch.FeedFetcher;
import dev.tocsin.ingest.fetch.FetchOutcome;
import dev.tocsin.ingest.fetch.FetchRequest;
import dev.tocsin.ingest.parse.Entry;
import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.PageLink;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.UnreadableFeedException;
import dev.tocsin.ingest.parse.WebPage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the feeds of a site: those that its page declares, else those that it links to, else those
 * at the usual places. Every one of them is fetched and read before it counts.
 */
public final class FeedFinder {
    private static final int MOST_CANDIDATES = 10;
    private static final List<String> USUAL_PLACES =
            List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml");

    private record Candidate(URI url, String how) {}

    private final FeedFetcher fetcher;
    private final FeedParser parser;
    private final Robots robots;
    private final Duration pause;

    /**
     * @param pause between two requests
     */
    public FeedFinder(FeedFetcher fetcher, FeedParser parser, Robots robots, Duration pause) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.robots = robots;
        this.pause = pause;
    }

    /** Asks at most eighteen times. */
    public Discovery find(URI site) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        if (!robots.allows(site)) {
            problems.add("robots.txt of " + site.getAuthority() + " does not allow to look there.");
            return new Discovery(List.of(), problems);
        }
        return switch (fetcher.fetch(FetchRequest.of(site))) {
            case FetchOutcome.Fetched page -> search(page, problems);
            case FetchOutcome.Failed failed -> new Discovery(List.of(), List.of(failed.text()));
            case FetchOutcome.Throttled _ ->
                    new Discovery(List.of(), List.of("The server asks to be left alone for now."));
            case FetchOutcome.Gone _ ->
                    new Discovery(List.of(), List.of("The page has been withdrawn (410)."));
            case FetchOutcome.NotModified _ -> new Discovery(List.of(), problems);
        };
    }

    private Discovery search(FetchOutcome.Fetched page, List<String> problems)
            throws InterruptedException {
        Optional<FoundFeed> itself = read(page, "the address is a feed itself");
        if (itself.isPresent()) {
            return new Discovery(List.of(itself.get()), problems);
        }
        List<FoundFeed> feeds = verified(linked(page), problems);
        if (feeds.isEmpty()) {
            feeds = verified(usual(page.finalUri()), problems);
        }
        return new Discovery(feeds, problems);
    }

    private static List<Candidate> linked(FetchOutcome.Fetched page) {
        return WebPage.feedLinks(page.body(), page.contentType(), page.finalUri()).stream()
                .sorted(Comparator.comparing(FeedFinder::isOfComments))
                .map(link ->
                        new Candidate(
                                link.target(),
                                link.declared() ? "the page declares it" : "the page links to it"))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static boolean isOfComments(PageLink link) {
        return (link.target().getPath() + ' ' + link.title())
                .toLowerCase(Locale.ROOT)
                .contains("comment");
    }

    private static List<Candidate> usual(URI site) {
        return USUAL_PLACES.stream()
                .map(path -> new Candidate(site.resolve(path), "it lies where feeds usually lie"))
                .toList();
    }

    private List<FoundFeed> verified(List<Candidate> candidates, List<String> problems)
            throws InterruptedException {
        Map<URI, FoundFeed> feeds = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!robots.allows(candidate.url)) {
                problems.add("robots.txt does not allow " + candidate.url + ".");
                continue;
            }
            Thread.sleep(pause);
            if (fetcher.fetch(FetchRequest.of(candidate.url)) instanceof FetchOutcome.Fetched got) {
                read(got, candidate.how).ifPresent(feed -> feeds.putIfAbsent(feed.url(), feed));
            }
        }
        return List.copyOf(feeds.values());
    }

    private Optional<FoundFeed> read(FetchOutcome.Fetched fetched, String how) {
        try {
            ParsedFeed feed =
                    parser.parse(fetched.body(), fetched.contentType(), fetched.finalUri());
            Optional<Instant> newest =
                    feed.entries().stream()
                            .map(Entry::published)
                            .flatMap(Optional::stream)
                            .max(Comparator.naturalOrder());
            return Optional.of(
                    new FoundFeed(
                            fetched.finalUri(),
                            feed.title(),
                            feed.format(),
                            feed.entries().size(),
                            newest,
                            how));
        } catch (UnreadableFeedException _) {
            return Optional.empty();
        }
    }
}
