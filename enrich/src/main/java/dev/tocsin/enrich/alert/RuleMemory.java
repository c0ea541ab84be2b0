package dev.tocsin.enrich.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of one rule in one story.
 *
 * @param matches in the order of their coming, {@value #MOST} at most
 * @param further what came after that
 */
record RuleMemory(List<Remembered> matches, Further further, Optional<Raised> raised)
        implements KeptRule {

    static final RuleMemory NONE = new RuleMemory(List.of(), Further.NONE, Optional.empty());

    /** Matches that are remembered singly. */
    static final int MOST = 200;

    /** Matches that are remembered with their quotes: three times what an alert shows. */
    static final int MOST_QUOTED = 60;

    RuleMemory {
        matches = List.copyOf(matches);
    }

    boolean isEmpty() {
        return matches.isEmpty() && further.articles() == 0 && raised.isEmpty();
    }

    boolean knows(String articleId) {
        return position(articleId) >= 0;
    }

    /**
     * With the match, in the place of a former one of the same article if there is one; the same
     * object if that says the same.
     */
    RuleMemory with(Remembered match) {
        int position = position(match.article().id());
        if (position >= 0) {
            Remembered former = matches.get(position);
            Remembered next = former.woke() ? match.awake() : match;
            return next.equals(former) ? this : withMatches(replaced(position, next));
        }
        if (matches.size() >= MOST) {
            return new RuleMemory(matches, further.and(match.article()), raised);
        }
        List<Remembered> more = new ArrayList<>(matches);
        more.add(matches.size() < MOST_QUOTED ? match : match.withoutQuotes());
        return withMatches(more);
    }

    private List<Remembered> replaced(int position, Remembered match) {
        List<Remembered> changed = new ArrayList<>(matches);
        changed.set(position, match);
        return changed;
    }

    /** Without the article; the same object if it is not known. */
    RuleMemory without(String articleId) {
        return knows(articleId)
                ? withMatches(
                        matches.stream()
                                .filter(each -> !each.article().id().equals(articleId))
                                .toList())
                : this;
    }

    /** With all that another story remembers of the rule; the alert of this one goes before. */
    RuleMemory merged(RuleMemory other) {
        RuleMemory merged = this;
        for (Remembered match : other.matches) {
            merged = merged.knows(match.article().id()) ? merged : merged.with(match);
        }
        return new RuleMemory(
                merged.matches, merged.further.and(other.further), raised.or(other::raised));
    }

    /** With the alert; whatever fits now has been part of it. */
    RuleMemory raised(Raised alert) {
        return new RuleMemory(
                matches.stream().map(Remembered::awake).toList(), further, Optional.of(alert));
    }

    int articles() {
        return matches.size() + further.articles();
    }

    int copies() {
        return (int) matches.stream().filter(each -> each.article().isCopy()).count()
                + further.copies();
    }

    int origins() {
        Set<String> origins = new HashSet<>(further.origins());
        matches.forEach(each -> origins.add(each.article().origin()));
        return origins.size();
    }

    /** Independent origins of articles that have not been part of an alert. */
    int freshOrigins() {
        Set<String> origins = new HashSet<>(further.origins());
        for (Remembered each : matches) {
            if (!each.woke()) {
                origins.add(each.article().origin());
            }
        }
        return origins.size();
    }

    private RuleMemory withMatches(List<Remembered> changed) {
        return new RuleMemory(changed, further, raised);
    }

    private int position(String articleId) {
        for (int i = 0; i < matches.size(); i++) {
            if (matches.get(i).article().id().equals(articleId)) {
                return i;
            }
        }
        return -1;
    }
}
