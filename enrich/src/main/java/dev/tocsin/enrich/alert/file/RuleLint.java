package dev.tocsin.enrich.alert.file;

import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.yaml.YamlException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds rules that cannot be read, and rules that can never fire or probably say something else.
 */
public final class RuleLint {
    private static final Pattern BOUND = Pattern.compile("[a-z]{2}:.*", Pattern.DOTALL);

    private final String file;
    private final Taxonomy taxonomy;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private RuleLint(String file, Taxonomy taxonomy, LocalDate today) {
        this.file = file;
        this.taxonomy = taxonomy;
        this.today = today;
    }

    /**
     * All findings by line.
     *
     * @param file name for messages
     */
    public static List<Finding> check(
            String file, RuleList list, Taxonomy taxonomy, LocalDate today) {
        RuleLint lint = new RuleLint(file, taxonomy, today);
        for (YamlException problem : list.problems()) {
            lint.findings.add(
                    new Finding(
                            problem.file(),
                            problem.line(),
                            Finding.Severity.ERROR,
                            problem.problem()));
        }
        list.rules().forEach(lint::check);
        return lint.findings.stream().sorted().toList();
    }

    /** A warning at the line of a rule. */
    public static Finding warning(String file, AlertRule rule, String message) {
        return new Finding(
                file,
                line(rule),
                Finding.Severity.WARNING,
                "rule \"%s\" %s".formatted(rule.getId(), message));
    }

    /** Where the rule begins in its file, from 1; 0 if it comes from none. */
    static int line(AlertRule rule) {
        String origin = rule.getOrigin();
        String digits = origin.substring(origin.lastIndexOf(':') + 1);
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private void check(AlertRule rule) {
        if (rule.getKind() == AlertKind.STORY) {
            checkStory(rule);
        }
        if (rule.getDelivery().getTargets().isEmpty()) {
            warn(rule, "tells nobody: its alerts stand on the page, in the API and in Kafka only");
        }
        checkUpdates(rule);
    }

    private void checkStory(AlertRule rule) {
        if (asksNothing(rule)) {
            warn(rule, "asks for nothing: every story fits");
        }
        if (!rule.getConfirmedOnly() && rule.getConflictTopics().isEmpty()) {
            warn(rule, "says \"confirmed: false\", which means nothing without \"topics\"");
        }
        checkLanguages(rule);
        checkStarts(rule);
        int publishers = rule.getPublishers().size();
        if (publishers > 0 && rule.getMinOrigins() > publishers) {
            warn(
                    rule,
                    "can hardly fire: it asks for %d independent origins and lists %d publishers"
                            .formatted(rule.getMinOrigins(), publishers));
        }
    }

    private static boolean asksNothing(AlertRule rule) {
        return rule.getConflictTopics().isEmpty()
                && rule.getEventTypes().isEmpty()
                && rule.getPlaces().isEmpty()
                && rule.getSourceClasses().isEmpty()
                && rule.getPublishers().isEmpty()
                && rule.getLanguages().isEmpty()
                && rule.getKeywords().isEmpty()
                && rule.getMinOrigins() <= 1;
    }

    private void checkLanguages(AlertRule rule) {
        if (rule.getLanguages().isEmpty() || rule.getKeywords().isEmpty()) {
            return;
        }
        List<String> lost =
                rule.getKeywords().stream()
                        .filter(each -> BOUND.matcher(each).matches())
                        .filter(each -> !rule.getLanguages().contains(each.substring(0, 2)))
                        .toList();
        if (lost.size() == rule.getKeywords().size()) {
            warn(rule, "can never fire: its keywords are of other languages than its articles");
        } else if (!lost.isEmpty()) {
            warn(
                    rule,
                    "never looks for \"%s\": its articles are of other languages"
                            .formatted(lost.getFirst().substring(3)));
        }
    }

    private void checkStarts(AlertRule rule) {
        List<String> topics = rule.getConflictTopics();
        boolean allLater =
                !topics.isEmpty()
                        && topics.stream()
                                .allMatch(slug ->
                                        taxonomy.find(slug)
                                                .flatMap(ConflictTopic::starts)
                                                .filter(today::isBefore)
                                                .isPresent());
        if (allLater) {
            warn(rule, "cannot fire yet: all its topics start after today");
        }
    }

    private void checkUpdates(AlertRule rule) {
        for (int origins : rule.getDelivery().getUpdateAtOrigins()) {
            if (origins <= rule.getMinOrigins()) {
                warn(
                        rule,
                        "never tells of an update at %d origins: it is raised at %d"
                                .formatted(origins, rule.getMinOrigins()));
            }
        }
    }

    private void warn(AlertRule rule, String message) {
        findings.add(warning(file, rule, message));
    }
}
