package dev.tocsin.enrich.explain;

import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.tag.Thresholds;
import dev.tocsin.enrich.taxonomy.ConflictTopic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says in sentences which conditions a topic's terms met in a text, and which they did not. */
final class Reasons {
    private static final int MOST_NAMED = 5;

    private final ConflictTopic conflictTopic;
    private final List<FieldFinds> fields;
    private final List<String> reasons = new ArrayList<>();

    private Reasons(ConflictTopic conflictTopic, List<FieldFinds> fields) {
        this.conflictTopic = conflictTopic;
        this.fields = fields;
    }

    static List<String> of(ConflictTopic conflictTopic, List<FieldFinds> fields) {
        return new Reasons(conflictTopic, fields).all();
    }

    private List<String> all() {
        if (!hasNames()) {
            reasons.add("none of its terms stands in the text");
        } else if (named(field -> field.hits(Role.STRONG)).isEmpty()) {
            reasons.add("no strong term");
        }
        weak();
        pairs();
        excluded();
        hidden();
        return reasons;
    }

    private boolean hasNames() {
        return Stream.of(Role.STRONG, Role.WEAK, Role.PAIR_FIRST, Role.PAIR_SECOND)
                .anyMatch(role -> !named(field -> field.hits(role)).isEmpty());
    }

    private void weak() {
        List<String> lonely = named(Reasons::withoutContext);
        if (!lonely.isEmpty()) {
            reasons.add(
                    "weak terms %s found, but no context word within %d words"
                            .formatted(listed(lonely), Thresholds.WINDOW));
        }
    }

    private static List<Hit> withoutContext(FieldFinds field) {
        return field.hits(Role.WEAK).stream()
                .filter(weak ->
                        field.context().stream()
                                .noneMatch(each -> isNear(each, weak, Thresholds.WINDOW)))
                .toList();
    }

    private void pairs() {
        List<String> halves =
                named(field ->
                        field.hits(Role.PAIR_FIRST).stream()
                                .filter(first -> isHalf(field, first))
                                .toList());
        if (!halves.isEmpty()) {
            reasons.add(
                    "%s begins a pair, but no partner stands close enough"
                            .formatted(listed(halves)));
        }
    }

    private boolean isHalf(FieldFinds field, Hit first) {
        int pair = first.entry().pair();
        int within = conflictTopic.pairs().get(pair).within();
        return field.hits(Role.PAIR_SECOND).stream()
                .filter(second -> second.entry().pair() == pair)
                .noneMatch(second -> isNear(first, second, within));
    }

    private static boolean isNear(Hit one, Hit other, int within) {
        int distance = FieldFinds.distance(one, other);
        return distance > 0 && distance <= within;
    }

    private void excluded() {
        List<String> exclusions = named(FieldFinds::exclusions);
        if (!exclusions.isEmpty() && hasNames()) {
            reasons.add(
                    "words of another world weigh against it: %s, beside %d words of conflict"
                            .formatted(listed(exclusions), named(FieldFinds::context).size()));
        }
    }

    private void hidden() {
        for (FieldFinds field : fields) {
            field.hidden().stream()
                    .map(hit -> field.quoted(hit) + " does not count" + partOf(field, hit))
                    .distinct()
                    .forEach(reasons::add);
        }
    }

    private static String partOf(FieldFinds field, Hit hidden) {
        return field.hider(hidden)
                .map(hider -> ": it is part of " + field.quoted(hider))
                .orElse("");
    }

    private List<String> named(Function<FieldFinds, List<Hit>> hits) {
        return fields.stream()
                .flatMap(field -> hits.apply(field).stream().map(field::quoted))
                .distinct()
                .toList();
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        int more = names.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
