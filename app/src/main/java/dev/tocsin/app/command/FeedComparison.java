package dev.tocsin.app.command;

import dev.tocsin.ingest.parse.FeedParser;
import dev.tocsin.ingest.parse.UnreadableFeedException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the documents of an oracle and compares. Without an answer's headers, as the oracle did.
 */
final class FeedComparison {
    private static final URI NO_ADDRESS = URI.create("");

    private FeedComparison() {}

    /**
     * @param oracle JSON lines, see {@link OracleFeed}
     * @param folder what its file names are relative to
     */
    static FeedAgreement run(Path oracle, Path folder) {
        FeedParser parser = new FeedParser();
        FeedAgreement agreement = new FeedAgreement();
        for (OracleFeed feed : OracleFeed.read(oracle)) {
            add(agreement, parser, feed, folder);
        }
        return agreement;
    }

    private static void add(
            FeedAgreement agreement, FeedParser parser, OracleFeed feed, Path folder) {
        try {
            byte[] document = Files.readAllBytes(folder.resolve(feed.file()));
            agreement.add(feed, parser.parse(document, Optional.empty(), NO_ADDRESS));
        } catch (UnreadableFeedException e) {
            agreement.addUnreadable(feed, e.fault() + ", " + e.text());
        } catch (IOException e) {
            throw new CommandFailure("the oracle names a file that cannot be read: " + e);
        }
    }
}
