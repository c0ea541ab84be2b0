package dev.tocsin.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.Tier;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a body adds to title and summary. */
class BodyTaggingTest {
    private static final Tagger TAGGER = new Tagger(TaxonomyReader.bundled());
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    /** About a paragraph of news that names nobody. */
    private static final String SCHOOLS =
            "The minister spoke about schools and about the teachers they lack. ".repeat(8);

    private static final String IDLIB =
            "Aid convoys wait outside Idlib, and nobody says for how long. ".repeat(8);

    @Test
    void aPassingMentionDeepInABodyIsNoise() {
        assertThat(tags("School reform passes", "", SCHOOLS.repeat(3) + "He served in Idlib."))
                .isEmpty();
    }

    @Test
    void aConflictThatIsOneOfSeveralSubjectsOfABodyIsRelated() {
        assertThat(tags("Monday briefing", "", IDLIB.repeat(3) + SCHOOLS.repeat(3)))
                .singleElement()
                .satisfies(tag -> assertThat(tag.getTier()).isEqualTo(Tier.RELATED));
    }

    @Test
    void aBodyThatNamesAConflictThroughoutConfirmsItBelowATitleThatNamesNothing() {
        assertThat(tags("What the drivers wait for", "", IDLIB.repeat(6)))
                .singleElement()
                .satisfies(tag -> assertThat(tag.getTier()).isEqualTo(Tier.CONFIRMED));
    }

    @Test
    void mentionsHereAndThereDoNotAddUpToASubject() {
        String summary =
                "Prices of school books rise for the third year, says the trade, which names paper, transport"
                        + " and energy as its reasons, and lastly the war in Ukraine.";
        String body =
                summary + SCHOOLS.repeat(2) + "Ukraine again. " + SCHOOLS.repeat(3) + "Ukraine.";
        assertThat(tags("School books cost more", summary, body))
                .singleElement()
                .satisfies(tag -> assertThat(tag.getTier()).isEqualTo(Tier.RELATED));
    }

    @Test
    void aLongBodyOfSomethingElseHoldsBackWhatASummaryHardlyNames() {
        String summary = "The war in Ukraine may delay the school reform, a teacher fears.";
        assertThat(tags("School reform", summary, "").getFirst().getTier())
                .isEqualTo(Tier.CONFIRMED);
        assertThat(tags("School reform", summary, SCHOOLS.repeat(4)))
                .singleElement()
                .satisfies(BodyTaggingTest::isRelatedWithWeightsThatAddUp);
    }

    @Test
    void aBodyNeverTakesWhatATitleNames() {
        String title = "Ceasefire in Idlib holds";
        assertThat(tags(title, "", SCHOOLS.repeat(4)).getFirst().getTier())
                .isEqualTo(Tier.CONFIRMED);
        assertThat(tags(title, "", IDLIB.repeat(4)).getFirst().getScore())
                .isGreaterThan(tags(title, "", "").getFirst().getScore());
    }

    private static void isRelatedWithWeightsThatAddUp(Tag tag) {
        assertThat(tag.getTier()).isEqualTo(Tier.RELATED);
        double sum = tag.getEvidence().stream().mapToDouble(Evidence::getWeight).sum();
        assertThat(tag.getScore()).isCloseTo(sum, offset(0.01));
    }

    private static List<Tag> tags(String title, String summary, String body) {
        return TAGGER.tag(new ArticleText("en", title, summary, Optional.of(body), NOW));
    }
}
