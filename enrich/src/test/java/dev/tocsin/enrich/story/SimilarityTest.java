package dev.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.enrich.copy.Sketch;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class SimilarityTest {
    private static final long HOUR = 3_600_000;
    private static final Sketch NO_SKETCH = new Sketch(new char[0], 0, new int[0]);

    private final SplittableRandom random = new SplittableRandom(17);

    private record Weighted(int[] ids, float[] weights, float[] titleShares) {
        Terms terms() {
            return Terms.of(ids, weights, titleShares, new int[0]);
        }

        float of(float[] values, int id) {
            int place = Arrays.binarySearch(ids, id);
            return place < 0 ? 0 : values[place];
        }
    }

    private Weighted weighted(int count) {
        int[] ids = random.ints(count, -150, 150).map(Terms::word).sorted().distinct().toArray();
        float[] weights = new float[ids.length];
        float[] titleShares = new float[ids.length];
        for (int at = 0; at < ids.length; at++) {
            weights[at] = (float) (random.nextDouble() / Math.sqrt(ids.length));
            titleShares[at] = random.nextInt(4) == 0 ? 1f / ids.length : 0;
        }
        return new Weighted(ids, weights, titleShares);
    }

    private static Entry entry(String publisher, long atMillis, Terms terms) {
        return new Entry(
                0, "a", publisher, "en", atMillis, 0, "", terms, NO_SKETCH, new Topics(List.of()));
    }

    /** The formula in the design, term by term. */
    private static double byHand(Weighted one, Weighted other) {
        double cosine = 0;
        double title = 0;
        for (int id : one.ids()) {
            if (Arrays.binarySearch(other.ids(), id) >= 0) {
                cosine += one.of(one.weights(), id) * other.of(other.weights(), id);
                title += one.of(one.titleShares(), id) + other.of(other.titleShares(), id);
            }
        }
        return 0.65 * cosine + 0.35 * title / 2;
    }

    @Test
    void isTwoThirdsCosineAndOneThirdTitlesWhateverTheTerms() {
        for (int round = 0; round < 2_000; round++) {
            Weighted one = weighted(random.nextInt(0, 120));
            Weighted other = weighted(random.nextInt(0, 120));
            Entry mine = entry("herald", 0, one.terms());
            Entry theirs = entry("courier", 0, other.terms());

            double alike = new Similarity(mine).to(theirs);

            assertThat(alike).isCloseTo(byHand(one, other), within(1e-6));
            assertThat(new Similarity(theirs).to(mine)).isEqualTo(alike);
        }
    }

    @Test
    void articlesOfOnePublisherAndOfDifferentDaysHaveToBeMoreAlike() {
        Terms terms = weighted(50).terms();
        Entry article = entry("herald", 0, terms);
        Similarity similarity = new Similarity(article);
        double same = similarity.to(entry("courier", 0, terms));

        assertThat(similarity.to(entry("herald", 0, terms))).isCloseTo(same - 0.06, within(1e-9));
        assertThat(similarity.to(entry("courier", 24 * HOUR, terms)))
                .isCloseTo(same - 0.03, within(1e-9));
        assertThat(similarity.to(entry("courier", 900 * HOUR, terms)))
                .isCloseTo(same - 0.09, within(1e-9));
    }

    @Test
    void hundredsOfTermsAreFoundAmongAsMany() {
        int[] ids = IntStream.range(0, 5_000).map(at -> at * 0x1000 + 2).sorted().toArray();
        float[] weights = new float[ids.length];
        Arrays.fill(weights, 0.01f);
        Terms terms = new Weighted(ids, weights, new float[ids.length]).terms();
        TermLookup lookup = new TermLookup(terms);

        for (int at = 0; at < ids.length; at++) {
            assertThat(lookup.place(ids[at])).isEqualTo(at);
            assertThat(lookup.place(ids[at] + 0x10)).isEqualTo(TermLookup.NOWHERE);
        }
    }
}
