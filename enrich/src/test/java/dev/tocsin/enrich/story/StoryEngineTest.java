package dev.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.story.StoryChange.Absorbed;
import dev.tocsin.enrich.story.StoryChange.Filed;
import dev.tocsin.enrich.story.StoryChange.Refused;
import dev.tocsin.enrich.story.StoryChange.Settled;
import dev.tocsin.enrich.story.StoryChange.Updated;
import dev.tocsin.enrich.story.StoryInput.Arrived;
import dev.tocsin.enrich.story.StoryInput.Merge;
import dev.tocsin.enrich.story.StoryInput.Retag;
import dev.tocsin.enrich.story.StoryInput.Split;
import dev.tocsin.enrich.story.StoryInput.Untag;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

class StoryEngineTest {
    private static final Instant NOON = Instant.parse("2031-03-04T12:00:00Z");

    private final StoryEngine engine = new StoryEngine(StorySettings.DEFAULT);

    private static Arrived article(String id, String publisher, String title, String summary) {
        return article(id, publisher, NOON, title, summary, "");
    }

    private static Arrived article(
            String id, String publisher, Instant at, String title, String summary, String body) {
        return new Arrived(
                id, publisher, publisher, "en", at, title, summary, body, Set.of(), Set.of(),
                Set.of());
    }

    private static final Arrived BRIDGE_1 =
            article(
                    "b1",
                    "herald",
                    "Drone strike destroys Velmora river bridge",
                    "A drone strike brought down the only bridge over the Velmora near Sattin, the"
                            + " governor said.");
    private static final Arrived BRIDGE_2 =
            article(
                    "b2",
                    "courier",
                    "Sattin bridge over Velmora hit by drones, governor says",
                    "The Velmora bridge at Sattin collapsed after an attack by drones.");
    private static final Arrived BRIDGE_3 =
            article(
                    "b3",
                    "tribune",
                    "Governor: Velmora bridge near Sattin destroyed",
                    "Repairing the bridge that drones destroyed will take a year, the governor of"
                            + " Sattin said.");
    private static final Arrived PRISONERS =
            article(
                    "p1",
                    "herald",
                    "Ostrava and Kel swap ninety prisoners",
                    "Ninety captives went home after an exchange that monks had arranged.");
    private static final Arrived HARVEST =
            article(
                    "h1",
                    "courier",
                    "Olive harvest fails in the south",
                    "Growers blame drought and beetles for the worst crop since records began.");

    private List<StoryChange> apply(StoryInput... inputs) {
        List<StoryChange> changes = new ArrayList<>();
        for (StoryInput input : inputs) {
            changes.addAll(engine.apply(input));
        }
        return changes;
    }

    private Story story(String id) {
        return engine.story(id).orElseThrow();
    }

    @Test
    void articlesOnOneHappeningAreOneStoryAndOthersAreTheirOwn() {
        apply(BRIDGE_1, PRISONERS, BRIDGE_2, HARVEST, BRIDGE_3);

        assertThat(engine.stories()).extracting(Story::id).containsExactly("b1", "h1", "p1");
        assertThat(story("b1").articles()).isEqualTo(3);
        assertThat(story("b1").independentOrigins()).isEqualTo(3);
        assertThat(story("b1").languages()).containsExactly("en");
        assertThat(story("b1").title()).isIn(BRIDGE_1.title(), BRIDGE_2.title(), BRIDGE_3.title());
    }

    @Test
    void tellsWhereAnArticleIsAndHowTheStoryIsNow() {
        apply(BRIDGE_1);

        List<StoryChange> changes = apply(BRIDGE_2);

        assertThat(changes)
                .hasSize(2)
                .contains(
                        new Filed(
                                "b2",
                                "b1",
                                Optional.empty(),
                                BRIDGE_2.publisher(),
                                Optional.empty()))
                .contains(new Updated(story("b1")));
    }

