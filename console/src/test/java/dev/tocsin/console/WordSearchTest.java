package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Twenty thousand articles have one word, few another. */
class WordSearchTest {
    private static TestStore store;
    private static Desk desk;
    private static TestClient client;

    @BeforeAll
    static void start() throws Exception {
        store = TestStore.empty();
        store.execute(
                """
                insert into article (id, feed_id, feed_title, revision, content_hash, title, summary,
                    language, authors, categories, observed_at, event_at, taxonomy_version,
                    confirmed_count, related_count)
                select 'a' || lpad(n::text, 5, '0'), 'feed-a', 'Feed', 1, 'h', 'Harbour news',
                    case when n in (7, 9000) then 'the lighthouse' else 'the pier' end, 'en', '{}',
                    '{}', at, at, 'v', 0, 0
                from generate_series(1, 20000) n,
                    lateral (select timestamptz '2026-11-20' - n * interval '1 minute' as at) t
                """);
        store.execute(
                """
                insert into story (id, story_key, title, first_seen, last_update, articles,
                    copy_groups, independent_origins, languages, conflict_topics, corrected)
                select id, 'all', title, event_at, event_at, 1, 0, 1, '{en}', '{}', false
                from article
                """);
        store.execute("insert into story_article select id, id, null, 'Feed', true from article");
        store.execute("vacuum analyze");
        desk = new Desk(store);
        client = new TestClient(desk.port());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "harbour, a00001 a00002 a00003",
        "lighthouse, a00007 a09000",
        "harbour lighthouse, a00007 a09000",
        "harbour -pier, a00007 a09000",
        "harbor, ''",
    })
    void findsTheNewestOfManyAndAllOfFew(String words, String ids) throws Exception {
        String query = "?limit=3&q=" + words.replace(" ", "%20");

        assertThat(ids("articles", query)).isEqualTo(ids);
        assertThat(ids("stories", query)).isEqualTo(ids);
    }

    @Test
    void pagesGoOnWhereManyHaveTheWords() throws Exception {
        for (String kind : List.of("articles", "stories")) {
            String query = "/api/v1/" + kind + "?limit=2&q=harbour";
            String next = client.json(query).path("next").asString();

            assertThat(ids(kind, "?limit=2&q=harbour&cursor=" + next)).isEqualTo("a00003 a00004");
        }
    }

    @Test
    void rareWordsAreFoundByTheIndexOfWords() throws Exception {
        long before = scansOfTheIndex();

        client.get("/api/v1/articles?q=lighthouse");
        client.get("/api/v1/stories?q=lighthouse");

        await().atMost(Duration.ofMinutes(1)).until(() -> scansOfTheIndex() >= before + 2);
    }

    private static long scansOfTheIndex() throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select idx_scan from pg_stat_user_indexes where indexrelname = 'article_search'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String ids(String kind, String query) throws Exception {
        return String.join(
                " ",
                client.json("/api/v1/" + kind + query)
                        .path(kind)
                        .valueStream()
                        .map(each -> each.path("id").asString())
                        .toList());
    }
}
