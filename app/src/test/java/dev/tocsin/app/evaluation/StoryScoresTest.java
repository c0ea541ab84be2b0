package dev.tocsin.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class StoryScoresTest {
    private static final List<GoldItem> GOLD =
            List.of(
                    item("a", "x", "c", "n"),
                    item("b", "x", "c", "n"),
                    item("c", "y", "", "n"),
                    item("d", "z", "", ""));

    private static GoldItem item(String id, String story, String copyGroup, String near) {
        return new GoldItem(
                id,
                story,
                Optional.of(copyGroup).filter(group -> !group.isEmpty()),
                near.isEmpty() ? Set.of() : Set.of(near));
    }

    private static Placement in(String story) {
        return new Placement(story, Optional.empty());
    }

    /** a, b and c together: b and a are right, c is not. */
    private static final Map<String, Placement> TOGETHER =
            Map.of("a", in("1"), "b", in("1"), "c", in("1"), "d", in("2"));

    @Test
    void scoresByHand() {
        StoryScores scores = StoryScores.of(GOLD, TOGETHER, false);

        assertThat(scores.bcubed().precision())
                .isCloseTo((2 / 3.0 * 2 + 1 / 3.0 + 1) / 4, within(1e-9));
        assertThat(scores.bcubed().recall()).isEqualTo(1);
        assertThat(scores.bcubedTogether().precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(scores.pairs().precision()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(scores.pairs().recall()).isEqualTo(1);
        assertThat(scores.copies().recall()).isZero();
    }

    @Test
    void leniencyForgivesNearArticlesPutTogether() {
        StoryScores scores = StoryScores.of(GOLD, TOGETHER, true);

        assertThat(scores.pairs().precision()).isEqualTo(1);
        assertThat(scores.bcubed().precision()).isEqualTo(1);
    }

    @Test
    void everyArticleNeedsAPlacement() {
        assertThatThrownBy(() -> StoryScores.of(GOLD, Map.of("a", in("1")), false))
                .hasMessageContaining("no placement for article");
    }
}
