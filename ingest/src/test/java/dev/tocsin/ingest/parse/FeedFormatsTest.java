package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class FeedFormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rss_0.91    | <rss version='0.91'><channel><item><title>E</title></item></channel></rss>",
                "rss_0.92    | <rss version='0.92'><channel><item><title>E</title></item></channel></rss>",
                "rss_2.0     | <RSS><item><TITLE>E</TITLE></item></RSS>",
                "rss_2.0     | <r:rss version='2.0' xmlns:r='http://backend.userland.com/rss2'><r:channel><r:item><r:title>E</r:title></r:item></r:channel></r:rss>",
                "rss_0.9     | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/><item><title>E</title></item></rdf:RDF>",
                "rss_1.0     | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item><title>E</title></item></rdf:RDF>",
                "rss_1.1     | <Channel xmlns='http://purl.org/net/rss1.1#'><items><item><title>E</title></item></items></Channel>",
                "cdf         | <CHANNEL HREF='https://example.org/'><ITEM HREF='/1'><TITLE>E</TITLE></ITEM></CHANNEL>",
                "atom_0.3    | <feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='escaped'>E</title></entry></feed>",
                "atom_1.0    | <a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>E</a:title></a:entry></a:feed>",
                "atom_1.0    | <feed><entry><title>E</title></entry></feed>",
                "atom_1.0    | <entry xmlns='http://www.w3.org/2005/Atom'><title>E</title></entry>",
                "rss_2.0     | <rss><channel><entry xmlns='http://www.w3.org/2005/Atom'><title>E</title></entry></channel></rss>",
                "sitemap_0.9 | <urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://example.org/1</loc><n:news><n:title>E</n:title></n:news></url></urlset>"
            })
    void readsEveryFormat(String format, String document) throws UnreadableFeedException {
        ParsedFeed feed = Parsing.parse(document);

        assertThat(feed.format()).isEqualTo(format);
        assertThat(feed.entries()).extracting(Entry::title).containsExactly("E");
    }

    @Test
    void readsNewsSitemaps() throws UnreadableFeedException {
        Entry entry =
                Parsing.parse(
                                """
                                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                                    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
                                    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                                  <url><loc>https://example.org/1</loc><lastmod>2026-05-06</lastmod>
                                    <image:image><image:loc>https://example.org/1.jpg</image:loc></image:image>
                                    <news:news><news:publication><news:name>Paper</news:name><news:language>uk</news:language></news:publication>
                                      <news:publication_date>2026-05-05T07:00Z</news:publication_date>
                                      <news:title>Talks</news:title><news:keywords>peace</news:keywords></news:news></url>
                                </urlset>
                                """)
                        .entries()
                        .getFirst();

        assertThat(entry.link()).contains("https://example.org/1");
        assertThat(entry.title()).isEqualTo("Talks");
        assertThat(entry.published()).contains(Instant.parse("2026-05-05T07:00:00Z"));
        assertThat(entry.updated()).contains(Instant.parse("2026-05-06T00:00:00Z"));
        assertThat(entry.language()).contains("uk");
        assertThat(entry.categories()).containsExactly("peace");
    }

    @Test
    void readsTheWordsOfOneFormatInAnother() throws UnreadableFeedException {
        Entry entry =
                Parsing.item(
                        """
                        <link xmlns='http://www.w3.org/2005/Atom' rel='alternate' href='/1'/>
                        <summary xmlns='http://www.w3.org/2005/Atom'>S</summary>
                        <content xmlns='http://www.w3.org/2005/Atom'>C</content>
                        <author xmlns='http://www.w3.org/2005/Atom'><name>A</name></author>
                        <category xmlns='http://www.w3.org/2005/Atom' term='K'/>
                        <published xmlns='http://www.w3.org/2005/Atom'>2026-05-05</published>
                        """);

        assertThat(entry.link()).contains("https://example.org/1");
        assertThat(entry.summary()).isEqualTo("S");
        assertThat(entry.body()).contains("C");
        assertThat(entry.authors()).containsExactly("A");
        assertThat(entry.categories()).containsExactly("K");
        assertThat(entry.published()).contains(Instant.parse("2026-05-05T00:00:00Z"));
        assertThat(Parsing.atomEntry("<author>B</author>").authors()).containsExactly("B");
    }

    @Test
    void readsDublinCoreAndMediaFields() throws UnreadableFeedException {
        Entry entry =
                Parsing.item(
                        """
                        <media:group xmlns:media='http://search.yahoo.com/mrss/'>
                          <media:title>M</media:title><media:description>Seen from above</media:description></media:group>
                        <dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>A</dc:creator>
                        <dc:subject xmlns:dc='http://purl.org/dc/elements/1.1/'>K</dc:subject>
                        <dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-05-05</dc:date>
                        """);

        assertThat(entry.title()).isEqualTo("M");
        assertThat(entry.summary()).isEqualTo("Seen from above");
        assertThat(entry.authors()).containsExactly("A");
        assertThat(entry.categories()).containsExactly("K");
        assertThat(entry.published()).contains(Instant.parse("2026-05-05T00:00:00Z"));
    }

    @Test
    void readsHowAndWhereThePublisherWantsToBePolled() throws UnreadableFeedException {
        ParsedFeed feed =
                Parsing.rss(
                        """
                        <ttl>often</ttl>
                        <skipHours><hour>2</hour><hour>24</hour><hour>2.5</hour><hour>25</hour></skipHours>
                        <skipDays><day>sunday</day><day>lundi</day></skipDays>
                        <a:link xmlns:a='http://www.w3.org/2005/Atom' rel='hub' href='https://hub.example/'/>
                        <a:link xmlns:a='http://www.w3.org/2005/Atom' rel='self' href='feed.rss'/>
                        <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
                        """);

        assertThat(feed.updateInterval()).contains(java.time.Duration.ofHours(12));
        assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 2);
        assertThat(feed.skipDays()).containsExactly(java.time.DayOfWeek.SUNDAY);
        assertThat(feed.hub()).contains("https://hub.example/");
        assertThat(feed.self()).contains("https://example.org/news/feed.rss");
    }
}
