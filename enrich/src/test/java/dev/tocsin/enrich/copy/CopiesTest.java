package dev.tocsin.enrich.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class CopiesTest {
    private static final IntPredicate ANY = number -> true;
    private static final IntPredicate NONE = number -> false;

    private final Copies copies = new Copies();

    /** Words without sense, the same for the same seed. */
    private static String words(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(each -> "w" + Integer.toString(random.nextInt(100_000), 36))
                .collect(Collectors.joining(" "));
    }

    private int add(String source, String text) {
        return copies.add(copies.read(source, text, ANY), ANY, HabitListener.NONE);
    }

    @Test
    void theSameTextAtAnotherOutletIsACopy() {
        add("north", words(1, 200));
        add("north", words(2, 200));

        assertThat(add("south", words(1, 200))).isZero();
        assertThat(add("south", words(3, 200))).isEqualTo(-1);
    }

    @Test
    void aCopyMayChangeSomeWordsAndGoOnLonger() {
        String wire = words(1, 120);
        add("wire", wire);

        String edited = wire.replaceFirst("^\\S+ \\S+", "Our reporter") + " " + words(9, 100);

        assertThat(add("paper", edited)).isZero();
    }

    @Test
    void aShortItemIsACopyOfTheLongTextThatBeginsAsItDoesAndNotOfOneThatQuotesIt() {
        String flash = words(1, 40);
        add("digest", words(5, 150) + " " + flash + " " + words(6, 150));
        assertThat(add("agency", flash)).isEqualTo(-1);

        assertThat(add("paper", flash + " " + words(7, 260))).isEqualTo(1);
    }

    @Test
    void aTextHalfOfWhichIsNewIsNoCopy() {
        add("north", words(1, 200));

        assertThat(add("south", words(8, 130) + " " + words(1, 90))).isEqualTo(-1);
    }

    @Test
    void whatASourcePutsAroundEveryTextMakesNoCopies() {
        String around = words(77, 120);
        for (int article = 0; article < 20; article++) {
            String text = words(1_000 + article, 30) + " " + around;

            CopyText read = copies.read("paper", text, NONE);

            assertThat(copies.add(read, NONE, HabitListener.NONE))
                    .as("article " + article)
                    .isEqualTo(-1);
            assertThat(own(read)).isEqualTo(article == 0 ? 150 : 30);
        }
    }

    private static long own(CopyText read) {
        return IntStream.range(0, read.own().length).filter(at -> read.own()[at]).count();
    }

    @Test
    void theHabitsOfOneSourceAreNotThoseOfAnother() {
        add("wire", words(1, 200));

        assertThat(own(copies.read("paper", words(1, 200), ANY))).isEqualTo(200);
        assertThat(own(copies.read("wire", words(1, 120) + " " + words(2, 300), ANY)))
                .isEqualTo(300);
    }

    @Test
    void anArticleIssuedAgainByItsSourceIsACopyIfTheSubjectIsTheSame() {
        add("paper", words(1, 200));

        CopyText again = copies.read("paper", words(1, 200), ANY);
        CopyText other = copies.read("paper", words(1, 200), NONE);

        assertThat(copies.add(other, ANY, HabitListener.NONE)).isEqualTo(-1);
        assertThat(copies.add(again, ANY, HabitListener.NONE)).isZero();
    }

    @Test
    void copiesTeachNoHabits() {
        for (int copy = 0; copy < 5; copy++) {
            assertThat(add("paper", words(1, 200))).isEqualTo(copy == 0 ? -1 : 0);
        }
    }

    @Test
    void aSourceUnlearnsWhatItNoLongerDoes() {
        String old = words(77, 100);
        add("paper", old + " " + words(1, 50));
        for (int article = 0; article < Habit.ARTICLES; article++) {
            add("paper", words(100 + article, 50));
        }

        assertThat(own(copies.read("paper", old, NONE))).isEqualTo(100);
    }

    @Test
    void manyArticlesLaterTheHabitsAreStillTheLatest() {
        String around = words(77, 60);
        for (int article = 0; article < 300; article++) {
            add("paper", words(1_000 + article, 40) + " " + around);
        }

        assertThat(own(copies.read("paper", words(5, 40) + " " + around, NONE))).isEqualTo(40);
        assertThat(own(copies.read("paper", words(1_010, 40), NONE))).isEqualTo(40);
    }

    @Test
    void whatHasLeftTheWindowIsNoLongerFound() {
        add("north", words(1, 200));
        add("north", words(2, 200));
        copies.forgetBefore(1);

        assertThat(add("south", words(1, 200))).isEqualTo(-1);
        assertThat(add("south", words(2, 200))).isEqualTo(1);
    }

    @Test
    void aWindowOfThousandsIsSearchedAsWellAsASmallOne() {
        for (int article = 0; article < 5_000; article++) {
            add("s" + article, words(article, 60));
        }

        for (int article = 0; article < 5_000; article += 500) {
            assertThat(add("late", words(article, 60))).isEqualTo(article);
        }
    }

    @Test
    void emptyHugeAndBrokenTextsAreNobodysCopy() {
        for (String text : List.of("", " ", "one two three", "\ud800\udc00\ud800 \udfff", "。。。")) {
            assertThat(add("a", text)).as(text).isEqualTo(-1);
            assertThat(add("b", text)).as(text).isEqualTo(-1);
        }
        String huge = words(4, 200_000);
        add("a", huge);
        assertThat(add("b", huge)).isGreaterThan(0);
    }
}
