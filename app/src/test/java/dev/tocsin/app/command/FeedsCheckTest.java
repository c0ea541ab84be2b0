package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.contract.FeedFixture;
import dev.tocsin.app.output.Json;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** What feeds check and feeds discover tell of one address. */
class FeedsCheckTest {
    @Test
    void everyStepIsToldInWords() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve("/f.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));

            String told = run("check", paper.url("/f.xml"));

            assertThat(told)
                    .contains("address     127.0.0.1, open")
                    .contains("answer      200 from " + paper.url("/f.xml"))
                    .contains("feed        \"Paper\", rss_2.0")
                    .contains("entries     1, 1 of them dated")
                    .contains("verdict     OK")
                    .containsPattern("next poll   20\\d\\d-.*: .*");
        }
    }

    @Test
    void everyStepIsThereAsData() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve("/f.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));

            JsonNode report =
                    Json.read(run("check", "--output", "json", paper.url("/f.xml"))).path(0);

            assertThat(report.path("verdict").asString()).isEqualTo("OK");
            assertThat(report.path("entries").asInt()).isEqualTo(1);
            assertThat(report.path("addresses").path(0).path("address").asString())
                    .isEqualTo("127.0.0.1");
            assertThat(report.path("response").path("status").asInt()).isEqualTo(200);
            assertThat(report.path("document").path("latest").path(0).path("title").asString())
                    .isEqualTo("One");
            assertThat(report.path("nextPollReason").asString()).isNotBlank();
        }
    }

    @Test
    void aClosedAddressIsNamedWithItsReason() {
        String told = run("check", "http://10.0.0.1/feed");

        assertThat(told).contains("10.0.0.1, closed: private").contains("ADDRESS_REFUSED");
    }

    @Test
    void thePageOfAFeedLeadsToIt() throws Exception {
        try (FeedFixture paper = new FeedFixture()) {
            paper.serve("/f.xml", FeedFixture.rss("Paper", FeedFixture.item("1", "One", "text")));
            paper.serve(
                    "/",
                    200,
                    "text/html",
                    "<html><link rel=alternate type=application/rss+xml href=/f.xml></html>");

            assertThat(run("check", paper.url("/")))
                    .contains("verdict     HTML")
                    .contains("its feeds are")
                    .contains(paper.url("/f.xml"));
            JsonNode found = Json.read(run("discover", "--output", "json", paper.url("/")));
            assertThat(found.path("feeds").path(0).path("url").asString())
                    .isEqualTo(paper.url("/f.xml"));
        }
    }

    private static String run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "feeds";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--allow-address";
        all[all.length - 1] = "127.0.0.1";
        return Shell.run(all).out();
    }
}
