package dev.tocsin.enrich.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.annotate.Annotator;
import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.tag.Tagger;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.Tier;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class BundledExamplesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-10-01T00:00:00Z"), ZoneOffset.UTC);

    private final LanguageDetector languages = new LanguageDetector();
    private final Tagger tagger = new Tagger(TaxonomyReader.bundled());

    @Test
    void everyTopicReachesTheFloorsOfItsExamples() throws Exception {
        var folder = Objects.requireNonNull(getClass().getResource("/taxonomy"));
        var examples =
                new ExampleReader(TaxonomyReader.bundled(), CLOCK).read(Path.of(folder.toURI()));
        ExampleRun run = ExampleRun.of(examples, this::confirmed);

        assertThat(run.below(0.9, 0.9)).as(() -> run.failures().toString()).isEmpty();
        assertThat(run.count()).isGreaterThan(800);
    }

    @Test
    void everyEventTypeReachesTheFloorsOfItsExamples() throws Exception {
        var folder = Objects.requireNonNull(getClass().getResource("/taxonomy"));
        AnnotationData data = AnnotationData.bundled();
        Annotator annotator = new Annotator(data);
        var examples = ExampleReader.of(data.eventTypes(), CLOCK).read(Path.of(folder.toURI()));
        ExampleRun run = ExampleRun.of(examples, each -> events(each, annotator));

        assertThat(run.below(0.9, 0.9)).as(() -> run.failures().toString()).isEmpty();
        assertThat(run.scores().byLabel()).hasSize(data.eventTypes().types().size());
    }

    private Set<String> events(Example example, Annotator annotator) {
        String language = languages.detect(example.language(), example.title(), example.summary());
        Reading reading = Reading.of(example.title(), example.summary(), Optional.empty());
        return annotator.annotate(language, reading).eventTypes().stream()
                .map(EventTag::getType)
                .collect(Collectors.toSet());
    }

    private Set<String> confirmed(Example example) {
        String language = languages.detect(example.language(), example.title(), example.summary());
        ArticleText article =
                new ArticleText(
                        language,
                        example.title(),
                        example.summary(),
                        Optional.empty(),
                        example.at());
        return tagger.tag(article).stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .collect(Collectors.toSet());
    }
}
