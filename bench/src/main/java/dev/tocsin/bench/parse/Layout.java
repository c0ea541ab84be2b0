package dev.tocsin.bench.parse;

import dev.tocsin.bench.news.NewsText;

import java.util.List;

/** The kinds of document that publishers serve; sizes as news sites have them. */
enum Layout {
    /** A newsroom's headlines: a sentence or two each. */
    RSS_HEADLINES("RSS 2.0, headlines", 60, 250) {
        @Override
        String head() {
            return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Example News</title><link>https://news.example/</link><description>All of it</description>
            <language>en</language><ttl>15</ttl><atom:link href="https://news.example/rss.xml" rel="self" type="application/rss+xml"/>
            <image><url>https://news.example/logo.png</url><title>Example News</title><link>https://news.example/</link></image>
            """;
        }

        @Override
        String entry(int number, NewsText text) {
            return """
            <item><title>%s</title><link>https://news.example/world/%d?at=rss&amp;from=feed</link><guid isPermaLink="false">news-%d</guid>
            <description>%s</description><pubDate>Tue, 05 May 2026 %02d:00:00 GMT</pubDate><dc:creator>A. Writer</dc:creator>
            <category>World</category><category>Politics</category><media:thumbnail width="240" height="135" url="https://img.example/%d.jpg"/></item>
            """
                    .formatted(text.title(), number, number, text.text(), number % 24, number);
        }

        @Override
        String tail() {
            return "</channel></rss>";
        }
    },
    /** A blog engine's feed: the whole article as HTML. */
    RSS_ARTICLES("RSS 2.0, articles in CDATA", 30, 3_000) {
        @Override
        String head() {
            return """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
            <channel><title>Example Blog</title><atom:link href="https://blog.example/feed/" rel="self" type="application/rss+xml" />
            <link>https://blog.example</link><description></description><lastBuildDate>Tue, 05 May 2026 07:00:00 +0000</lastBuildDate>
            <language>en-US</language><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>
            """;
        }

        @Override
        String entry(int number, NewsText text) {
            return """
            <item><title>%s</title><link>https://blog.example/%d/</link><comments>https://blog.example/%d/#respond</comments>
            <dc:creator><![CDATA[A. Writer]]></dc:creator><pubDate>Tue, 05 May 2026 07:00:00 +0000</pubDate>
            <category><![CDATA[World]]></category><guid isPermaLink="false">https://blog.example/?p=%d</guid>
            <description><![CDATA[<p>%s [&#8230;]</p>]]></description>
            <content:encoded><![CDATA[%s]]></content:encoded>
            <wfw:commentRss>https://blog.example/%d/feed/</wfw:commentRss><slash:comments>3</slash:comments></item>
            """
                    .formatted(
                            text.title(), number, number, number, lead(text), html(text), number);
        }

        @Override
        String tail() {
            return "</channel></rss>";
        }
    },
    /** An Atom feed: HTML that is escaped, as most engines write it. */
    ATOM_ESCAPED("Atom 1.0, escaped HTML", 40, 1_500) {
        @Override
        String head() {
            return """
            <?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
            <title>Example</title><id>tag:example,2026:feed</id><updated>2026-05-05T07:00:00Z</updated>
            <link rel="self" href="https://atom.example/feed"/><link rel="alternate" type="text/html" href="https://atom.example/"/>
            """;
        }

        @Override
        String entry(int number, NewsText text) {
            return """
            <entry><id>tag:example,2026:%d</id><title type="html">%s</title><author><name>A. Writer</name></author>
            <link rel="alternate" type="text/html" href="https://atom.example/%d"/><category term="world"/>
            <published>2026-05-05T07:00:00Z</published><updated>2026-05-05T08:00:00+02:00</updated>
            <summary type="html">%s</summary><content type="html">%s</content></entry>
            """
                    .formatted(number, text.title(), number, lead(text), escaped(html(text)));
        }

        @Override
        String tail() {
            return "</feed>";
        }
    },
    /** An older format that agencies still serve. */
    RDF("RSS 1.0, headlines", 20, 400) {
        @Override
        String head() {
            return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://rdf.example/"><title>Example Agency</title><link>https://rdf.example/</link><description>x</description></channel>
            """;
        }

        @Override
        String entry(int number, NewsText text) {
            return """
            <item rdf:about="https://rdf.example/%d"><title>%s</title><link>https://rdf.example/%d</link>
            <description>%s</description><dc:date>2026-05-05T07:00:00+09:00</dc:date><dc:subject>World</dc:subject></item>
            """
                    .formatted(number, text.title(), number, text.text());
        }

        @Override
        String tail() {
            return "</rdf:RDF>";
        }
    };

    final String label;
    final int entries;
    final int textBytes;

    Layout(String label, int entries, int textBytes) {
        this.label = label;
        this.entries = entries;
        this.textBytes = textBytes;
    }

    abstract String head();

    abstract String entry(int number, NewsText text);

    abstract String tail();

    private static String lead(NewsText text) {
        return text.text().substring(0, Math.min(200, text.text().length()));
    }

    private static String html(NewsText text) {
        StringBuilder html = new StringBuilder();
        for (String sentence : List.of(text.text().split("(?<=[.!?؟]) "))) {
            html.append("<p class=\"body\">")
                    .append(sentence)
                    .append(
                            " <a href=\"https://news.example/more?a=1&amp;b=2\" rel=\"nofollow\">More</a></p>\n");
        }
        return html.append("<figure><img src=\"https://img.example/a.jpg\" alt=\"\"/></figure>")
                .toString();
    }

    private static String escaped(String html) {
        return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