    @Test
    void aCopyIsAnArticleButNoOriginOfItsOwn() {
        String body =
                "Engineers reached the ruins at dawn and found both piers gone. The ferry that replaces the bridge carries forty cars an hour, and the queue"
                        + " stretched back to the sugar mill by noon, drivers told the agency by phone.";
        Arrived wire = article("w1", "wire", NOON, BRIDGE_1.title(), BRIDGE_1.summary(), body);
        Arrived paper = article("w2", "paper", NOON, "Ferry replaces Velmora bridge", "", body);
        apply(wire);

        List<StoryChange> changes = apply(paper);

        assertThat(changes)
                .contains(new Filed("w1", "w1", Optional.of("w1"), "wire", Optional.of("w1")))
                .contains(new Filed("w2", "w1", Optional.of("w1"), "wire", Optional.empty()));
        assertThat(story("w1").articles()).isEqualTo(2);
        assertThat(story("w1").copyGroups()).isEqualTo(1);
        assertThat(story("w1").independentOrigins()).isEqualTo(1);
    }

    @Test
    void textAroundEveryArticleOfAPublisherMakesNeitherCopiesNorStories() {
        String around =
                " Support independent reporting with a gift today. Your data are handled as our"
                        + " terms describe. Reach the newsroom by letter or by phone. All figures are"
                        + " delayed by a quarter of an hour and come without any warranty at all.";
        apply(
                article(
                        "x1",
                        "gazette",
                        NOON,
                        "Ferries resume at Port Lun",
                        "",
                        "Ferries run." + around),
                article(
                        "x2",
                        "gazette",
                        NOON,
                        "Tax on salt to double",
                        "",
                        "Salt is dear." + around),
                article(
                        "x3",
                        "gazette",
                        NOON,
                        "Choir wins at Brackwater",
                        "",
                        "Singers won." + around),
                article("x4", "gazette", NOON, "Lighthouse for sale", "", "It is tall." + around));

        assertThat(engine.stories()).hasSize(4).allMatch(story -> story.copyGroups() == 0);
    }

    @Test
    void aStoryGrowsOverDaysAndOutlivesItsFirstArticle() {
        Duration day = Duration.ofHours(30);
        apply(BRIDGE_1);
        List<StoryChange> changes = new ArrayList<>();
        for (int later = 1; later <= 5; later++) {
            changes.addAll(otherNews(NOON.plus(day.multipliedBy(later)), 12));
            changes.addAll(
                    engine.apply(
                            article(
                                    "later" + later,
                                    "paper" + later,
                                    NOON.plus(day.multipliedBy(later)),
                                    "Velmora river bridge on day " + later + " after drone strike",
                                    "",
                                    "")));
        }

        assertThat(changes)
                .contains(new Settled("b1", "b1", Optional.empty(), BRIDGE_1.publisher()));
        assertThat(story("b1").articles()).isEqualTo(6);
        assertThat(story("b1").independentOrigins()).isEqualTo(6);
        assertThat(story("b1").firstSeen()).isEqualTo(NOON);
        assertThat(story("b1").lastUpdate()).isEqualTo(NOON.plus(day.multipliedBy(5)));
    }

    /** Words are rare only where there is other news. */
    private List<StoryChange> otherNews(Instant at, int articles) {
        List<StoryChange> changes = new ArrayList<>();
        for (int number = 0; number < articles; number++) {
            String word = "quo" + at.getEpochSecond() % 9973 + "x" + number;
            String title = word + "a meets " + word + "b at " + word + "c";
            changes.addAll(apply(article(word, word, at, title, "", "")));
        }
        return changes;
    }

