package dev.tocsin.enrich.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.Coder;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.schemas.Article;
import dev.tocsin.schemas.Occurrence;
import dev.tocsin.schemas.SampleRecords;
import dev.tocsin.schemas.TaggedArticle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.stream.Stream;

/** Whatever a feed may hold, there is an answer, and in time that grows with the text. */
class BadInputTest {
    private static final int SIZE = 1_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ArticleEnricher ENRICHER =
            new ArticleEnricher(new LanguageDetector(), Coder.of(Codebook.bundled()));

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("blanks", " \t\n\u00a0\u2028"),
                Arguments.of("punctuation", "…!?—«»()[]{}<>&;#*"),
                Arguments.of("a control character", "war\u0000in\u0007Ukraine\u001b[31m"),
                Arguments.of("a lone high surrogate", "Ukraine \ud83d war"),
                Arguments.of("a lone low surrogate", "\udc00Ukraine war\udc00"),
                Arguments.of("surrogates the wrong way round", "\udc00\ud83d war in Ukraine"),
                Arguments.of("mixed scripts", "Украина war حرب 战争 מלחמה युद्ध Ουκρανία"),
                Arguments.of("right to left", "\u202eالحرب في أوكرانيا\u202c مستمرة"),
                Arguments.of("marks without a letter", "\u0301\u0308\u064b\u05b0 war"),
                Arguments.of(
                        "left-over markup", "<p>War in <b>Ukraine</b> &amp;amp;lt;br&gt; <!-- x"),
                Arguments.of("an open tag", "<a href=\"x war in Ukraine"),
                Arguments.of("entities of nowhere", "&#xffffffff;&#99999999;&bogus;&#0; war"),
                Arguments.of("byte order marks", "\ufeffwar\ufeff in Ukraine\ufffe\uffff"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void anyTextInAnyFieldHasAnAnswer(String name, String text) {
        for (String language : new String[] {"en", "ar", "zh-Hans", "xx", "\ud83d", "", "de_"}) {
            TaggedArticle tagged = enrich(text, text, text, language);
            assertThat(tagged.getLanguage()).as(name).matches("[a-z]{2,3}");
            assertThat(tagged.getTags())
                    .allSatisfy(tag ->
                            assertThat(tag.getEvidence())
                                    .allSatisfy(hit -> assertThat(hit.getText()).isNotEmpty()));
        }
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                Arguments.of("a long text", "War in Ukraine and in South Sudan goes on. "),
                Arguments.of("one word", "a"),
                Arguments.of("one Arabic word", "و"),
                Arguments.of("open tags", "<"),
                Arguments.of("open tags with a letter", "<a "),
                Arguments.of("ampersands", "&amp"),
                Arguments.of("nested entities", "&amp;amp;"),
                Arguments.of("apostrophes", "l'"),
                Arguments.of("acronyms", "U.S."),
                Arguments.of("capitals and commas", "Kyiv, "),
                Arguments.of("dashes", " - "),
                Arguments.of("brackets", "[(/"),
                Arguments.of("marks", "e\u0301\u0301"),
                Arguments.of("surrogate halves", "\ud83d"),
                Arguments.of("Chinese", "战争"),
                Arguments.of("line breaks", "\n"),
                Arguments.of("blanks", "  "),
                Arguments.of("names", "Sudan South Sudan Darfur RSF "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void timeGrowsWithTheText(String name, String pattern) {
        String half = pattern.repeat(SIZE / 2 / pattern.length());
        String whole = pattern.repeat(SIZE / pattern.length());
        enrich(half, half, half, "en");
        long shorter = cpuNanos(half);
        long longer = cpuNanos(whole);
        // Linear is twice; a square would be four times, of half a million characters.
        assertThat(longer)
                .as("%s: CPU ns for %d characters after %d for half", name, longer, shorter)
                .isLessThan(3 * shorter + 50_000_000);
    }

    /** The least of some runs, since nothing makes a run faster than it is. */
    private static long cpuNanos(String text) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            enrich(text, text, text, "en");
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
        }
        return least;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomCharactersHaveAnAnswer(long seed) {
        char[] characters = new char[2_000];
        Random random = new Random(seed);
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) random.nextInt(0x10000);
        }
        String text = new String(characters);
        assertThatNoException()
                .as("seed %d", seed)
                .isThrownBy(() -> enrich(text, text, text, "en"));
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L, 5L, 8L, 13L, System.nanoTime());
    }

    private static TaggedArticle enrich(
            String title, String summary, String body, String language) {
        Article article =
                Article.newBuilder(SampleRecords.article())
                        .setTitle(title)
                        .setSummary(summary)
                        .setBody(body)
                        .setDeclaredLanguage(language)
                        .build();
        return ENRICHER.enrich(article, Occurrence.FIRST, 1);
    }
}
