package dev.tocsin.app.pipeline;

import dev.tocsin.ingest.shard.PollListener;

import java.util.Optional;
import java.util.Set;

/**
 * @param parts which of the parts run in this process
 * @param feeds where the feeds come from, if ingest is among the parts
 * @param pollAllNow poll every feed at once on starting, whatever its schedule says
 * @param listener hears of every committed poll
 * @param banner a sentence for the top of the page
 */
public record PipelineOptions(
        Set<Part> parts,
        FeedSource feeds,
        boolean pollAllNow,
        PollListener listener,
        Optional<String> banner) {
    public PipelineOptions {
        parts = Set.copyOf(parts);
    }

    /** The given parts, polling when feeds are due. */
    public static PipelineOptions of(Set<Part> parts, FeedSource feeds) {
        return new PipelineOptions(parts, feeds, false, result -> {}, Optional.empty());
    }

    /** The same with every feed polled at once, and somebody listening. */
    public PipelineOptions pollingNow(PollListener newListener) {
        return new PipelineOptions(parts, feeds, true, newListener, banner);
    }

    /** The same with a banner. */
    public PipelineOptions withBanner(String text) {
        return new PipelineOptions(parts, feeds, pollAllNow, listener, Optional.of(text));
    }
}
