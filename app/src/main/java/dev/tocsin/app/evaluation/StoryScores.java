package dev.tocsin.app.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How well articles are grouped, by several measures. Leniently, a pair of near articles that gold
 * keeps apart and the system does not is no error.
 *
 * @param bcubed for each article, how its group and its gold story overlap (Bagga and Baldwin 1998)
 * @param bcubedTogether the same over articles whose gold story has others too
 * @param pairs over pairs of articles in one story
 * @param copies over pairs of articles in one copy group
 */
public record StoryScores(Score bcubed, Score bcubedTogether, Score pairs, Score copies) {

    /** Every gold item needs a placement. */
    public static StoryScores of(
            List<GoldItem> gold, Map<String, Placement> placements, boolean lenient) {
        return new Counting(gold, placements, lenient).scores();
    }

    private static final class Counting {
        private final List<GoldItem> gold;
        private final Map<String, Placement> placements;
        private final boolean lenient;
        private final Map<String, Long> goldSizes = new HashMap<>();

        Counting(List<GoldItem> gold, Map<String, Placement> placements, boolean lenient) {
            this.gold = gold;
            this.placements = placements;
            this.lenient = lenient;
            gold.forEach(item -> goldSizes.merge(item.story(), 1L, Long::sum));
        }

        StoryScores scores() {
            Bcubed all = new Bcubed();
            Bcubed together = new Bcubed();
            double[] pairs = new double[3];
            for (GoldItem item : gold) {
                Overlap overlap = overlap(item);
                all.add(overlap);
                if (overlap.wanted() > 1) {
                    together.add(overlap);
                }
                pairs[0] += overlap.right() - 1;
                pairs[1] += overlap.made() - 1;
                pairs[2] += overlap.wanted() - 1;
            }
            Score ofPairs = Score.of(pairs[0], pairs[1], pairs[2]);
            return new StoryScores(all.score(), together.score(), ofPairs, copies());
        }

        /** Sizes of an article's group, of its gold story, and of what both share. */
        private record Overlap(double right, double made, double wanted) {}

        private Overlap overlap(GoldItem item) {
            int right = 0;
            int made = 0;
            for (GoldItem other : gold) {
                if (story(other).equals(story(item))) {
                    boolean same = other.story().equals(item.story());
                    right += same ? 1 : 0;
                    made += same || !lenient || !item.isNear(other) ? 1 : 0;
                }
            }
            return new Overlap(right, made, goldSizes.getOrDefault(item.story(), 0L));
        }

        private String story(GoldItem item) {
            return placement(item).story();
        }

        private Placement placement(GoldItem item) {
            Placement placement = placements.get(item.id());
            if (placement == null) {
                throw new IllegalArgumentException("no placement for article " + item.id());
            }
            return placement;
        }

        private Score copies() {
            Function<GoldItem, Optional<String>> made = item -> placement(item).copyGroup();
            int right = 0;
            int found = 0;
            int wanted = 0;
            for (int one = 0; one < gold.size(); one++) {
                for (int other = 0; other < one; other++) {
                    boolean isMade = same(made, gold.get(one), gold.get(other));
                    boolean isGold = same(GoldItem::copyGroup, gold.get(one), gold.get(other));
                    right += isMade && isGold ? 1 : 0;
                    found += isMade ? 1 : 0;
                    wanted += isGold ? 1 : 0;
                }
            }
            return Score.of(right, found, wanted);
        }

        private static boolean same(
                Function<GoldItem, Optional<String>> group, GoldItem one, GoldItem other) {
            return group.apply(one).isPresent() && group.apply(one).equals(group.apply(other));
        }
    }

    private static final class Bcubed {
        private double precisions;
        private double recalls;
        private int count;

        void add(Counting.Overlap overlap) {
            precisions += overlap.right() / overlap.made();
            recalls += overlap.right() / overlap.wanted();
            count++;
        }

        Score score() {
            return count == 0 ? new Score(1, 1) : new Score(precisions / count, recalls / count);
        }
    }
}
