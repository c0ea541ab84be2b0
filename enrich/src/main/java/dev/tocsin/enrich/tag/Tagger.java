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

/** Files articles under conflict topics: a pure function of article and taxonomy. Thread-safe. */
public final class Tagger {

    private static final Comparator<Tag> ORDER =
            Comparator.comparingDouble(Tag::getScore)
                    .reversed()
                    .thenComparing(Tag::getConflictTopic);

    private final Taxonomy taxonomy;
    private final Matcher matcher;
    private final List<Instant> begins;

    public Tagger(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.matcher = Matcher.compile(taxonomy);
        this.begins = taxonomy.conflictTopics().stream().map(Tagger::begin).toList();
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
        BitSet named = named(List.of(title, summary, body));
        for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
            if (!article.eventAt().isBefore(begins.get(i))) {
                scores.add(score(i, lead, rest));
            }
        }
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

    private BitSet named(List<FieldView> views) {
        BitSet conflicts = new BitSet(begins.size());
        for (FieldView view : views) {
            for (Hit hit : view.found().hits()) {
                if (hit.entry().conflict() != Entry.SHARED) {
                    conflicts.set(hit.entry().conflict());
                }
            }
        }
        return conflicts;
    }

    private static Instant begin(ConflictTopic conflictTopic) {
        return conflictTopic
                .starts()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(Instant.MIN);
    }

    private ConflictScore score(int conflict, LeadScorer lead, BodyScorer body) {
        ConflictTopic conflictTopic = taxonomy.conflictTopics().get(conflict);
        ConflictScore score = new ConflictScore(conflict);
        lead.score(conflictTopic, score);
        body.score(conflictTopic, score);
        return score;
    }

    private List<Tag> tags(List<ConflictScore> scores, double least) {
        double cut = Weights.CONFIRMED;
        double cutOfWeak = Weights.CONFIRMED;
        for (ConflictScore score : scores) {
            cut = Math.max(cut, score.total() * Weights.SHARE_OF_BEST);
            if (score.isNamedOutright()) {
                cutOfWeak = Math.max(cutOfWeak, score.total() * Weights.SHARE_OF_BETTER_KNOWN);
            }
        }
        List<Tag> tags = new ArrayList<>();
        for (ConflictScore score : scores) {
            if (score.total() >= least) {
                double needed = score.isNamedOutright() ? cut : Math.max(cut, cutOfWeak);
                tags.add(tag(score, tier(score, needed)));
            }
        }
        tags.sort(ORDER);
        return tags;
    }

    private static Tier tier(ConflictScore score, double cut) {
        if (score.total() < Weights.RELATED) {
            return Tier.UNKNOWN;
        }
        return score.total() >= cut ? Tier.CONFIRMED : Tier.RELATED;
    }

    private Tag tag(ConflictScore score, Tier tier) {
        return new Tag(
                taxonomy.conflictTopics().get(score.conflict()).slug(),
                tier,
                score.total(),
                score.evidence());
    }
}