    @Test
    void whatIsOlderThanTheWindowIsComparedNoMore() {
        apply(BRIDGE_1);

        List<StoryChange> changes =
                apply(
                        article(
                                "b9",
                                "courier",
                                NOON.plus(Duration.ofHours(73)),
                                BRIDGE_2.title(),
                                BRIDGE_2.summary(),
                                ""));

        assertThat(changes)
                .contains(new Settled("b1", "b1", Optional.empty(), BRIDGE_1.publisher()))
                .contains(new Filed("b9", "b9", Optional.empty(), "courier", Optional.empty()));
        assertThat(engine.size()).isEqualTo(1);
        assertThat(engine.story("b1")).isEmpty();
    }

    @Test
    void theWindowHoldsNoMoreArticlesThanItMay() {
        StoryEngine small = new StoryEngine(new StorySettings(Duration.ofHours(72), 2));

        small.apply(BRIDGE_1);
        small.apply(PRISONERS);
        List<StoryChange> changes = small.apply(HARVEST);

        assertThat(changes)
                .contains(new Settled("b1", "b1", Optional.empty(), BRIDGE_1.publisher()));
        assertThat(small.size()).isEqualTo(2);
    }

    @Test
    void aWindowOfNothingIsRefused() {
        assertThatThrownBy(() -> new StorySettings(Duration.ZERO, 1))
                .hasMessageContaining("must be positive");
    }

    @Test
    void anArticleWithAnOldDateDoesNotMakeTheWindowGoBack() {
        apply(BRIDGE_1);

        List<StoryChange> changes =
                apply(
                        article(
                                "b2",
                                "courier",
                                NOON.minus(Duration.ofDays(900)),
                                BRIDGE_2.title(),
                                BRIDGE_2.summary(),
                                ""));

        assertThat(changes).doesNotHaveAnyElementsOfTypes(Settled.class);
        assertThat(engine.size()).isEqualTo(2);
    }

    @Test
    void anArticleWithAnIdThatIsKnownChangesNothing() {
        apply(BRIDGE_1);

        assertThat(apply(article("b1", "herald", "Quite another text", "About olives."))).isEmpty();
        assertThat(engine.size()).isEqualTo(1);
    }

    @Test
    void closingSettlesEveryArticleOnceInTheOrderOfArrival() {
        apply(BRIDGE_1, PRISONERS, BRIDGE_2);

        assertThat(engine.close())
                .filteredOn(Settled.class::isInstance)
                .containsExactly(
                        new Settled("b1", "b1", Optional.empty(), BRIDGE_1.publisher()),
                        new Settled("p1", "p1", Optional.empty(), PRISONERS.publisher()),
                        new Settled("b2", "b1", Optional.empty(), BRIDGE_2.publisher()));
        assertThat(engine.stories()).isEmpty();
    }

    @Test
    void aPersonMergesTwoStories() {
        apply(BRIDGE_1, PRISONERS);

        List<StoryChange> changes = apply(new Merge("p1", "b1"));

        assertThat(changes)
                .contains(
                        new Filed(
                                "p1",
                                "b1",
                                Optional.empty(),
                                PRISONERS.publisher(),
                                Optional.of("p1")))
                .contains(new Absorbed("p1", "b1"));
        assertThat(story("p1")).isEqualTo(story("b1"));
        assertThat(story("b1").corrected()).isTrue();
        assertThat(story("b1").articles()).isEqualTo(2);
    }

    @Test
    void aMergedStoryStillTakesInWhatIsLikeIt() {
        apply(BRIDGE_1, PRISONERS, new Merge("p1", "b1"));
        apply(BRIDGE_2, BRIDGE_3);

        assertThat(story("b1").articles()).isGreaterThanOrEqualTo(2);
        assertThat(engine.stories()).filteredOn(Story::corrected).hasSize(1);
        assertThat(engine.stories())
                .filteredOn(Story::corrected)
                .extracting(Story::id)
                .containsExactly("b1");
    }

