package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.NewsStory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Decides when a story is worth an alert: when the articles of it that fit a rule come from as many
 * independent origins as the rule asks for. There is one alert per rule and story; later articles
 * that fit come under its id with a higher sequence. An article that was part of an alert never
 * helps to raise another of the same rule, wherever it moves.
 *
 * <p>An article is judged by the rules as they stand when it comes. A changed rule keeps its
 * alerts, a removed one is forgotten.
 *
 * <p>A pure function: the same inputs give the same alerts, ids included. Thread-safe.
 */
public final class AlertDesk {
    private final RuleBook rules;

    public AlertDesk(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * @param memory what to remember from now on; the same object if nothing is new
     * @param alerts raised or updated, by rule
     */
    public record Decision(StoryAlerts memory, List<Alert> alerts) {

        public Decision {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * An article has been filed under the story, or filed there before and changed since.
     *
     * @param story as it stands now
     */
    public Decision filed(StoryAlerts memory, Placed placed, NewsStory story, Instant now) {
        List<RuleMatch> matches = rules.match(placed.article());
        Session session = new Session(memory, story, now);
        session.forgetOthers(placed.article().getId(), matches);
        if (!matches.isEmpty()) {
            MatchedArticle article = MatchedArticle.of(placed);
            for (RuleMatch match : matches) {
                String rule = match.rule().getId();
                session.enter(new Remembered(rule, article, match.quotes(), false));
            }
        }
        return session.decision();
    }

    /** An article has left this story for another one: returns the memory without it. */
    public StoryAlerts moved(StoryAlerts memory, String articleId) {
        StoryAlerts without = memory;
        for (Remembered match : memory.of(articleId)) {
            String rule = match.ruleId();
            without = without.with(rule, without.rule(rule).without(articleId));
        }
        return without;
    }

    /**
     * Files an article that came from another story, by what {@link StoryAlerts#of} remembered of
     * it there.
     */
    public Decision refiled(
            StoryAlerts memory, List<Remembered> matches, NewsStory story, Instant now) {
        Session session = new Session(memory, story, now);
        for (Remembered match : matches) {
            if (rules.atWork(match.ruleId()).isPresent()) {
                session.enter(match);
            }
        }
        return session.decision();
    }

    /** A story has become part of another, which takes over its alerts unless it has its own. */
    public Decision absorbed(StoryAlerts into, StoryAlerts from, NewsStory story, Instant now) {
        Session session = new Session(into, story, now);
        for (String rule : new TreeSet<>(from.rules().keySet())) {
            if (rules.find(rule).isPresent()) {
                session.merge(rule, from.rule(rule));
            }
        }
        return session.decision();
    }

    /** One input's way through the memory of a story. */
    private final class Session {
        private final StoryAlerts before;
        private final Map<String, RuleMemory> memory;
        private final NewsStory story;
        private final Instant now;
        private final TreeSet<String> grown = new TreeSet<>();
        private boolean changed;

        Session(StoryAlerts before, NewsStory story, Instant now) {
            this.before = before;
            this.memory = new HashMap<>(before.rules());
            this.story = story;
            this.now = now.truncatedTo(ChronoUnit.MILLIS);
            this.changed = memory.keySet().removeIf(rule -> rules.find(rule).isEmpty());
        }

        /** A revised article may fit other rules than before. */
        void forgetOthers(String articleId, List<RuleMatch> matches) {
            Set<String> fitting = new HashSet<>();
            matches.forEach(match -> fitting.add(match.rule().getId()));
            for (String rule : List.copyOf(memory.keySet())) {
                if (!fitting.contains(rule)) {
                    change(rule, each -> each.without(articleId));
                }
            }
        }

        void enter(Remembered match) {
            RuleMemory rule = rule(match.ruleId());
            if (!rule.knows(match.article().id()) || rule.raised().isEmpty()) {
                grown.add(match.ruleId());
            }
            change(match.ruleId(), each -> each.with(match));
        }

        void merge(String id, RuleMemory other) {
            RuleMemory alone = rule(id);
            change(id, each -> each.merged(other));
            RuleMemory both = rule(id);
            if (both.articles() > alone.articles() || !both.raised().equals(alone.raised())) {
                grown.add(id);
            }
        }

        private RuleMemory rule(String id) {
            return memory.getOrDefault(id, RuleMemory.NONE);
        }

        private void change(String id, UnaryOperator<RuleMemory> change) {
            RuleMemory old = rule(id);
            RuleMemory next = change.apply(old);
            if (next != old) {
                put(id, next);
            }
        }

        private void put(String id, RuleMemory rule) {
            changed = true;
            if (rule.isEmpty()) {
                memory.remove(id);
            } else {
                memory.put(id, rule);
            }
        }

        Decision decision() {
            List<Alert> alerts =
                    grown.stream()
                            .flatMap(id -> rules.atWork(id).stream())
                            .filter(this::isDue)
                            .map(this::tell)
                            .toList();
            return new Decision(changed ? new StoryAlerts(memory) : before, alerts);
        }

        private boolean isDue(AlertRule rule) {
            RuleMemory remembered = rule(rule.getId());
            return remembered.raised().isPresent()
                    || remembered.freshOrigins() >= Math.max(1, rule.getMinOrigins());
        }

        private Alert tell(AlertRule rule) {
            RuleMemory remembered = rule(rule.getId());
            Raised alert =
                    remembered
                            .raised()
                            .map(Raised::next)
                            .orElseGet(() -> new Raised(id(rule), 1, now));
            RuleMemory told = remembered.raised(alert);
            put(rule.getId(), told);
            return new AlertWriter(rule, told, alert).write(story, now);
        }

        private String id(AlertRule rule) {
            return AlertId.of(rule.getId(), story.getId());
        }
    }
}
