package dev.tocsin.enrich.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Scores labelled examples and remembers what went wrong. */
public final class ExampleRun {

    /** An example that was not tagged as it should be. */
    public record Failure(Example example, Set<String> missing, Set<String> wrong) {}

    private final LabelScores scores = new LabelScores();
    private final List<Failure> failures = new ArrayList<>();
    private int count;

    /**
     * Asks about every example.
     *
     * @param tagger the confirmed topics of an example
     */
    public static ExampleRun of(List<Example> examples, Function<Example, Set<String>> tagger) {
        ExampleRun run = new ExampleRun();
        examples.forEach(example -> run.judge(example, tagger.apply(example)));
        return run;
    }

    private void judge(Example example, Set<String> found) {
        count++;
        Optional<Set<String>> right = example.right();
        Set<String> missing = new TreeSet<>(right.orElse(Set.of()));
        missing.removeAll(found);
        Set<String> wrong = new TreeSet<>(found);
        if (right.isPresent()) {
            scores.judge(right.get(), Set.of(), found);
            wrong.removeAll(right.get());
        } else {
            scores.add(example.topic(), false, found.contains(example.topic()));
            wrong.retainAll(Set.of(example.topic()));
        }
        if (!missing.isEmpty() || !wrong.isEmpty()) {
            failures.add(new Failure(example, missing, wrong));
        }
    }

    /** Examples judged. */
    public int count() {
        return count;
    }

    public LabelScores scores() {
        return scores;
    }

    /** By file and line. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Topics, and "TOTAL" for all, whose precision or recall lies below the floor. */
    public List<String> below(double floorPrecision, double floorRecall) {
        List<String> below = new ArrayList<>();
        scores.byLabel()
                .forEach((topic, tally) -> {
                    if (isBelow(tally, floorPrecision, floorRecall)) {
                        below.add(topic);
                    }
                });
        if (count > 0 && isBelow(scores.micro(), floorPrecision, floorRecall)) {
            below.add("TOTAL");
        }
        return below;
    }

    /** What was never to be found has no recall, and what was never found no precision. */
    private static boolean isBelow(Tally tally, double floorPrecision, double floorRecall) {
        boolean found = tally.hits() + tally.wrong() > 0;
        return (found && tally.precision() < floorPrecision)
                || (tally.gold() > 0 && tally.recall() < floorRecall);
    }
}
