package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was made to break a parser costs the feed one classified error, or nothing. */
class HostileFeedTest {
    private static final int MANY = 100_000;

    /** Documents that are answered, whatever the answer; each would hang or kill a naive parser. */
    static Stream<Arguments> documents() {
        return Stream.of(
                document("less-than signs", "<".repeat(MANY)),
                document("ampersands in a feed", channel("&".repeat(MANY))),
                document("comments that never end", "<!--".repeat(MANY)),
                document("instructions that never end", "<?xml ".repeat(MANY)),
                document("CDATA in CDATA", channel("<![CDATA[".repeat(MANY))),
                document("end tags of nothing", channel("</x>".repeat(MANY))),
                document("start tags of roots", "<rss ".repeat(MANY)),
                document("items that never end", "<rss><channel>" + "<item><title>".repeat(MANY)),
                document("items that are crossed", channel("<item><title></item>".repeat(MANY))),
                document("elements without end", channel("<a>".repeat(MANY))),
                document("tags without end in a title", item("<title>" + "<b>".repeat(MANY))),
                document("namespaces without end", channel("<a xmlns:b='c'>".repeat(MANY))),
                document("bases without end", channel("<link xml:base='../x'/>".repeat(MANY))),
                document("attributes without end", channel(attributes())),
                document("quotes without end", channel("<item a=" + "'\"".repeat(MANY))),
                document(
                        "DOCTYPE without end",
                        "<!DOCTYPE rss [" + "<!ENTITY a \"b\">".repeat(MANY)),
                document(
                        "spaces in a DOCTYPE", "<!DOCTYPE rss [<!ENTITY " + " ".repeat(MANY) + ">"),
                document("brackets of JSON", "[".repeat(MANY)),
                document("objects of JSON", "{\"a\":".repeat(MANY)),
                document("a web page", "<html><body>" + "<div>".repeat(MANY)),
                Arguments.of("random bytes", random()));
    }

    private static Arguments document(String name, String text) {
        return Arguments.of(name, text.getBytes(UTF_8));
    }

    private static String channel(String inside) {
        return "<rss version='2.0'><channel><title>T</title>" + inside + "</channel></rss>";
    }

    private static String item(String inside) {
        return channel("<item>" + inside + "</item>");
    }

    private static String attributes() {
        StringBuilder tag = new StringBuilder("<item ");
        IntStream.range(0, 10_000).forEach(i -> tag.append("a").append(i).append("='1' "));
        return tag.append("/>").toString();
    }

    private static byte[] random() {
        byte[] bytes = new byte[MANY];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void onlyAClassifiedErrorLeaves(String name, byte[] document) {
        try {
            assertThat(new FeedParser().parse(document, Optional.empty(), Parsing.BASE))
                    .isNotNull();
        } catch (UnreadableFeedException e) {
            assertThat(e.fault()).isNotNull();
            assertThat(e.text()).endsWith(".");
        }
    }

    /** Fields that spoil their own entry and nothing beside it. */
    static Stream<Arguments> fields() {
        String long1 = "x".repeat(1_000_000);
        return Stream.of(
                Arguments.of("a guid of a megabyte", "<guid>" + long1 + "</guid>"),
                Arguments.of("a link of a megabyte", "<link>http://x/" + long1 + "</link>"),
                Arguments.of("a title of a megabyte", "<title>" + long1 + "</title>"),
                Arguments.of("a date of a megabyte", "<pubDate>" + long1 + "</pubDate>"),
                Arguments.of(
                        "a date beyond all calendars",
                        "<pubDate>Mon, 01 Jan 292278995 00:00:00 GMT</pubDate>"),
                Arguments.of(
                        "a date before all calendars", "<pubDate>-9999-01-01T00:00:00Z</pubDate>"),
                Arguments.of("tags without end in a summary", html("<div>".repeat(MANY))),
                Arguments.of(
                        "formatting without end",
                        html("<b><i><u><s>".repeat(MANY / 10) + "<p>".repeat(MANY))),
                Arguments.of("tables in tables", html("<table><tr><td>".repeat(MANY / 10))),
                Arguments.of(
                        "XHTML without end",
                        "<description>"
                                + "<b>".repeat(500)
                                + "</b>".repeat(500)
                                + "</description>"),
                Arguments.of("a thousand categories", "<category>c</category>".repeat(5_000)),
                Arguments.of("NUL and lone surrogates", "<title>a&#0;b&#xD800;c</title>"),
                Arguments.of("base64 of nothing", "<content mode='base64'>=====</content>"),
                Arguments.of("an entity of its own", "<title>&lol9;</title>"));
    }

    private static String html(String html) {
        return "<description><![CDATA[" + html + "]]></description>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void anAbsurdFieldCostsOnlyItself(String name, String field) throws UnreadableFeedException {
        ParsedFeed feed =
                Parsing.rss(
                        "<item><title>before</title></item><item>%s</item><item><title>after</title></item>"
                                .formatted(field));

        assertThat(feed.entries()).hasSize(3);
        assertThat(feed.entries().getFirst().title()).isEqualTo("before");
        assertThat(feed.entries().getLast().title()).isEqualTo("after");
    }

    @Test
    void nothingIsResolvedOrExpanded() throws UnreadableFeedException {
        ParsedFeed feed =
                Parsing.parse(
                        """
                        <!DOCTYPE rss SYSTEM "file:///etc/passwd" [
                          <!ENTITY % remote SYSTEM "http://127.0.0.1:1/x.dtd"> %remote;
                          <!ENTITY file SYSTEM "file:///etc/hostname">
                          <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"> ]>
                        <rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>[&file;][&c;]</title>
                        <item><title>x</title><xi:include href="file:///etc/hostname" parse="text"/></item></channel></rss>
                        """);

        assertThat(feed.title()).isEqualTo("[&file;][&c;]");
        assertThat(feed.entries()).extracting(Entry::summary).containsExactly("");
    }

    @Test
    void scriptLeavesNoField() throws UnreadableFeedException {
        String script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        String escaped = script.replace("<", "&lt;").replace(">", "&gt;");
        Entry entry =
                Parsing.item(
                        """
                        <title>%1$s</title><description>%1$s</description><author>%1$s</author>
                        <category>%1$s</category><link>javascript:alert(1)</link><guid>javascript:alert(1)</guid>
                        <content:encoded>%1$s</content:encoded>
                        """
                                .formatted(escaped));

        assertThat(
                        entry.title()
                                + entry.summary()
                                + entry.body()
                                + entry.authors()
                                + entry.categories())
                .doesNotContain("alert", "<");
        assertThat(entry.link()).isEmpty();
        assertThat(entry.claimedLink()).isEmpty();
    }

    @Test
    void ofTooManyEntriesTheFirstAreRead() throws UnreadableFeedException {
        ParsedFeed feed = Parsing.rss("<item/>".repeat(1_000_000));

        assertThat(feed.entries()).hasSize(5_000);
        assertThat(feed.truncated()).isTrue();
    }

    @Test
    void datesOfTheFarFutureStayAsClaimed() throws UnreadableFeedException {
        Entry entry = Parsing.item("<pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>");

        assertThat(entry.published()).contains(java.time.Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void equalGuidsAreHandedOnAsTheyCome() throws UnreadableFeedException {
        ParsedFeed feed = Parsing.rss("<item><guid>g</guid></item>".repeat(3));

        assertThat(feed.entries().stream().map(Entry::guid).toList())
                .isEqualTo(List.of(Optional.of("g"), Optional.of("g"), Optional.of("g")));
    }
}
