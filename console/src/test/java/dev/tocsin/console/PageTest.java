package dev.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.console.browser.Browser;
import dev.tocsin.console.live.LiveNews;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.CorrectionKind;
import dev.tocsin.schemas.KafkaTopics;
import dev.tocsin.schemas.NewsStory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The page in a real browser; left out where there is none. */
final class PageTest {
    /** What an attacker would put into a feed; each would say so if it ran. */
    private static final String NASTY =
            "</script><img src=x onerror=\"window.broken=1\"><b style=\"color:red\">'\"&lt;";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private static Path profile;
    private static @Nullable Browser started;

    private TestStore store;
    private Desk desk;
    private Browser browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        Optional<Path> program = Browser.program();
        assumeThat(program).as("a browser on this machine").isPresent();
        started = Browser.start(program.get(), profile);
    }

    @AfterAll
    static void stopBrowser() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        browser = Objects.requireNonNull(started);
        store = TestStore.empty();
        store.article("one", "06:00:00", "Vell burns", "vell-war")
                .article("copy", "06:30:00", "Vell burns", "vell-war")
                .article("own", "08:10:00", "Vell burnt", "vell-war")
                .story("one", "08:10:00", "Vell burns", 3)
                .placed("one", "one", "one", "Wire")
                .placed("copy", "one", "one", "Wire")
                .placed("own", "one", null, "Ledger")
                .story("two", "07:00:00", "Vell rests", 1)
                .article("two", "07:00:00", "Vell rests", "vell-war")
                .placed("two", "two", null, "Ledger");
        desk = new Desk(store);
        browser.forgive();
    }

    @AfterEach
    void stop() {
        browser.open("about:blank");
        desk.close();
    }

    @Test
    void storiesAreTheFirstView() {
        go("");

        assertThat(browser.text("#stories .story")).contains("3", "origins", "Vell burns");
        assertThat(browser.text("#stories .story .chip")).isEqualTo("War in Vell");
        browser.click(".views a[data-view=articles]");
        assertThat(browser.text("#list .card .title")).isEqualTo("Vell burnt");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStoryOpensWithItsCopiesAndTheKeyboardGoesThere() {
        go("");
        browser.until("document.querySelector('#stories .story')");

        browser.press("j");
        browser.until("document.activeElement.matches('.story .title')");
        browser.evaluate("document.activeElement.click()");

        assertThat(browser.text("#detail .figures"))
                .contains("3 independent origins", "1 of them a copy");
        assertThat(browser.text("#detail .copies summary")).isEqualTo("1 copy");
        browser.press("Escape");
        browser.until("document.getElementById('detail').hidden");
        browser.until("document.activeElement.matches('.story .title')");
    }

    @Test
    void storiesGrowWhileSomebodyLooks() {
        try (LiveNews news = new LiveNews();
                Desk growing = new Desk(store, news.feed())) {
            browser.open("http://127.0.0.1:" + growing.port() + "/");
            browser.until("document.querySelectorAll('#stories .story').length === 2");
            news.awaitListener();

            news.tell(
                    NewsStory.newBuilder(LiveNews.story("two", "Vell " + NASTY))
                            .setLastUpdate(Instant.parse("2026-11-20T10:00:00Z"))
                            .setIndependentOrigins(7)
                            .build());
            browser.until(
                    "document.querySelector('#stories .story').innerText.includes('onerror')");
            assertThat(browser.text("#stories .story .weight")).contains("7");
            news.tell(
                    NewsStory.newBuilder(LiveNews.story("one", "Vell burns"))
                            .setAbsorbedInto("two")
                            .build());
            browser.until("document.querySelectorAll('#stories .story').length === 1");
            news.tell(LiveNews.alert("w", NASTY));
            browser.until("document.getElementById('unseen').innerText === '1'");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void takingAnArticleOutIsAskedForFirst() {
        go("story/one");
        browser.click("#detail .report:last-child input[type=checkbox]");
        browser.click("#detail .top button:not([hidden])");

        assertThat(browser.text("dialog")).contains("Vell burnt");
        assertThat(desk.sent()).isEmpty();
        browser.type("dialog #reason", "another fire");
        browser.click("dialog button[type=submit]");

        Correction correction = correction();
        assertThat(correction.getKind()).isEqualTo(CorrectionKind.SPLIT);
        assertThat(correction.getArticleIds()).containsExactly("own");
        assertThat(correction.getReason()).isEqualTo(Optional.of("another fire"));
    }

    @Test
    void twoStoriesAreMadeOne() {
        go("story/two");
        browser.click("#detail .top button[title*='one']");
        browser.click("dialog button[type=submit]");
        browser.until("!document.querySelector('dialog .wrong').hidden");
        browser.click("dialog input[value=one]");
        browser.click("dialog button[type=submit]");

        Correction correction = correction();
        assertThat(correction.getKind()).isEqualTo(CorrectionKind.MERGE);
        assertThat(correction.getIntoStoryId()).isEqualTo(Optional.of("one"));
    }

    @Test
    void tagsAreChangedFromTheStory() {
        go("story/one");
        browser.click("#detail .why .link");
        browser.click("dialog input[value=calm]");
        browser.click("dialog button[type=submit]");

        Correction correction = correction();
        assertThat(correction.getKind()).isEqualTo(CorrectionKind.RETAG);
        assertThat(correction.getConflictTopic()).isEqualTo(Optional.of("calm"));
    }

    @Test
    void tagsAreChangedFromAnArticleToo() {
        go("articles");
        browser.click("#list .card .title");
        browser.click("#detail > .link");
        browser.click("dialog input[value=calm]");
        browser.click("dialog button[type=submit]");

        assertThat(correction().getConflictTopic()).isEqualTo(Optional.of("calm"));
    }

    @Test
    void storiesOfTheLastDayAreThoseBeforeTheNewestArticle() {
        go("");
        browser.until("document.querySelector('#stories .story')");
        browser.evaluate(
                "const since = document.getElementById('story-since'); since.value = '24';"
                        + " document.getElementById('stories').replaceChildren();"
                        + " since.dispatchEvent(new Event('change'))");

        assertThat(browser.text("#stories .story")).contains("Vell burns");
    }

    @Test
    void alertsShowTheirWordsAndWhoWasTold() throws Exception {
        store.rule("vell", "Vell burns", "api").alert("a", "08:00:00", "one", "Vell burns");
        store.delivery("a", "PARKED", 14);
        go("alerts");

        assertThat(browser.text(".alert .because")).contains("3 independent origins");
        assertThat(browser.text(".alert q mark")).isEqualTo("Vell");
        assertThat(browser.text(".alert .deliveries"))
                .contains("desk", "given up after 14 attempts", "answered 503");
        browser.click(".alert .deliveries .link");
        browser.click("dialog button[type=submit]");
        browser.until("document.querySelector('.deliveries').innerText.includes('on its way')");
        assertThat(store.number("select count(*) from delivery where state = 'WAITING'"))
                .isEqualTo(1);
    }

    @Test
    void aRuleIsMadeWithTheForm() {
        go("rules/new");
        browser.type("[data-field=name] input", "Vell burns!");
        assertThat(
                        browser.evaluate("document.querySelector('[data-field=id] input').value")
                                .asString())
                .isEqualTo("vell-burns");
        browser.type("[data-field=conflictTopics] input", "War in Vell");
        browser.until("document.querySelector('[data-field=conflictTopics] .piece')");
        browser.click("[data-field='delivery.tellEnd'] input");
        browser.type("[data-field='delivery.zone'] input", "Mars");
        browser.click("button[type=submit]");
        browser.until("!document.querySelector(\"[data-field='delivery.zone'] .wrong\").hidden");
        assertThat(desk.sent()).isEmpty();
        browser.type("[data-field='delivery.zone'] input", "Europe/Kyiv");
        browser.click("button[type=submit]");

        await().atMost(PATIENCE).until(() -> !desk.sent().isEmpty());
        AlertRule rule =
                Objects.requireNonNull(desk.value(KafkaTopics.ALERT_RULES, desk.sent().getFirst()));
        assertThat(rule.getId()).isEqualTo("vell-burns");
        assertThat(rule.getConflictTopics()).containsExactly("vell-war");
        assertThat(rule.getMinOrigins()).isEqualTo(2);
        assertThat(rule.getDelivery().getTellEnd()).isFalse();
    }

    @Test
    void aRuleWithoutLatinLettersIsAskedForAnId() {
        go("rules/new");
        browser.type("[data-field=name] input", "Перемир'я");
        browser.click("#rule-form button[type=submit]");

        browser.until("!document.querySelector('[data-field=id] .wrong').hidden");
        assertThat(browser.text("[data-field=id] .wrong")).contains("Latin letters");
    }

    @Test
    void aRuleOfAFileIsShownAndNotChanged() throws Exception {
        store.rule("vell", "Vell burns", "file alerts.yaml:12");
        go("rules");

        assertThat(browser.text(".rule-item"))
                .contains("War in Vell", "alerts.yaml:12")
                .doesNotContain("Delete");
        go("rules/edit/vell");
        browser.until("document.querySelector('.rule-form input')?.disabled");
        assertThat(
                        browser.evaluate("document.querySelectorAll('button[type=submit]').length")
                                .asInt())
                .isZero();
    }

    @Test
    void foreignTextNeverBecomesMarkup() throws Exception {
        store.execute("update story set title = ? where id = 'one'", NASTY);
        store.execute(
                "update article set title = ?, summary = ?, publisher = ?, url = 'javascript:window.broken=1'",
                NASTY,
                NASTY,
                NASTY);
        store.execute("update story_article set origin = ?", NASTY);
        store.rule("vell", NASTY, "file " + NASTY).alert("a", "08:00:00", "one", NASTY);
        store.execute("update alert set rule_name = ?, alert_text = ?", NASTY, NASTY);
        store.delivery("a", "PARKED", 1);
        store.execute("update delivery set target = ?, last_error = ?", NASTY, NASTY);
        store.execute(
                "insert into correction values ('c', 'key', 'SPLIT', now(), ?, ?, 'one', null, '{}', null)",
                NASTY,
                NASTY);

        for (String place :
                new String[] {
                    "",
                    "story/one",
                    "articles",
                    "article/one",
                    "alerts",
                    "alert/a",
                    "rules",
                    "rules/edit/vell"
                }) {
            go(place);
            browser.until(
                    "document.body.innerText.includes('onerror') || [...document.querySelectorAll('input')].some((input) => input.value.includes('onerror'))");
            assertThat(
                            browser.evaluate(
                                            "document.querySelectorAll('main img, aside img, b[style], [onerror]').length")
                                    .asInt())
                    .as(place)
                    .isZero();
            assertThat(
                            browser.evaluate(
                                            "[...document.links].filter((link) => link.protocol === 'javascript:').length")
                                    .asInt())
                    .as(place)
                    .isZero();
        }
        assertThat(browser.evaluate("window.broken === undefined").asBoolean()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    private void go(String place) {
        browser.open("about:blank");
        browser.open("http://127.0.0.1:" + desk.port() + "/#/" + place);
        browser.until("document.querySelector('main')");
    }

    private Correction correction() {
        await().atMost(PATIENCE).until(() -> !desk.sent().isEmpty());
        return Objects.requireNonNull(desk.value(KafkaTopics.CORRECTIONS, desk.sent().getFirst()));
    }
}
