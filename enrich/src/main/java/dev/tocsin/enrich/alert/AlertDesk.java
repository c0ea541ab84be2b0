package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.Alert;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.NewsStory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
        if (session.open(placed.article().getId())) {
            session.forgetOthers(placed.article().getId(), matches);
        }
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
        Map<String, RuleMemory> without = new TreeMap<>();
        StoryAlerts read = memory.read();
        for (Remembered match : read.of(articleId)) {
            without.put(match.ruleId(), read.rule(match.ruleId()).without(articleId));
        }
        return without.isEmpty() ? memory : read.with(without);
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
                session.open(match.article().id());
                session.enter(match);
            }
        }
        return session.decision();
    }

    /** A story has become part of another, which takes over its alerts unless it has its own. */
    public Decision absorbed(StoryAlerts into, StoryAlerts from, NewsStory story, Instant now) {
        Session session = new Session(into, story, now);
        session.readAll();
        for (String rule : new TreeSet<>(from.ruleIds())) {
            if (rules.find(rule).isPresent()) {
                session.merge(rule, from.rule(rule));
            }
        }
        return session.decision();
    }

    /** One input's way through the memory of a story. */
    private final class Session {
        private final StoryAlerts given;
        private StoryAlerts before;
        private final Map<String, RuleMemory> changes = new TreeMap<>();
        private final NewsStory story;
        private final Instant now;
        private final TreeSet<String> grown = new TreeSet<>();

        Session(StoryAlerts given, NewsStory story, Instant now) {
            this.given = given;
            this.before = given.keeping(rules::knows);
            this.story = story;
            this.now = now.truncatedTo(ChronoUnit.MILLIS);
        }

        /** An article comes. If it was there before, any rule may have to let go of it. */
        boolean open(String articleId) {
            boolean isKnown = before.knows(articleId);
            if (isKnown) {
                readAll();
            }
            return isKnown;
        }

        void readAll() {
            before = before.read();
        }

        /** A revised article may fit other rules than before. */
        void forgetOthers(String articleId, List<RuleMatch> matches) {
            Set<String> fitting = new HashSet<>();
            matches.forEach(match -> fitting.add(match.rule().getId()));
            for (Remembered known : before.of(articleId)) {
                RuleMemory rule = rule(known.ruleId());
                if (!fitting.contains(known.ruleId())) {
                    change(known.ruleId(), rule, rule.without(articleId));
                }
            }
        }

        void enter(Remembered match) {
            String id = match.ruleId();
            RuleMemory old = rule(id);
            if (!old.knows(match.article().id()) || old.raised().isEmpty()) {
                grown.add(id);
            }
            change(id, old, old.with(match));
        }

        void merge(String id, RuleMemory other) {
            RuleMemory alone = rule(id);
            RuleMemory both = alone.merged(other);
            change(id, alone, both);
            if (both.articles() > alone.articles() || !both.raised().equals(alone.raised())) {
                grown.add(id);
            }
        }

        private RuleMemory rule(String id) {
            RuleMemory changed = changes.get(id);
            return changed == null ? before.rule(id) : changed;
        }

        private void change(String id, RuleMemory old, RuleMemory next) {
            if (next != old) {
                changes.put(id, next);
            }
        }

        Decision decision() {
            List<Alert> alerts =
                    grown.stream()
                            .flatMap(id -> rules.atWork(id).stream())
                            .filter(this::isDue)
                            .map(this::tell)
                            .toList();
            return new Decision(memory(), alerts);
        }

        private StoryAlerts memory() {
            return changes.isEmpty() && given.ruleIds().size() == before.ruleIds().size()
                    ? given
                    : before.with(changes);
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
            changes.put(rule.getId(), told);
            return new AlertWriter(rule, told, alert).write(story, now);
        }

        private String id(AlertRule rule) {
            return AlertId.of(rule.getId(), story.getId());
        }
    }
}
