package dev.tocsin.enrich.explain;

import dev.tocsin.enrich.match.Matcher;
import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.tag.Tagger;
import dev.tocsin.enrich.tag.Thresholds;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermPair;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.Tier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Explains tags with the tagger's own scores and the matcher's own hits. Thread-safe. */
public final class Explainer {
    private final Taxonomy taxonomy;
    private final Tagger tagger;
    private final Matcher matcher;

    public Explainer(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.tagger = new Tagger(taxonomy);
        this.matcher = Matcher.compile(taxonomy);
    }

    /** Why the article is, or is not, filed under the topic. */
    public Explanation explain(ConflictTopic conflictTopic, ArticleText article) {
        List<Tag> scores = tagger.scores(article);
        Optional<Tag> own =
                scores.stream()
                        .filter(tag -> tag.getConflictTopic().equals(conflictTopic.slug()))
                        .findFirst();
        Tier tier = own.map(Tag::getTier).orElse(Tier.UNKNOWN);
        List<FieldFinds> fields = fields(conflictTopic, article);
        List<Evidence> evidence = own.map(Tag::getEvidence).orElse(List.of());
        return new Explanation(
                Explanation.Subject.TOPIC,
                conflictTopic.slug(),
                tier,
                own.map(Tag::getScore).orElse(0.0),
                evidence.stream().map(hit -> QuotedHit.of(hit, text(hit, article))).toList(),
                tier == Tier.CONFIRMED
                        ? List.of()
                        : reasons(conflictTopic, article, own, scores, fields),
                evidence.isEmpty() ? near(conflictTopic, article, fields) : List.of());
    }

    /** Every topic of which the article holds anything that counts, the best first. */
    public List<Explanation> explainAll(ArticleText article) {
        return tagger.scores(article).stream()
                .filter(tag -> tag.getScore() > 0)
                .flatMap(tag -> taxonomy.find(tag.getConflictTopic()).stream())
                .map(topic -> explain(topic, article))
                .toList();
    }

    private List<String> reasons(
            ConflictTopic conflictTopic,
            ArticleText article,
            Optional<Tag> own,
            List<Tag> all,
            List<FieldFinds> fields) {
        List<String> reasons = new ArrayList<>();
        tooEarly(conflictTopic, article).ifPresent(reasons::add);
        own.filter(tag -> tag.getScore() > 0).ifPresent(tag -> reasons.add(score(tag, all)));
        reasons.addAll(Reasons.of(conflictTopic, fields));
        return reasons;
    }

    private static Optional<String> tooEarly(ConflictTopic conflictTopic, ArticleText article) {
        LocalDate day = LocalDate.ofInstant(article.eventAt(), ZoneOffset.UTC);
        return conflictTopic
                .starts()
                .filter(starts -> starts.isAfter(day))
                .map(starts ->
                        "start date " + starts + " is after the article's date (" + day + ")");
    }

    private static String score(Tag own, List<Tag> all) {
        if (own.getScore() < Thresholds.CONFIRMED) {
            return String.format(
                    Locale.ROOT, "score %.2f below %.1f", own.getScore(), Thresholds.CONFIRMED);
        }
        Optional<Tag> better = all.stream().filter(Explainer::isNamedOutright).findFirst();
        if (!isNamedOutright(own)
                && better.isPresent()
                && own.getScore() < better.get().getScore() * Thresholds.SHARE_OF_BETTER_KNOWN) {
            return below(
                    own,
                    Thresholds.SHARE_OF_BETTER_KNOWN,
                    "score of a topic that strong terms tell",
                    better.get());
        }
        return below(own, Thresholds.SHARE_OF_BEST, "best topic's score", all.getFirst());
    }

    private static String below(Tag own, double share, String what, Tag other) {
        return String.format(
                Locale.ROOT,
                "score %.2f below %.0f %% of the %s (%s: %.2f)",
                own.getScore(),
                share * 100,
                what,
                other.getConflictTopic(),
                other.getScore());
    }

    private static boolean isNamedOutright(Tag tag) {
        return tag.getEvidence().stream()
                .map(Evidence::getRole)
                .anyMatch(role -> role == EvidenceRole.STRONG || role == EvidenceRole.PAIR);
    }

    private List<FieldFinds> fields(ConflictTopic conflictTopic, ArticleText article) {
        int conflict = taxonomy.conflictTopics().indexOf(conflictTopic);
        String language = article.language();
        return List.of(
                new FieldFinds("title", conflict, matcher, language, article.title()),
                new FieldFinds("summary", conflict, matcher, language, article.summary()),
                new FieldFinds("body", conflict, matcher, language, article.body().orElse("")));
    }

    private static List<String> near(
            ConflictTopic conflictTopic, ArticleText article, List<FieldFinds> fields) {
        return NearTerms.of(
                names(conflictTopic),
                List.of(article.title(), article.summary(), article.body().orElse("")),
                fields.stream().flatMap(field -> field.names().stream()).toList());
    }

    private static List<Term> names(ConflictTopic conflictTopic) {
        List<Term> names = new ArrayList<>(conflictTopic.strong());
        names.addAll(conflictTopic.weak());
        for (TermPair pair : conflictTopic.pairs()) {
            names.addAll(pair.first());
            names.addAll(pair.second());
        }
        return names;
    }

    private static String text(Evidence hit, ArticleText article) {
        return switch (hit.getField()) {
            case TITLE -> article.title();
            case SUMMARY -> article.summary();
            case BODY, UNKNOWN -> article.body().orElse("");
        };
    }
}
