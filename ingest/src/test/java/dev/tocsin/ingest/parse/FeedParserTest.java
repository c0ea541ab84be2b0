package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class FeedParserTest {
    private static final URI BASE = URI.create("https://example.org/news/feed.xml");

    @Test
    void readsRss20() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        <?xml version="1.0"?>
                        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                            xmlns:content="http://purl.org/rss/1.0/modules/content/">
                          <channel>
                            <title>The Example</title><link>https://example.org/</link>
                            <language>en-GB</language><ttl>15</ttl>
                            <item>
                              <guid isPermaLink="false">id-1</guid>
                              <link>/a?x=1&amp;y=2</link>
                              <title>Talks &amp;amp; &lt;b&gt;truce&lt;/b&gt;</title>
                              <description><![CDATA[<p>One.</p><p>Two &mdash; three.<script>x()</script></p>]]></description>
                              <content:encoded><![CDATA[<div>All<br>of it</div>]]></content:encoded>
                              <dc:creator>A. Writer</dc:creator>
                              <category>World</category><category>Peace</category>
                              <pubDate>Tue, 05 May 2026 07:00:00 +0200</pubDate>
                            </item>
                          </channel>
                        </rss>
                        """);
        Entry entry = feed.entries().getFirst();

        assertThat(feed.format()).isEqualTo("rss_2.0");
        assertThat(feed.title()).isEqualTo("The Example");
        assertThat(feed.link()).isEqualTo("https://example.org/");
        assertThat(feed.language()).contains("en");
        assertThat(feed.updateInterval()).contains(Duration.ofMinutes(15));
        assertThat(entry.guid()).contains("id-1");
        assertThat(entry.link()).contains("https://example.org/a?x=1&y=2");
        assertThat(entry.title()).isEqualTo("Talks & truce");
        assertThat(entry.summary()).isEqualTo("One.\n\nTwo — three.");
        assertThat(entry.body()).contains("All\nof it");
        assertThat(entry.authors()).containsExactly("A. Writer");
        assertThat(entry.categories()).containsExactly("World", "Peace");
        assertThat(entry.published()).contains(Instant.parse("2026-05-05T05:00:00Z"));
        assertThat(entry.updated()).isEmpty();
    }

    @Test
    void readsAtom10() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk">
                          <title>Приклад</title><link href="https://example.org/"/>
                          <author><name>Desk</name></author>
                          <entry xml:lang="fr">
                            <id>tag:example.org,2026:1</id><title type="text">a &lt; b</title>
                            <link rel="enclosure" href="https://example.org/1.mp3"/>
                            <link rel="alternate" href="https://example.org/1"/>
                            <summary type="html">&lt;i&gt;Short&lt;/i&gt;</summary>
                            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></div></content>
                            <published>2026-05-05T05:00:00Z</published><updated>2026-05-06T05:00:00Z</updated>
                          </entry>
                        </feed>
                        """);
        Entry entry = feed.entries().getFirst();

        assertThat(feed.format()).isEqualTo("atom_1.0");
        assertThat(feed.language()).contains("uk");
        assertThat(entry.guid()).contains("tag:example.org,2026:1");
        assertThat(entry.link()).contains("https://example.org/1");
        assertThat(entry.title()).isEqualTo("a < b");
        assertThat(entry.summary()).isEqualTo("Short");
        assertThat(entry.body()).contains("Long");
        assertThat(entry.authors()).containsExactly("Desk");
        assertThat(entry.published()).contains(Instant.parse("2026-05-05T05:00:00Z"));
        assertThat(entry.updated()).contains(Instant.parse("2026-05-06T05:00:00Z"));
        assertThat(entry.language()).contains("fr");
    }

    @Test
    void readsRdf() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                            xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                            xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                          <channel rdf:about="https://example.org/"><title>R</title><link>https://example.org/</link>
                            <dc:language>ja</dc:language>
                            <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                          </channel>
                          <item rdf:about="https://example.org/1"><title>T</title><link>https://example.org/1</link>
                            <dc:date>2026-05-05T14:00:00+09:00</dc:date></item>
                        </rdf:RDF>
                        """);
        Entry entry = feed.entries().getFirst();

        assertThat(feed.format()).isEqualTo("rss_1.0");
        assertThat(feed.language()).contains("ja");
        assertThat(feed.updateInterval()).contains(Duration.ofMinutes(15));
        assertThat(entry.guid()).contains("https://example.org/1");
        assertThat(entry.published()).contains(Instant.parse("2026-05-05T05:00:00Z"));
    }

    @Test
    void skipsADoctypeWithoutReadingWhatItNames() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        <?xml version="1.0"?>
                        <!DOCTYPE rss [ <!ENTITY secret SYSTEM "file:///etc/hostname">
                          <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"> ]>
                        <rss version="0.91"><channel><title>T</title><link>https://example.org/</link>
                        <item><title>[&secret;][&b;]</title><link>https://example.org/1</link></item>
                        </channel></rss>
                        """);

        assertThat(feed.entries().getFirst().title()).isEqualTo("[&secret;][&b;]");
    }

    @Test
    void toleratesWhatPublishersGetWrong() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        \n  Warning: something in line 7
                        <!-- <rss> --><rss><channel><title>A & B&nbsp;&copy; &unknown; &#0;&#150;\u0001</title>
                        <media:thumbnail url="x"/>
                        <item><title>T</title><media:title>U</media:title><guid>https://example.org/1?a=1&b=2</guid></item>
                        </channel></rss>
                        <script>counter()</script>
                        """);

        assertThat(feed.title()).isEqualTo("A & B © &unknown; –");
        assertThat(feed.entries().getFirst().link()).contains("https://example.org/1?a=1&b=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<skipHours><hour>2.5</hour></skipHours>",
                "<skipHours><hour>25</hour></skipHours>",
                "<skipDays><day>lundi</day></skipDays>",
                "<cloud port='x'/>",
                "<ttl>often</ttl>",
                "<image><width>wide</width></image>",
                "<item><enclosure length='n/a' url='u'/></item>",
                "<item><pubDate>gestern</pubDate></item>",
                "<item><s:comments xmlns:s='http://purl.org/rss/1.0/modules/slash/'>n/a</s:comments></item>"
            })
    void oddOptionalFieldsCostNoFeed(String odd) throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        "<rss version='2.0'><channel><title>T</title>%s<item><title>E</title></item></channel></rss>"
                                .formatted(odd));

        assertThat(feed.entries().getLast().title()).isEqualTo("E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-5", "koi8-r"})
    void readsTheCharsetOfTheDeclaration(String charset) throws UnreadableFeedException {
        String xml =
                "<?xml version='1.0' encoding='%s'?><rss version='2.0'><channel><title>Мир</title></channel></rss>"
                        .formatted(charset);

        ParsedFeed feed = parse(xml.getBytes(Charset.forName(charset)), Optional.empty());

        assertThat(feed.title()).isEqualTo("Мир");
    }

    @Test
    void readsTheCharsetOfTheContentTypeWhereTheDeclarationIsSilentOrWrong()
            throws UnreadableFeedException {
        Charset cyrillic = Charset.forName("windows-1251");
        Optional<String> type = Optional.of("text/xml; charset=\"windows-1251\"");
        String plain = "<rss version='2.0'><channel><title>Мир</title></channel></rss>";

        assertThat(parse(plain.getBytes(cyrillic), type).title()).isEqualTo("Мир");
        assertThat(
                        parse(
                                        ("<?xml version='1.0' encoding='utf-8'?>" + plain)
                                                .getBytes(cyrillic),
                                        type)
                                .title())
                .isEqualTo("Мир");
        assertThat(parse(plain.getBytes(UTF_8), type).title()).isEqualTo("Мир");
    }

    @Test
    void onlyWebAddressesLeaveAsLinks() throws UnreadableFeedException {
        ParsedFeed feed =
                parse(
                        """
                        <rss version="2.0"><channel><title>T</title>
                        <item><title>1</title><link>javascript:alert(1)</link></item>
                        <item><title>2</title><link>story.html</link></item>
                        <item><title>3</title><link> https://example.net/x </link></item>
                        </channel></rss>
                        """);

        assertThat(feed.entries())
                .extracting(entry -> entry.link().orElse("none"))
                .containsExactly(
                        "none", "https://example.org/news/story.html", "https://example.net/x");
    }

    @Test
    void capsWhatIsTooLong() throws UnreadableFeedException {
        String item = "<item><title>%s</title><description>%s</description><guid>%s</guid></item>";
        String long1 = "x".repeat(30_000);
        ParsedFeed feed =
                parse(
                        "<rss version='2.0'><channel><title>T</title>"
                                + item.formatted(long1, long1, long1)
                                + "<item><title>n</title></item>".repeat(6_000)
                                + "</channel></rss>");
        Entry entry = feed.entries().getFirst();

        assertThat(feed.entries()).hasSize(5_000);
        assertThat(entry.title()).hasSize(1_000);
        assertThat(entry.summary()).hasSize(20_000);
        assertThat(entry.guid().orElseThrow()).hasSize(4_000);
    }

    private static ParsedFeed parse(String xml) throws UnreadableFeedException {
        return parse(xml.getBytes(UTF_8), Optional.of("application/rss+xml"));
    }

    private static ParsedFeed parse(byte[] xml, Optional<String> type)
            throws UnreadableFeedException {
        return new FeedParser().parse(xml, type, BASE);
    }
}
