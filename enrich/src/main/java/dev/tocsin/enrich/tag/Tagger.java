package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.match.Entry;
import dev.tocsin.enrich.match.Hit;
import dev.tocsin.enrich.match.Matcher;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.Tier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files articles under conflict topics: a pure function of article and taxonomy. Thread-safe. */
public final class Tagger {

    private static final Comparator<Tag> ORDER =
            Comparator.comparingDouble(Tag::getScore)
                    .reversed()
                    .thenComparing(Tag::getConflictTopic);

    private final Taxonomy taxonomy;
    private final Matcher matcher;

    public Tagger(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.matcher = Matcher.compile(taxonomy);
    }

    /** Tags by falling score, then slug; empty if the article is about no conflict known. */
    public List<Tag> tag(ArticleText article) {
        return tag(article, reading(article));
    }

    /** The same for an article whose words are known already. */
    public List<Tag> tag(ArticleText article, Reading reading) {
        return tags(scored(article, reading), Weights.RELATED);
    }

    /**
     * The score of every conflict that the article names, in the same order. Those that reach no
     * tier are of tier UNKNOWN.
     */
    public List<Tag> scores(ArticleText article) {
        return tags(scored(article, reading(article)), Double.NEGATIVE_INFINITY);
    }

    private static Reading reading(ArticleText article) {
        return Reading.of(article.title(), article.summary(), article.body());
    }

    private List<ConflictScore> scored(ArticleText article, Reading reading) {
        FieldView title = view(article, reading.title());
        FieldView summary = view(article, reading.summary());
        FieldView body = view(article, reading.body());
        LeadScorer lead = new LeadScorer(title, summary);
        BodyScorer rest = new BodyScorer(body, lead.isBlank());
        List<ConflictScore> scores = new ArrayList<>();
        named(List.of(title, summary, body))
                .filter(conflict -> hasBegun(conflict, article.eventAt()))
                .forEach(conflict -> scores.add(score(conflict, lead, rest)));
        return scores;
    }

    /** Version of the taxonomy that the tags follow. */
    public String taxonomyVersion() {
        return taxonomy.version();
    }

    private FieldView view(ArticleText article, Passage passage) {
        return new FieldView(
                passage.field(),
                matcher.match(article.language(), passage.text(), passage.tokens()));
    }

    private static IntStream named(List<FieldView> views) {
        BitSet conflicts = new BitSet();
        for (FieldView view : views) {
            for (Hit hit : view.found().hits()) {
                if (hit.entry().conflict() != Entry.SHARED) {
                    conflicts.set(hit.entry().conflict());
                }
            }
        }
        return conflicts.stream();
    }

    private boolean hasBegun(int conflict, Instant eventAt) {
        return taxonomy.conflictTopics()
                .get(conflict)
                .starts()
                .map(day -> !eventAt.isBefore(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElse(true);
    }

    private ConflictScore score(int conflict, LeadScorer lead, BodyScorer body) {
        ConflictTopic conflictTopic = taxonomy.conflictTopics().get(conflict);
        ConflictScore score = new ConflictScore(conflict);
        lead.score(conflictTopic, score);
        body.score(conflictTopic, score);
        return score;
    }

    private List<Tag> tags(List<ConflictScore> scores, double least) {
        double cut = cut(scores.stream(), Weights.SHARE_OF_BEST);
        double cutOfWeak =
                cut(
                        scores.stream().filter(ConflictScore::isNamedOutright),
                        Weights.SHARE_OF_BETTER_KNOWN);
        return scores.stream()
                .filter(score -> score.total() >= least)
                .map(score ->
                        tag(
                                score,
                                tier(
                                        score,
                                        score.isNamedOutright() ? cut : Math.max(cut, cutOfWeak))))
                .sorted(ORDER)
                .toList();
    }

    private static double cut(Stream<ConflictScore> scores, double share) {
        double best = scores.mapToDouble(ConflictScore::total).max().orElse(0);
        return Math.max(Weights.CONFIRMED, best * share);
    }

    private static Tier tier(ConflictScore score, double cut) {
        if (score.total() < Weights.RELATED) {
            return Tier.UNKNOWN;
        }
        return score.total() >= cut ? Tier.CONFIRMED : Tier.RELATED;
    }

    private Tag tag(ConflictScore score, Tier tier) {
        return Tag.newBuilder()
                .setConflictTopic(taxonomy.conflictTopics().get(score.conflict()).slug())
                .setTier(tier)
                .setScore(score.total())
                .setEvidence(score.evidence())
                .build();
    }
}