    @Test
    void aPersonSplitsAStoryAndItStaysSplit() {
        apply(BRIDGE_1, BRIDGE_2);

        List<StoryChange> changes = apply(new Split("b1", List.of("b2")));
        apply(BRIDGE_3);

        assertThat(changes)
                .contains(
                        new Filed(
                                "b2",
                                "b2",
                                Optional.empty(),
                                BRIDGE_2.publisher(),
                                Optional.of("b1")));
        assertThat(engine.stories()).extracting(Story::id).containsExactly("b1", "b2");
        assertThat(engine.stories()).allMatch(Story::corrected);
        assertThat(story("b1").articles() + story("b2").articles()).isEqualTo(3);
    }

    @Test
    void aSplitThatTakesTheArticleTheStoryIsNamedAfterGetsAnIdOfItsOwn() {
        apply(BRIDGE_1, BRIDGE_2);

        apply(new Split("b1", List.of("b1")));

        assertThat(engine.stories()).extracting(Story::id).containsExactly("b1", "b1/2");
    }

    @Test
    void aPersonTagsAndUntagsAnArticle() {
        apply(BRIDGE_1);

        assertThat(apply(new Retag("b1", "velmora-war"))).containsExactly(new Updated(story("b1")));
        assertThat(story("b1").conflictTopics()).containsExactly("velmora-war");

        apply(new Untag("b1", "velmora-war"));
        assertThat(story("b1").conflictTopics()).isEmpty();
    }

    @Test
    void aCorrectionOfWhatIsNotThereIsRefusedWithTheReason() {
        apply(BRIDGE_1, PRISONERS);

        assertRefused(new Merge("b1", "nowhere"), "no story in the window: nowhere");
        assertRefused(new Merge("b1", "b1"), "one story already");
        assertRefused(new Split("b1", List.of("p1")), "no article of story b1: p1");
        assertRefused(new Split("b1", List.of("b1")), "leaves a part of the story on either side");
        assertRefused(new Split("b1", List.of()), "leaves a part of the story on either side");
        assertRefused(new Retag("zz", "x"), "no article in the window: zz");
        assertRefused(new Untag("b1", "x"), "tagged so already");
    }

