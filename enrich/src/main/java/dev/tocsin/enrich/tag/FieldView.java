package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Entry;
import dev.tocsin.enrich.match.FieldHits;
import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.schemas.TextField;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** One field of an article: its hits, sorted by what they are good for. */
final class FieldView {

    /** Words of the body that count as early, in characters. */
    static final int EARLY = 600;

    static final int WINDOW = 20;

    /** Length of a passage in characters: about a paragraph of news. */
    private static final int PASSAGE = 500;

    private static final int SHORTEST_SENTENCE = 40;

    /** A shorter text counts as if it had so many passages. */
    private static final int FEWEST_PASSAGES = 5;

    private final TextField field;
    private final FieldHits found;
    private final List<Hit> sharedContext = new ArrayList<>();
    private final List<Hit> exclusions = new ArrayList<>();

    FieldView(TextField field, FieldHits found) {
        this.field = field;
        this.found = found;
        for (Hit hit : found.hits()) {
            if (hit.entry().role() == Role.EXCLUSION) {
                exclusions.add(hit);
            } else if (hit.entry().conflict() == Entry.SHARED) {
                sharedContext.add(hit);
            }
        }
    }

    TextField field() {
        return field;
    }

    FieldHits found() {
        return found;
    }

    boolean isBlank() {
        return found.tokens().count() == 0;
    }

    boolean isEarly(Hit hit) {
        return found.start(hit) < EARLY;
    }

    /** Hits of a conflict in the roles asked for, in the order of the text. */
    List<Hit> hits(int conflict, Role role) {
        List<Hit> hits = List.of();
        for (Hit hit : found.hits()) {
            if (hit.entry().conflict() == conflict && hit.entry().role() == role) {
                hits = hits.isEmpty() ? new ArrayList<>() : hits;
                hits.add(hit);
            }
        }
        return hits;
    }

    /** Length of the text in characters. */
    int length() {
        return found.text().length();
    }

    /** The share of the text's passages in which one of the hits begins, 0 to 1. */
    double share(List<Hit> hits) {
        BitSet passages = new BitSet();
        hits.forEach(hit -> passages.set(found.start(hit) / PASSAGE));
        int all = Math.ceilDiv(length(), PASSAGE);
        return passages.cardinality() / (double) Math.max(FEWEST_PASSAGES, all);
    }

    /** Whether a name of the conflict or of one of its parties stands here. */
    boolean isNamed(int conflict) {
        return firstName(conflict) < Integer.MAX_VALUE;
    }

    /**
     * Where the conflict or one of its parties is first named, in characters; the greatest number
     * if it is not. The first half of a pair is a party, the second what it is named with.
     */
    int firstName(int conflict) {
        for (Hit hit : found.hits()) {
            Entry entry = hit.entry();
            if (entry.conflict() == conflict
                    && entry.isName()
                    && entry.role() != Role.PAIR_SECOND) {
                return found.start(hit);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Where the first sentence ends, in characters; one too short to be one is passed over. */
    int firstSentence() {
        String text = found.text();
        for (int at = SHORTEST_SENTENCE; at + 1 < text.length(); at++) {
            if (".!?".indexOf(text.charAt(at)) >= 0
                    && Character.isWhitespace(text.charAt(at + 1))) {
                return at;
            }
        }
        return text.length();
    }

    /** The context word nearest to the hit, if one stands in the window around it. */
    Optional<Hit> contextNear(int conflict, Hit hit) {
        Hit best = nearest(sharedContext, hit, null);
        best = nearest(hits(conflict, Role.CONTEXT), hit, best);
        return Optional.ofNullable(best);
    }

    boolean hasContext(int conflict) {
        return contextCount(conflict) > 0;
    }

    /** How many different places speak of war. */
    int contextCount(int conflict) {
        return sharedContext.size() + hits(conflict, Role.CONTEXT).size();
    }

    int exclusionCount() {
        return exclusions.size();
    }

    int exclusionsNear(Hit hit) {
        int near = 0;
        for (Hit exclusion : exclusions) {
            near += distance(exclusion, hit) <= WINDOW ? 1 : 0;
        }
        return near;
    }

    private static @Nullable Hit nearest(List<Hit> contexts, Hit hit, @Nullable Hit bestSoFar) {
        Hit best = bestSoFar;
        for (Hit context : contexts) {
            int distance = distance(context, hit);
            if (distance > 0
                    && distance <= WINDOW
                    && (best == null || distance < distance(best, hit))) {
                best = context;
            }
        }
        return best;
    }

    /** Words from one hit to the other; 0 if they overlap. */
    static int distance(Hit one, Hit other) {
        if (one.first() > other.last()) {
            return one.first() - other.last();
        }
        return Math.max(0, other.first() - one.last());
    }
}
