package dev.tocsin.enrich.alert.rate;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a feed brings nothing, because it has gone quiet or because it cannot be read.
 *
 * @param url as listed
 * @param publisher empty if unknown
 * @param fails whether it cannot be read, rather than has nothing new
 * @param since when it was noticed
 * @param reason in a sentence
 * @param end when it was noticed that it is over; empty while it lasts
 * @param relief how it ended, in a sentence
 */
public record FeedSilence(
        String feedId,
        String url,
        String title,
        Optional<String> publisher,
        boolean fails,
        Instant since,
        String reason,
        Optional<Instant> end,
        String relief) {}
