package dev.tocsin.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.app.contract.FeedFixture;
import dev.tocsin.app.embedded.EmbeddedKafka;
import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.app.process.TocsinProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From a feed on HTTP to a webhook on HTTP, through the program as a user starts it, with a broker
 * and a database that outlive it.
 */
class AlertJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern READY = Pattern.compile("[Rr]eady|[Ww]atching|http://");
    private static final String TALKS =
            item("talks", "Russia and Ukraine open ceasefire talks in Istanbul", "Istanbul");
    private static final String TALKS_AGAIN =
            item("again", "Ukraine and Russia open ceasefire talks in Istanbul today", "Istanbul");
    private static final String DRONES =
            item("drones", "Drones strike a bakery and a power plant in Kharkiv", "Kharkiv");
    private static final String SPORT =
            item("cup", "Late winner settles the cup final", "the stadium");

    @TempDir Path folder;
    private EmbeddedKafka kafka;
    private LocalPostgres postgres;
    private FeedFixture paper;
    private WebhookDesk desk;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        postgres = LocalPostgres.start(folder.resolve("postgres"));
        paper = new FeedFixture();
        desk = new WebhookDesk();
    }

    @AfterEach
    void stop() {
        desk.close();
        paper.close();
        postgres.close();
        kafka.close();
    }

    @Test
    void aStoryIsToldOnceWhateverGrowsAndWhateverDies() throws Exception {
        paper.serve("/a.xml", FeedFixture.rss("Paper", SPORT, TALKS));
        paper.serve("/b.xml", FeedFixture.rss("Gazette", SPORT));

        try (TocsinProcess first = tocsin()) {
            await().atMost(PATIENCE).until(() -> !desk.received().isEmpty());
            paper.serve("/b.xml", FeedFixture.rss("Gazette", SPORT, TALKS_AGAIN));
            awaitRow("select sequence || ' ' || articles from alert", "2 2");
            first.kill();
        }
        assertThat(desk.idsAbout("open ceasefire talks")).hasSize(1);

        paper.serve("/a.xml", FeedFixture.rss("Paper", SPORT, TALKS, DRONES));
        try (TocsinProcess _ = tocsin()) {
            await().atMost(PATIENCE).until(() -> !desk.idsAbout("power plant").isEmpty());
        }

        assertThat(desk.forged()).isEmpty();
        assertThat(desk.idsAbout("open ceasefire talks").stream().distinct()).hasSize(1);
        assertThat(desk.idsAbout("power plant").stream().distinct()).hasSize(1);
        assertThat(column("select count(*) from alert")).containsExactly("2");
        assertThat(column("select distinct state from delivery")).containsExactly("DELIVERED");
        assertThat(column("select count(*) from delivery_item")).containsExactly("2");
    }

    @Test
    void aWebhookThatWasBeingTakenWhenTheProcessDiedComesAgainUnderItsId() throws Exception {
        paper.serve("/a.xml", FeedFixture.rss("Paper", TALKS));
        paper.serve("/b.xml", FeedFixture.rss("Gazette", SPORT));
        try (TocsinProcess first = tocsin()) {
            await().atMost(PATIENCE).until(() -> !desk.received().isEmpty());
            first.kill();
        }
        // as if it had died before it could write what came of it, and the lease had run out
        execute(
                "update delivery set state = 'WAITING', attempts = 0, delivered_at = null,"
                        + " lease = gen_random_uuid(), lease_until = now()");

        try (TocsinProcess _ = tocsin()) {
            await().atMost(PATIENCE).until(() -> desk.received().size() == 2);
            awaitRow("select state from delivery", "DELIVERED");
        }

        assertThat(desk.received().stream().map(WebhookDesk.Received::id).distinct()).hasSize(1);
    }

    private TocsinProcess tocsin() throws Exception {
        Path configuration = folder.resolve("tocsin.yaml");
        Files.writeString(
                configuration,
                """
                kafka: {bootstrap: "%s", partitions: 2}
                postgres: {url: "%s", user: "%s", password: ""}
                console: {port: 0}
                egress: {allow: [127.0.0.0/8]}
                polling: {interval: 300ms, host-spacing: 0ms}
                alerts: "%s"
                """
                        .formatted(
                                kafka.bootstrap(), postgres.jdbcUrl(), postgres.user(), alerts()));
        return TocsinProcess.start(
                "tocsin",
                READY,
                "up",
                "--config",
                configuration.toString(),
                "--feeds",
                feeds().toString(),
                "--data",
                folder.resolve("data").toString());
    }

    private Path alerts() throws Exception {
        return Files.writeString(
                folder.resolve("alerts.yaml"),
                """
                targets:
                  desk: {kind: webhook, url: "%s", secret: %s}
                rules:
                  war: {name: War, topics: russia-ukraine-war, to: desk}
                """
                        .formatted(desk.url(), WebhookDesk.SECRET));
    }

    private Path feeds() throws Exception {
        return Files.writeString(
                folder.resolve("feeds.yaml"),
                """
                feeds:
                  - {url: "%s", title: Paper, publisher: Paper}
                  - {url: "%s", title: Gazette, publisher: Gazette}
                """
                        .formatted(paper.url("/a.xml"), paper.url("/b.xml")));
    }

    /** Without a date, so that it is of today. */
    private static String item(String id, String title, String where) {
        return "<item><guid isPermaLink='false'>%s</guid><link>https://paper.example/%s</link><title>%s</title><description>%s. It happened in %s.</description></item>"
                .formatted(id, id, title, title, where);
    }

    private void awaitRow(String sql, String expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(column(sql)).containsExactly(expected));
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = connect();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
    }
}
