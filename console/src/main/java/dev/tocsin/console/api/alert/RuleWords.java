package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.RequestBody;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.Vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a rule may name, and the answer to what it may not. */
final class RuleWords {
    static final Set<String> LANGUAGES = new TreeSet<>(List.of(Locale.getISOLanguages()));
    private static final int MOST_SHOWN = 80;

    /** A single letter of these scripts can be a word; of others it fits everywhere. */
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{N}].*[\\p{L}\\p{N}]|[\\p{IsHan}\\p{IsHangul}]", Pattern.DOTALL);

    private static final Pattern BOUND = Pattern.compile("([a-z]{2}):(.+)", Pattern.DOTALL);

    private final Optional<Set<String>> targets;
    private final RuleQueries queries;
    private final Set<String> topics = new TreeSet<>();
    private final Set<String> eventTypes = new TreeSet<>();
    private final Set<String> places = new TreeSet<>();

    /**
     * @param targets names of those who can be told; empty if that is unknown here
     */
    RuleWords(Vocabulary vocabulary, Optional<List<String>> targets, RuleQueries queries) {
        this.targets = targets.map(TreeSet::new);
        this.queries = queries;
        vocabulary.conflictTopics().stream().map(TopicName::slug).forEach(topics::add);
        vocabulary.eventTypes().stream().map(TopicName::slug).forEach(eventTypes::add);
        vocabulary.places().stream().map(Vocabulary.PlaceName::id).forEach(places::add);
    }

    List<String> topics(RequestBody body) {
        return known(body, "conflictTopics", "conflict topic", topics);
    }

    List<String> eventTypes(RequestBody body) {
        return known(body, "eventTypes", "event type", eventTypes);
    }

    List<String> places(RequestBody body) {
        return known(body, "places", "place", places);
    }

    List<String> languages(RequestBody body) {
        return known(body, "languages", "language of ISO 639-1", LANGUAGES);
    }

    List<String> feeds(RequestBody body) {
        List<String> named = body.texts("feeds");
        Set<String> found = queries.feeds(named);
        for (String feed : named) {
            if (!found.contains(feed)) {
                throw body.bad(
                        "feeds",
                        "%s is neither id nor address of a feed; /api/v1/feeds has them all."
                                .formatted(RequestBody.shown(feed)));
            }
        }
        return named;
    }

    List<String> keywords(RequestBody body) {
        List<String> keywords = body.texts("keywords");
        for (String keyword : keywords) {
            var bound = BOUND.matcher(keyword);
            String language = bound.matches() ? bound.group(1) : "en";
            String word = bound.matches() ? bound.group(2) : keyword;
            if (!LANGUAGES.contains(language)) {
                throw body.bad(
                        "keywords", RequestBody.shown(keyword) + " begins with no language.");
            }
            String plain = word.strip().replaceAll("!$", "").replace("*", "");
            if (!WORD.matcher(plain).matches()) {
                throw body.bad(
                        "keywords",
                        "%s is no word or phrase. There are: plain words, drone* for any ending, Wagner! for exact capitals, uk:слово for one language."
                                .formatted(RequestBody.shown(keyword)));
            }
        }
        return keywords;
    }

    /** Checked only where it is known who there is. */
    List<String> targets(RequestBody delivery) {
        List<String> named = delivery.texts("targets");
        if (targets.isEmpty() || named.isEmpty()) {
            return named;
        }
        if (targets.get().isEmpty()) {
            throw delivery.bad(
                    "targets",
                    "%s is no target. There are none yet; name them below \"targets:\" in alerts.yaml."
                            .formatted(RequestBody.shown(named.getFirst())));
        }
        return known(delivery, "targets", "target", targets.get());
    }

    private static List<String> known(
            RequestBody body, String field, String kind, Collection<String> known) {
        List<String> named = body.texts(field);
        for (String each : named) {
            if (!known.contains(each)) {
                throw body.bad(
                        field,
                        "%s is no %s. There are: %s."
                                .formatted(RequestBody.shown(each), kind, some(known)));
            }
        }
        return named;
    }

    private static String some(Collection<String> known) {
        String shown = String.join(", ", known.stream().limit(MOST_SHOWN).toList());
        int more = known.size() - MOST_SHOWN;
        return more > 0 ? "%s and %d more, see /api/v1/vocabulary".formatted(shown, more) : shown;
    }
}
