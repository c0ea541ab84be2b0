package dev.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.schemas.Feed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FeedListTest {
    private static final String YAML =
            """
            feeds:
              - title: Example World
                url: https://example.org/world.xml
                publisher: Example
                language: en
                region: global
                country: GB
                focus: "wars: all"
                sourceClass: public
                folders: [News, World]
              - url: https://example.net/rss
                enabled: false
            """;

    private static final String OPML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE opml SYSTEM "file:///etc/passwd">
            <opml version="2.0">
              <head><title>Mine</title></head>
              <body>
                <outline text="News">
                  <outline text="World">
                    <outline type="rss" text="Example World" xmlUrl="https://example.org/world.xml"
                      htmlUrl="https://example.org/" language="en" publisher="Example" region="global"
                      country="GB" focus="wars: all" sourceClass="public" colour="red"/>
                  </outline>
                </outline>
                <outline title="" xmlUrl="https://example.net/rss" enabled="false"/>
              </body>
            </opml>
            """;

    @Test
    void yamlAndOpmlSayTheSame() throws FeedListException {
        FeedList yaml = FeedList.read("feeds.yaml", YAML);

        assertThat(FeedList.read("feeds.opml", OPML)).isEqualTo(yaml);
        assertThat(yaml.feeds()).hasSize(2);
        assertThat(yaml.warnings()).isEmpty();
    }

    @Test
    void readsEveryFieldOfAFeed() throws FeedListException {
        Feed feed = FeedList.read("feeds.yaml", YAML).feeds().getFirst();

        assertThat(feed.getId()).isEqualTo(FeedId.of("https://example.org/world.xml"));
        assertThat(feed.getTitle()).isEqualTo("Example World");
        assertThat(feed.getPublisher()).contains("Example");
        assertThat(feed.getLanguage()).contains("en");
        assertThat(feed.getRegion()).contains("global");
        assertThat(feed.getCountry()).contains("GB");
        assertThat(feed.getFocus()).contains("wars: all");
        assertThat(feed.getSourceClass()).contains("public");
        assertThat(feed.getFolders()).containsExactly("News", "World");
        assertThat(feed.getEnabled()).isTrue();
    }

    @Test
    void aFeedNeedsNoMoreThanItsUrl() throws FeedListException {
        Feed feed = FeedList.read("feeds.yaml", YAML).feeds().getLast();

        assertThat(feed.getTitle()).isEqualTo("example.net");
        assertThat(feed.getPublisher()).isEmpty();
        assertThat(feed.getEnabled()).isFalse();
    }

    @Test
    void tellsTheFormatsApartByContentWhereTheNameDoesNot() throws FeedListException {
        assertThat(FeedList.read("upload", OPML)).isEqualTo(FeedList.read("upload", YAML));
        assertThat(FeedList.read("upload", "\uFEFF" + OPML).feeds()).hasSize(2);
    }

    @Test
    void writesWhatItReadsBack() throws FeedListException {
        List<Feed> odd =
                FeedList.read(
                                "odd.yaml",
                                """
                                feeds:
                                  - {url: "https://a.example/f?x=1&y=2", title: "No", language: "no", folders: ["A & B", "\\"q\\" <c>"]}
                                  - {url: "https://b.example/f", title: "say: \\"hi\\" # \\\\ \\u2028 Ж 🚀", folders: ["A & B"]}
                                  - {url: "https://c.example/f", title: "- 1", focus: "'", country: "NO", enabled: false}
                                """)
                        .feeds();

        assertThat(FeedList.read("x.yaml", FeedList.of(odd).toYaml()).feeds()).isEqualTo(odd);
        assertThat(FeedList.read("x.opml", FeedList.of(odd).toOpml()).feeds()).isEqualTo(odd);
        assertThat(FeedList.read("x.yaml", FeedList.of(List.of()).toYaml()).feeds()).isEmpty();
    }

    @Test
    void readsTheOpmlOfOtherReaders() throws FeedListException {
        FeedList list =
                FeedList.read(
                        "export.opml",
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                        <OPML version="1.0" xmlns:frss="https://freshrss.example/opml">
                          <head><title>subscriptions</title></head>
                          <body>
                            <outline text="" title="Politics &amp; war">
                              <outline title="Asia">
                                <Outline TITLE="One" XMLURL="https://one.example/rss" HTMLURL="https://one.example/"/>
                                <outline text="Two" title="ignored" type="atom" xmlUrl="feed://two.example/atom" frss:priority="main"/>
                              </outline>
                              <outline text="One again" xmlUrl="https://one.example/rss"/>
                            </outline>
                            <outline type="rss" xmlUrl="feed:https://three.example/feed"/>
                            <outline text="An empty folder"/>
                          </body>
                        </OPML>
                        """);

        assertThat(list.feeds())
                .extracting(Feed::getTitle)
                .containsExactly("One", "Two", "three.example");
        assertThat(list.feeds())
                .extracting(Feed::getUrl)
                .containsExactly(
                        "https://one.example/rss",
                        "http://two.example/atom",
                        "https://three.example/feed");
        assertThat(list.feeds().getFirst().getFolders()).containsExactly("Politics & war", "Asia");
        assertThat(list.feeds().getLast().getFolders()).isEmpty();
        assertThat(list.warnings()).hasSize(1);
        assertThat(FeedList.read("again.opml", list.toOpml()).feeds()).isEqualTo(list.feeds());
    }

    @Test
    void theSameUrlTwiceIsOneFeedAndAWarning() throws FeedListException {
        FeedList list =
                FeedList.read(
                        "f.yaml",
                        "feeds:\n  - url: https://example.org/f\n  - url: HTTPS://EXAMPLE.org:443/f\n");

        assertThat(list.feeds()).hasSize(1);
        assertThat(list.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.line()).isEqualTo(3);
                    assertThat(warning.text()).contains("in line 2");
                });
    }

    @Test
    void anUnknownKeyIsNamedWithTheOneThatWasMeant() {
        FeedListException error =
                error("f.yaml", "feeds:\n  - url: https://example.org/f\n    publihser: X\n");

        assertThat(error)
                .hasMessageStartingWith("f.yaml:3: ")
                .hasMessageContaining("\"publisher\"");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.file()).isEqualTo("f.yaml");
    }

    @Test
    void whatIsNoWebAddressIsAnErrorOfItsLine() {
        assertThat(error("f.yaml", "feeds:\n  - title: T\n    url: ftp://example.org/f\n"))
                .hasMessageStartingWith("f.yaml:3: ")
                .hasMessageContaining("ftp://example.org/f");
        assertThat(error("f.opml", "<opml><body>\n<outline xmlUrl='javascript:x'/></body></opml>"))
                .hasMessageStartingWith("f.opml:2: ");
        assertThat(error("f.yaml", "feeds:\n  - title: T\n")).hasMessageStartingWith("f.yaml:2: ");
        assertThat(error("f.yaml", "feeds:\n  - url: 'https://exa mple.org/'\n").line())
                .isEqualTo(2);
    }

    @Test
    void namesTheLineOfWhateverElseIsWrong() {
        assertThat(error("f.yaml", "feeds:\n  - url: https://example.org/\n    enabled: maybe\n"))
                .hasMessageContaining("expected true or false, found \"maybe\"");
        assertThat(error("f.yaml", "feeds: all\n")).hasMessageContaining("expected a list");
        assertThat(error("f.yaml", "feeds:\n  - just text\n").line()).isEqualTo(2);
        assertThat(error("f.opml", "<opml>\n<body></opml>").line()).isEqualTo(2);
        assertThat(error("f.opml", "<rss/>")).hasMessageContaining("expected <opml>");
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException, FeedListException {
        Path file = Files.writeString(folder.resolve("my.opml"), OPML);

        assertThat(FeedList.read(file).feeds()).hasSize(2);
        assertThat(
                        catchThrowableOfType(
                                FeedListException.class,
                                () -> FeedList.read(folder.resolve("none.yaml"))))
                .hasMessageContaining("none.yaml");
    }

    @Test
    void theListThatShipsIsSound() {
        List<Feed> feeds = DefaultFeeds.load().feeds();

        assertThat(DefaultFeeds.load().warnings()).isEmpty();
        assertThat(feeds).hasSize(147);
        assertThat(feeds).filteredOn(Feed::getEnabled).hasSize(58);
        assertThat(feeds).allSatisfy(feed -> assertThat(feed.getLanguage()).isPresent());
        assertThat(feeds)
                .filteredOn(feed ->
                        List.of("state-controlled", "state-agency", "state-aligned")
                                .contains(feed.getSourceClass().orElse("")))
                .hasSize(11)
                .noneMatch(Feed::getEnabled);
    }

    @Test
    void theListThatShipsSurvivesBothFormats() throws FeedListException {
        FeedList list = DefaultFeeds.load();

        assertThat(FeedList.read("d.yaml", list.toYaml())).isEqualTo(list);
        assertThat(FeedList.read("d.opml", list.toOpml())).isEqualTo(list);
    }

    private static FeedListException error(String file, String content) {
        return catchThrowableOfType(FeedListException.class, () -> FeedList.read(file, content));
    }

    @Test
    void anOpmlEntryThatCannotBePolledIsLeftOutAndTheOthersStay() throws FeedListException {
        FeedList list =
                FeedList.read(
                        "theirs.opml",
                        """
                        <opml version="2.0"><body>
                        <outline text="One" xmlUrl="https://one.example/rss"/>
                        <outline text="Files" xmlUrl="ftp://two.example/rss"/>
                        <outline text="None" xmlUrl=""/>
                        <outline text="Three" xmlUrl="https://three.example/rss"/>
                        </body></opml>
                        """);

        assertThat(list.feeds()).extracting(Feed::getTitle).containsExactly("One", "Three");
        assertThat(list.leftOut()).isEqualTo(2);
        assertThat(list.warnings().getFirst().toString())
                .startsWith("theirs.opml:3: ")
                .contains("ftp://two.example/rss", "left out");
        assertThat(list.warnings().getLast().line()).isEqualTo(4);
    }
}
