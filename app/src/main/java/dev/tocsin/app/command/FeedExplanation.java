package dev.tocsin.app.command;

import dev.tocsin.ingest.discover.FoundFeed;
import dev.tocsin.ingest.schedule.Spans;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A report for people: one line a step, in the order in which things happen. */
final class FeedExplanation {
    private static final int LONGEST = 160;

    private final StringBuilder text = new StringBuilder();

    private FeedExplanation() {}

    static String of(FeedReport report) {
        FeedExplanation explanation = new FeedExplanation();
        explanation.text.append(report.url()).append('\n');
        explanation.way(report);
        Optional.ofNullable(report.response()).ifPresent(explanation::response);
        Optional.ofNullable(report.document()).ifPresent(explanation::document);
        explanation.end(report);
        return explanation.text.append('\n').toString();
    }

    private void way(FeedReport report) {
        if (report.addresses().isEmpty()) {
            line("address", "none is known");
        }
        for (FeedReport.Address address : report.addresses()) {
            String refusal = address.refusal();
            line(
                    "address",
                    address.address() + (refusal == null ? ", open" : ", closed: " + refusal));
        }
        for (FeedReport.Hop hop : report.redirects()) {
            line("redirect", "%d to %s".formatted(hop.status(), hop.to()));
            line("", hop.effect());
        }
    }

    private void response(FeedReport.Response response) {
        line("answer", "%d from %s".formatted(response.status(), response.url()));
        line("type", or(response.contentType(), "not stated"));
        String encoding = or(response.encoding(), "not compressed");
        line(
                "size",
                String.format(
                        Locale.ROOT,
                        "%,d bytes, %s, %,d on the wire%s",
                        response.bytes(),
                        encoding,
                        response.wireBytes(),
                        response.cutOff() ? "; broke off" : ""));
        line("validators", validators(response));
        Long fresh = response.freshSeconds();
        line(
                "freshness",
                fresh == null
                        ? "not stated"
                        : Spans.text(Duration.ofSeconds(fresh)) + ", as the server says");
    }

    private static String validators(FeedReport.Response response) {
        if (response.etag() == null && response.lastModified() == null) {
            return "none, so every poll transfers the document";
        }
        return "ETag %s, Last-Modified %s"
                .formatted(or(response.etag(), "none"), or(response.lastModified(), "none"));
    }

    private void document(FeedReport.Document document) {
        line("feed", "\"%s\", %s".formatted(document.title(), document.format()));
        line(
                "entries",
                "%d, %d of them dated, newest %s, oldest %s"
                        .formatted(
                                document.entries(),
                                document.entriesWithDate(),
                                or(document.newest(), "unknown"),
                                or(document.oldest(), "unknown")));
        document.latest()
                .forEach(item -> line("", or(item.published(), "undated") + "  " + item.title()));
        Long update = document.updateSeconds();
        if (update != null) {
            line("asks for", Spans.text(Duration.ofSeconds(update)) + " between two polls");
        }
        line("hub", or(document.hub(), "none, so it is polled"));
        if (document.cutOff()) {
            line("problem", "the document is cut off; its whole entries are read");
        }
    }

    private void end(FeedReport report) {
        report.events().forEach(event -> line("event", event));
        line("verdict", report.isFine() ? "OK" : report.verdict() + ": " + report.text());
        if (!report.candidates().isEmpty()) {
            line("", "This is a web page; its feeds are:");
        }
        for (FoundFeed feed : report.candidates()) {
            line("", "%s  \"%s\", %d entries".formatted(feed.url(), feed.title(), feed.entries()));
        }
        line(
                "next poll",
                or(report.nextPoll(), "unknown") + ": " + or(report.nextPollReason(), "-"));
    }

    private void line(String step, String words) {
        String flat = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        String cut = flat.length() > LONGEST ? flat.substring(0, LONGEST - 1) + "…" : flat;
        text.append("  %-11s %s".formatted(step, cut).stripTrailing()).append('\n');
    }

    private static String or(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }
}
