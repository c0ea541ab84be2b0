package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertKind;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.schemas.TaggedArticle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rules, compiled. Immutable, thread-safe. An article is held against all rules at once; its
 * cost hardly grows with their number.
 *
 * <p>A country is fitted by articles that name it in the title or have a fifth of all they name
 * there; another place by those that name it in title or summary, or as a tenth of what they name.
 * Publishers and classes are compared without case.
 */
public final class RuleBook {

    /** No rules at all. */
    public static final RuleBook EMPTY = of(List.of());

    private final Map<String, AlertRule> all = new LinkedHashMap<>();
    private final List<AlertRule> atWork = new ArrayList<>();
    private final Condition topics = new Condition();
    private final Condition eventTypes = new Condition();
    private final Condition places = new Condition();
    private final Condition sourceClasses = new Condition();
    private final Condition publishers = new Condition();
    private final Condition languages = new Condition();
    private final Condition keywordsAsked = new Condition();
    private final Keywords keywords;

    private RuleBook(List<AlertRule> rules) {
        for (AlertRule rule : rules) {
            all.put(rule.getId(), rule);
        }
        all.values().stream().filter(RuleBook::isAtWork).forEach(this::add);
        this.keywords =
                new Keywords(atWork.stream().flatMap(each -> each.getKeywords().stream()).toList());
    }

    /** A book of these rules; disabled ones, and kinds other than STORY, never match. */
    public static RuleBook of(Collection<AlertRule> rules) {
        return new RuleBook(rules.stream().sorted(Comparator.comparing(AlertRule::getId)).toList());
    }

    private static boolean isAtWork(AlertRule rule) {
        return rule.getEnabled() && rule.getKind() == AlertKind.STORY;
    }

    private void add(AlertRule rule) {
        int number = atWork.size();
        atWork.add(rule);
        topics.add(number, ArticleSigns.topicsAsked(rule));
        eventTypes.add(number, rule.getEventTypes());
        places.add(number, rule.getPlaces());
        sourceClasses.add(number, ArticleSigns.plain(rule.getSourceClasses()));
        publishers.add(number, ArticleSigns.plain(rule.getPublishers()));
        languages.add(number, rule.getLanguages());
        keywordsAsked.add(number, rule.getKeywords());
    }

    /** Every rule, by id. */
    public Collection<AlertRule> rules() {
        return List.copyOf(all.values());
    }

    /** Whether there is a rule of that id. */
    boolean knows(String id) {
        return all.containsKey(id);
    }

    /** The rule of that id, if there is one. */
    public Optional<AlertRule> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The rule, if it is there and not switched off. */
    Optional<AlertRule> atWork(String id) {
        return find(id).filter(RuleBook::isAtWork);
    }

    /** Rules whose conditions on an article hold for this one, by id, with quotes. */
    public List<RuleMatch> match(TaggedArticle article) {
        BitSet fitting = topics.satisfied(ArticleSigns.topics(article));
        if (fitting.isEmpty()) {
            return List.of();
        }
        eventTypes.filter(fitting, ArticleSigns.eventTypes(article));
        places.filter(fitting, ArticleSigns.places(article));
        languages.filter(fitting, List.of(article.getLanguage()));
        sourceClasses.filter(fitting, ArticleSigns.sourceClass(article));
        publishers.filter(fitting, ArticleSigns.publisher(article));
        List<KeywordHit> hits = hits(fitting, article);
        keywordsAsked.filter(fitting, hits.stream().map(hit -> hit.keyword().written()).toList());
        return fitting.isEmpty() ? List.of() : matches(fitting, new Quotes(article, hits));
    }

    /** The text is searched only if the answer can matter. */
    private List<KeywordHit> hits(BitSet fitting, TaggedArticle article) {
        return keywordsAsked.asksAny(fitting) ? keywords.find(article) : List.of();
    }

    private List<RuleMatch> matches(BitSet fitting, Quotes quotes) {
        return fitting.stream()
                .mapToObj(atWork::get)
                .map(rule -> new RuleMatch(rule, quotes.of(rule)))
                .toList();
    }
}
