package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class EvaluateEventsTest {

    @TempDir private Path folder = Path.of("unset");

    @Test
    void bothFormatsAreReadAndLinesThatCannotBeJudgedAreCounted() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("gold.jsonl"),
                        """
                        {"title": "Truce holds", "events": ["ceasefire"], "labels": ["x"]}
                        {"title": "Not judged", "events": null}
                        {"title": "About no conflict", "events": ["protest"], "labels": []}
                        {"text": "Jets bombed the bridge", "acled_subtype": "AIR_STRIKE"}
                        {"text": "A river rose", "acled_subtype": "NATURAL_DISASTER"}
                        {"text": "Police held six men", "acled_subtype": "ARREST"}
                        """);
        List<Set<String>> gold = new ArrayList<>();

        int leftOut = EventGold.read(file, each -> gold.add(each.eventTypes()));

        assertThat(gold)
                .containsExactly(
                        Set.of("ceasefire"), Set.of("air-drone-missile-shelling"), Set.of());
        assertThat(leftOut).isEqualTo(3);
    }

    @Test
    void aLineThatIsNoGoldIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("gold.jsonl"), "{\"title\": \"x\"}\n");

        assertThatThrownBy(() -> EventGold.read(file, each -> {}))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("gold.jsonl:1")
                .hasMessageContaining("events");
    }

    @Test
    void scoresCountEveryTypeOnce() {
        EventScores scores = new EventScores();
        scores.add(Set.of("protest", "ceasefire"), Set.of("protest", "cyber"));
        scores.add(Set.of("protest"), Set.of());

        assertThat(scores.micro()).isEqualTo(new EventScores.Count(3, 2, 1));
        assertThat(scores.micro().precision()).isEqualTo(0.5);
        assertThat(scores.micro().f1()).isEqualTo(0.4);
        assertThat(scores.byType().get("protest")).isEqualTo(new EventScores.Count(2, 1, 1));
        assertThat(scores.macroF1()).isEqualTo((2.0 / 3 + 0) / 2);
    }
}
