package dev.tocsin.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TolerantReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Notice</b>: undefined <rss><channel><item><title>E</title></item></channel></rss>",
                "<rss><channel><item><title>E</title></channel></rss>",
                "<rss><channel><item><title>E</item></channel></rss>",
                "<rss><channel><item x=1><title>E</title></item></channel></rss>",
                "<rss><channel><item a='1' a='2'><title>E</title></item></channel></rss>",
                "<rss><channel><item><dc:x>1</dc:x><title>E</title></item></channel></rss>",
                "<rss><channel><item><title>E\u0001\uFFFE</title></item></channel></rss>",
                "<rss><channel><description>a & b < c</description><item><title>E</title></item></channel></rss>",
                "<?xml version='9'?><?x?><!DOCTYPE rss PUBLIC '-//x' 'http://x.invalid/rss.dtd'><rss><channel><item><title>E</title></item></channel></rss>",
                "<html><body><rss><channel><item><title>E</title></item></channel></rss></body></html>",
                "<rss><channel><item><title>E</title></item></channel></rss><!-- generated --> trailing </x>"
            })
    void readsWhatIsNotWellFormed(String document) throws UnreadableFeedException {
        assertThat(Parsing.parse(document).entries()).extracting(Entry::title).containsExactly("E");
    }

    @Test
    void aDocumentThatWasCutOffKeepsItsWholeEntries() throws UnreadableFeedException {
        String whole =
                "<rss><channel><title>T</title><item><title>One</title></item>"
                        + "<item><title>Two</title><link>http://x.example/</link></item></channel></rss>";
        int second = whole.indexOf("<item><title>Two");

        for (int end = second; end < whole.indexOf("</item></channel>"); end++) {
            ParsedFeed feed = Parsing.parse(whole.substring(0, end));

            assertThat(feed.entries()).extracting(Entry::title).containsExactly("One");
            assertThat(feed.truncated()).isTrue();
        }
        assertThat(Parsing.parse(whole).truncated()).isFalse();
    }

    @Test
    void aLongDocumentThatWasCutOffKeepsThemToo() throws UnreadableFeedException {
        String whole =
                "<item><title>E</title><description>words</description></item>".repeat(3_000);
        String document = "<rss><channel>" + whole + "<item><title>cut";

        assertThat(Parsing.parse(document).entries()).hasSize(3_000);
        assertThat(Parsing.parse(document).truncated()).isTrue();
        assertThat(Parsing.parse("<rss><channel></x>" + whole + "<item>").truncated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<rss><channel></x><item><title>One</title></item> | <item><title>Two</title> | </item></channel></rss>",
                "<rss><channel x=1><item><title>One</title></item> | <item><title>Two</title><link>u</link> | </item></channel>",
                "<feed x=1><entry><title>One</title></entry>       | <entry><title>Two</title> | </entry></feed>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel></x></channel><item><title>One</title></item> | <item><title>Two</title> | </item></rdf:RDF>"
            })
    void aHeapOfTagsThatWasCutOffKeepsItsWholeEntriesOnly(String start, String cut, String rest)
            throws UnreadableFeedException {
        for (int end = 6; end <= cut.length(); end++) {
            ParsedFeed feed = Parsing.parse(start + cut.substring(0, end));

            assertThat(feed.entries()).extracting(Entry::title).containsExactly("One");
            assertThat(feed.truncated()).isTrue();
        }
        ParsedFeed whole = Parsing.parse(start + cut + rest);

        assertThat(whole.entries()).extracting(Entry::title).containsExactly("One", "Two");
        assertThat(whole.truncated()).isFalse();
    }

    @Test
    void aDeclarationEndsWithItsElement() throws UnreadableFeedException {
        ParsedFeed feed =
                Parsing.rss(
                        "<image xmlns:a='urn:b'/><a:image xmlns:a='urn:c'><a:b/></a:image>"
                                + "<item xmlns='urn:d'><title xmlns='http://www.w3.org/1999/xhtml'>no</title></item>"
                                + "<item><title>E</title></item>");

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("", "E");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Tom &amp; Jerry               | Tom & Jerry",
                "Tom & Jerry                   | Tom & Jerry",
                "Tom &amp;amp; Jerry           | Tom & Jerry",
                "A &lt; B                      | A < B",
                "A&lt;B                        | A<B",
                "&lt;b&gt;Bold&lt;/b&gt; move  | Bold move",
                "<b>Bold</b> move              | Bold move",
                "<![CDATA[<i>x</i> & y]]>      | x & y",
                "x<![CDATA[ & ]]>y             | x & y",
                "&nbsp;caf&eacute;&#8211;&#x2014; | café–—",
                "&ldquo;x&rdquo; &unknown;     | “x” &unknown;",
                "&lt;script&gt;x()&lt;/script&gt;y | y"
            })
    void titlesOfRssAreText(String xml, String title) throws UnreadableFeedException {
        assertThat(Parsing.item("<title>" + xml + "</title>").title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<title>a &lt;x&gt; b</title>                       | a <x> b",
                "<title type='html'>&lt;b&gt;a&lt;/b&gt; b</title>  | a b",
                "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>&lt;b&gt;</b></div></title> | a <b>",
                "<title mode='base64'>PGI+YTwvYj4gYg==</title>      | a b",
                "<title type='application/octet-stream'>PGI+YTwvYj4gYg==</title> | a b",
                "<title type='strange/type'>a b</title>             | a b",
                "<title>&lt;p&gt;mislabelled&lt;/p&gt;</title>      | mislabelled"
            })
    void titlesOfAtomAreText(String xml, String title) throws UnreadableFeedException {
        assertThat(Parsing.atomEntry(xml).title()).isEqualTo(title);
    }

    @Test
    void theFirstTitleWithWordsCountsAndTheOutermostMost() throws UnreadableFeedException {
        assertThat(Parsing.item("<title/><title>A</title><title>B</title>").title()).isEqualTo("A");
        assertThat(
                        Parsing.item(
                                        "<x:y xmlns:x='u'><title>deep</title></x:y><title>A</title>"
                                                + "<source><title>S</title></source>")
                                .title())
                .isEqualTo("A");
        assertThat(Parsing.rss("<image><title>I</title></image>").title()).isEqualTo("T");
    }

    @Test
    void linksAreThoseToPages() throws UnreadableFeedException {
        Entry entry =
                Parsing.atomEntry(
                        """
                        <link rel='alternate' href='/page'/><link rel='alternate' type='text/plain' href='/text'/>
                        <link rel='enclosure' href='/sound'/><link rel='enclosure'>/oops</link>
                        """);

        assertThat(entry.link()).contains("https://example.org/page");
    }

    @Test
    void anIdThatIsMeantAsALinkIsOne() throws UnreadableFeedException {
        Entry plain = Parsing.item("<guid>https://example.net/1</guid>");
        Entry opaque = Parsing.item("<guid isPermaLink='false'>https://example.net/1</guid>");
        Entry name = Parsing.atomEntry("<id>urn:x:1</id>");

        assertThat(plain.link()).contains("https://example.net/1");
        assertThat(opaque.link()).isEmpty();
        assertThat(name.link()).isEmpty();
        assertThat(name.claimedLink()).contains("urn:x:1");
    }

    @Test
    void linksAreRelativeToTheNearestBase() throws UnreadableFeedException {
        Entry entry =
                Parsing.parse(
                                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/x/'>"
                                        + "<entry xml:base='y/'><link href='../z'/></entry></feed>")
                        .entries()
                        .getFirst();

        assertThat(entry.link()).contains("http://a.example/x/z");
    }

    @Test
    void shortNamesOfADoctypeStandForTheirText() throws UnreadableFeedException {
        assertThat(
                        Parsing.parse(
                                        "<!DOCTYPE rss [<!ENTITY paper \"The Paper\">]>"
                                                + "<rss><channel><title>&paper;</title></channel></rss>")
                                .title())
                .isEqualTo("The Paper");
    }

    @Test
    void textsAreReadWholeWhateverMarkupIsInThem() throws UnreadableFeedException {
        Entry entry =
                Parsing.item(
                        "<description>One <br/>two <a href='x'>three</a></description>"
                                + "<content:encoded><![CDATA[<p>Four</p>]]></content:encoded>");

        assertThat(entry.summary()).isEqualTo("One\ntwo three");
        assertThat(entry.body()).contains("Four");
    }
}