    private void assertRefused(StoryInput.Correction correction, String reason) {
        assertThat(engine.apply(correction))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(reason));
    }

    @Test
    void theSameInputsInTheSameOrderGiveTheSameChanges() {
        List<StoryInput> inputs = week(400);
        StoryEngine other = new StoryEngine(StorySettings.DEFAULT);

        for (StoryInput input : inputs) {
            assertThat(other.apply(input)).isEqualTo(engine.apply(input));
        }
        assertThat(other.stories()).isEqualTo(engine.stories());
    }

    @Test
    void anEngineThatTakesUpTheStateOfAnotherGoesOnAsItDoes() {
        StorySettings settings = new StorySettings(Duration.ofHours(72), 150);
        List<StoryInput> inputs = week(600);
        StoryEngine first = new StoryEngine(settings);
        inputs.subList(0, 300).forEach(first::apply);

        StoryEngine second = new StoryEngine(settings, first.state());

        assertThat(second.stories()).isEqualTo(first.stories());
        for (StoryInput input : inputs.subList(300, 600)) {
            assertThat(second.apply(input)).isEqualTo(first.apply(input));
        }
        assertThat(second.close()).isEqualTo(first.close());
    }

    @Test
    void anEnginePutTogetherFromTheDeltasOfAnotherGoesOnAsItDoes() {
        StorySettings settings = new StorySettings(Duration.ofHours(72), 150);
        List<StoryInput> inputs = week(900);
        StoryEngine first = new StoryEngine(settings);
        StoryEngine second = new StoryEngine(settings);
        Map<ByteBuffer, byte[]> store = new HashMap<>();
        List<Integer> restarts = List.of(0, 1, 149, 200, 417, 600, 890);

        for (int at = 0; at < inputs.size(); at++) {
            second = restarts.contains(at) ? restored(settings, store) : second;
            assertThat(second.apply(inputs.get(at))).isEqualTo(first.apply(inputs.get(at)));
            write(second.delta(), store);
        }

        assertThat(restored(settings, store).close()).isEqualTo(first.close());
        second.close();
        write(second.delta(), store);
        assertThat(store.values())
                .extracting(StateBytes::read)
                .as("habits outlive the window")
                .hasOnlyElementsOfTypes(StatePart.Progress.class, StatePart.Habit.class);
    }

    private static StoryEngine restored(StorySettings settings, Map<ByteBuffer, byte[]> store) {
        return new StoryEngine(
                settings, EngineState.of(store.values().stream().map(StateBytes::read).toList()));
    }

    private static void write(EngineDelta delta, Map<ByteBuffer, byte[]> store) {
        delta.written()
                .forEach(part ->
                        store.put(
                                ByteBuffer.wrap(StateBytes.key(part.key())),
                                StateBytes.value(part)));
        delta.removed().forEach(key -> store.remove(ByteBuffer.wrap(StateBytes.key(key))));
    }

    @Test
    void aRevisionMayChangeWhatAStoryIsAbout() {
        apply(about("r1", Set.of()));

        List<StoryChange> changes = engine.apply(about("r1", Set.of("yemen")));

        assertThat(changes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Updated.class,
                        updated ->
                                assertThat(updated.story().conflictTopics())
                                        .containsExactly("yemen"));
        assertThat(engine.apply(about("r1", Set.of("yemen")))).isEmpty();
    }

    private static Arrived about(String id, Set<String> conflictTopics) {
        return new Arrived(
                id,
                "a",
                "a",
                "en",
                NOON,
                "Port closed",
                "",
                "",
                conflictTopics,
                Set.of(),
                Set.of());
    }

    @Test
    void whatHasBeenFiledIsSettledWhereItWasFiledLast() {
        StoryEngine small = new StoryEngine(new StorySettings(Duration.ofHours(72), 150));
        Map<String, String> filed = new HashMap<>();
        List<StoryChange> changes = new ArrayList<>();
        week(600).forEach(input -> changes.addAll(small.apply(input)));
        changes.addAll(small.close());
        int settled = 0;
        for (StoryChange change : changes) {
            if (change instanceof Filed where) {
                filed.put(where.article(), where.story());
            } else if (change instanceof Settled where) {
                settled++;
                assertThat(filed).containsEntry(where.article(), where.story());
            }
        }
        assertThat(settled).isEqualTo(filed.size());
    }

    /**
     * Happenings with invented names, several articles on each, copies and corrections among them.
     */
    private static List<StoryInput> week(int count) {
        SplittableRandom random = new SplittableRandom(5);
        List<StoryInput> inputs = new ArrayList<>();
        String lastBody = "";
        for (int at = 0; at < count; at++) {
            int happening = random.nextInt(at / 8 + 1, at / 8 + 12);
            String name = "Nam" + happening * 7919 + " Plac" + happening * 104_729;
            String body = random.nextInt(4) == 0 ? lastBody : body(random, name);
            lastBody = body;
            inputs.add(
                    article(
                            "a" + at,
                            "paper" + random.nextInt(12),
                            NOON.plusSeconds(600L * at),
                            name + " event" + happening + " noise" + random.nextInt(500),
                            name + " deed" + happening,
                            body));
            if (at % 40 == 39) {
                inputs.set(at, new Merge("a" + (at - 5), "a" + (at - 9)));
            }
        }
        return inputs;
    }

    private static String body(SplittableRandom random, String name) {
        StringBuilder body = new StringBuilder(name);
        for (int word = 0; word < 40; word++) {
            body.append(" word").append(random.nextInt(3_000));
        }
        return body.toString();
    }

    @Test
    void aStoryWithHundredsOfArticlesTakesInMore() {
        for (int at = 0; at < 300; at++) {
            apply(
                    article(
                            "s" + at,
                            "paper" + at,
                            BRIDGE_1.title() + " again " + at,
                            BRIDGE_1.summary()));
        }

        assertThat(engine.stories()).hasSize(1);
        assertThat(engine.stories().getFirst().articles()).isEqualTo(300);
    }

    @Test
    void emptyHugeAndBrokenTextsAreStoriesOfTheirOwn() {
        String huge = "Sattin ".repeat(100_000);
        apply(
                article("e1", "a", "", ""),
                article("e2", "b", "", ""),
                article("e3", "c", "the and of", "it is"),
                article("e4", "d", "\ud800 \udfff\ud83d", "\udc00"),
                article("e5", "e", NOON, "", "", huge),
                article("e6", "f", "!!! ... ???", "。"));

        assertThat(engine.stories()).hasSize(6);
        assertThat(engine.close()).filteredOn(Settled.class::isInstance).hasSize(6);
    }

    @Test
    void featuresJoinArticlesInDifferentLanguages() {
        Set<String> features = Set.of("place:77", "place:91", "actor:4", "event:strike");
        Arrived russian =
                new Arrived(
                        "r1",
                        "vesti",
                        "vesti",
                        "ru",
                        NOON,
                        "Удар по мосту через Велмору",
                        "Мост разрушен.",
                        "",
                        Set.of(),
                        features,
                        Set.of());
        Arrived english =
                new Arrived(
                        "r2",
                        "herald",
                        "herald",
                        "en",
                        NOON,
                        "Strike destroys bridge",
                        "It fell.",
                        "",
                        Set.of(),
                        features,
                        Set.of());
        Arrived elsewhere =
                new Arrived(
                        "r3",
                        "post",
                        "post",
                        "en",
                        NOON,
                        "Shells fall on Kel",
                        "Two hurt.",
                        "",
                        Set.of(),
                        Set.of("place:5", "event:strike", "actor:4"),
                        Set.of());

        apply(russian, english, elsewhere);

        assertThat(story("r1").articles()).isEqualTo(2);
        assertThat(story("r1").languages()).containsExactly("en", "ru");
        assertThat(story("r3").articles()).isEqualTo(1);
    }

    @Test
    void theTitleIsInTheLanguageOfMostReportsAndInTheFirstOfSeveral() {
        apply(
                abroad("t1", "de", NOON.minus(Duration.ofHours(6)), "Brücke zerstört"),
                abroad("t2", "fr", NOON, "Le pont détruit"),
                abroad("t3", "es", NOON, "El puente destruido"));
        assertThat(story("t1").articles()).isEqualTo(3);
        assertThat(story("t1").title()).isEqualTo("Brücke zerstört");

        apply(abroad("t4", "fr", NOON, "Un pont de moins"));
        assertThat(story("t1").title()).containsIgnoringCase(" pont ");
    }

    private static Arrived abroad(String id, String language, Instant at, String title) {
        Set<String> features = Set.of("place:77", "place:91", "actor:4");
        return new Arrived(id, id, id, language, at, title, "", "", Set.of(), features, Set.of());
    }

    @Test
    void inflectedFormsAndScriptsWithoutSpacesAreRead() {
        Arrived one = cjk("c1", "a", "无人机袭击摧毁萨廷大桥", "省长说萨廷大桥被无人机摧毁");
        Arrived two = cjk("c2", "b", "萨廷大桥被无人机摧毁", "无人机袭击后萨廷大桥倒塌");
        Arrived other = cjk("c3", "c", "橄榄歉收", "干旱和甲虫造成损失");

        apply(one, other, two);

        assertThat(story("c1").articles()).isEqualTo(2);
        assertThat(story("c3").articles()).isEqualTo(1);
    }

    private static Arrived cjk(String id, String publisher, String title, String summary) {
        return new Arrived(
                id, publisher, publisher, "zh", NOON, title, summary, "", Set.of(), Set.of(),
                Set.of());
    }
}
