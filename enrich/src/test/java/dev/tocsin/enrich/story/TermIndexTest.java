package dev.tocsin.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class TermIndexTest {
    private static final int WINDOW = 1_500;
    private static final int BUDGET = 1_280;

    private final SplittableRandom random = new SplittableRandom(3);
    private final TermIndex index = new TermIndex();
    private final List<Terms> articles = new ArrayList<>();

    /** Every third article is a copy, which is counted and not found. */
    private static boolean isFound(int article) {
        return article % 3 != 0;
    }

    private Terms terms() {
        int[] ids =
                IntStream.generate(() -> (int) Math.exp(random.nextDouble() * Math.log(20_000)))
                        .limit(60)
                        .map(Terms::word)
                        .filter(id -> id != 0)
                        .sorted()
                        .distinct()
                        .toArray();
        float[] weights = new float[ids.length];
        for (int at = 0; at < ids.length; at++) {
            weights[at] = random.nextInt(1, 1 << 12) / (float) (1 << 13);
        }
        int[] first = IntStream.range(0, ids.length).filter(_ -> random.nextBoolean()).toArray();
        return Terms.of(ids, weights, new float[ids.length], first);
    }

    /** What the limits say, by looking at every article of the window. */
    private Map<Integer, Float> byHand(Terms terms, int oldest) {
        Map<Integer, Float> weights = new HashMap<>();
        int budget = BUDGET;
        for (int place : rarestFirst(terms, oldest)) {
            List<Integer> latest = latest(terms.ids()[place], oldest);
            for (int article : latest.subList(0, Math.min(budget, latest.size()))) {
                weights.merge(article, terms.weight(place), Float::sum);
            }
            budget -= Math.min(budget, latest.size());
        }
        return weights;
    }

    private List<Integer> rarestFirst(Terms terms, int oldest) {
        return IntStream.range(0, terms.ids().length)
                .boxed()
                .sorted(Comparator.comparingLong(place -> count(terms.ids()[place], oldest)))
                .toList();
    }

    private long count(int id, int oldest) {
        return articles.subList(oldest, articles.size()).stream()
                .filter(each -> Arrays.binarySearch(each.ids(), id) >= 0)
                .count();
    }

    private List<Integer> latest(int id, int oldest) {
        List<Integer> latest = new ArrayList<>();
        for (int article = articles.size() - 1; article >= oldest; article--) {
            int place = Arrays.binarySearch(articles.get(article).ids(), id);
            if (isFound(article) && place >= 0 && articles.get(article).isFirst(place)) {
                latest.add(article);
            }
        }
        return latest.subList(0, Math.min(PostingLists.MOST, latest.size()));
    }

    private static List<Integer> heaviest(Map<Integer, Float> weights, int most) {
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<Integer, Float>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey())
                                .reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void findsWhatLookingAtEveryArticleOfTheWindowFinds() {
        Candidates candidates = new Candidates();
        for (int article = 0; article < 4 * WINDOW; article++) {
            int oldest = Math.max(0, article - WINDOW);
            Terms terms = terms();
            if (article % 97 == 0) {
                candidates.clear();
                index.find(terms, oldest, candidates);
                assertThat(Arrays.stream(candidates.heaviest(64)).boxed())
                        .containsExactlyInAnyOrderElementsOf(heaviest(byHand(terms, oldest), 64));
            }
            enter(article, terms);
            if (article >= WINDOW) {
                index.remove(articles.get(article - WINDOW));
            }
        }
    }

    private void enter(int article, Terms terms) {
        index.count(terms);
        if (isFound(article)) {
            index.post(article, terms);
        }
        articles.add(terms);
    }
}
