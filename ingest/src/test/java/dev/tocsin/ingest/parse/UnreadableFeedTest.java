package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

class UnreadableFeedTest {
    private static final URI BASE = URI.create("https://example.org/news/feed.xml");

    @Test
    void saysWhyADocumentIsNoFeed() {
        assertThat(fault("")).isEqualTo(FeedFault.EMPTY);
        assertThat(fault(" \n")).isEqualTo(FeedFault.EMPTY);
        assertThat(fault("<!DOCTYPE html><html><body>Hi</body></html>")).isEqualTo(FeedFault.HTML);
        assertThat(fault("<urlset/>")).isEqualTo(FeedFault.UNKNOWN_FORMAT);
        assertThat(fault("{\"version\": 1}")).isEqualTo(FeedFault.UNKNOWN_FORMAT);
        assertThat(fault("<feed xmlns='urn:other'/>")).isEqualTo(FeedFault.UNKNOWN_FORMAT);
        assertThat(fault("Not found")).isEqualTo(FeedFault.MALFORMED);
        assertThat(fault("<rss")).isEqualTo(FeedFault.UNKNOWN_FORMAT);
        assertThat(fault("<rss version='2.0'><channel>" + "<a>".repeat(100_000)))
                .isEqualTo(FeedFault.TOO_DEEP);
    }

    @Test
    void noCutAndNoFlippedByteLetsAnotherExceptionOut() {
        byte[] whole =
                """
                <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss><rss version="2.0"><channel>
                <title>T&#233;</title><item><title><![CDATA[x]]></title><guid isPermaLink="true">g</guid>
                <pubDate>Tue, 05 May 2026 07:00:00 GMT</pubDate></item></channel></rss>
                """
                        .getBytes(UTF_8);
        for (int i = 0; i < whole.length; i++) {
            byte[] cut = Arrays.copyOf(whole, i);
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x55;
            survives(cut);
            survives(flipped);
        }
    }

    private static void survives(byte[] document) {
        try {
            assertThat(parse(document, Optional.of("text/xml; charset=nonsense"))).isNotNull();
        } catch (UnreadableFeedException e) {
            assertThat(e.text()).isNotBlank();
        }
    }

    @Test
    void sizeAloneIsNoFault() throws UnreadableFeedException {
        String text = "&amp;&#233;&lt;x".repeat(100_000);

        ParsedFeed feed =
                parse(
                        "<rss version='2.0'><channel><title>T</title><item><description>"
                                + text
                                + "</description></item></channel></rss>");

        assertThat(feed.entries()).hasSize(1);
    }

    private static ParsedFeed parse(String xml) throws UnreadableFeedException {
        return parse(xml.getBytes(UTF_8), Optional.of("application/rss+xml"));
    }

    private static ParsedFeed parse(byte[] xml, Optional<String> type)
            throws UnreadableFeedException {
        return new FeedParser().parse(xml, type, BASE);
    }

    private static FeedFault fault(String document) {
        try {
            throw new AssertionError("understood as " + parse(document));
        } catch (UnreadableFeedException e) {
            return e.fault();
        }
    }
}
