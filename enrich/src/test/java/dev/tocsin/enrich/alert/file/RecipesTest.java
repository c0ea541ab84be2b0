package dev.tocsin.enrich.alert.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.lint.Finding;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The recipes of docs/alerts.md work as they stand there. */
class RecipesTest {
    private static final Path PAGE = Path.of("..", "docs", "alerts.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final String TARGETS = "targets: {desk: {}, mail: {}}\n";

    @Test
    void every_recipe_is_read_without_a_finding() throws Exception {
        Taxonomy taxonomy = TaxonomyReader.bundled();
        AnnotationData data = AnnotationData.bundled();
        KnownNames names = KnownNames.of(taxonomy, data.eventTypes(), data.gazetteer());
        List<String> blocks =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map((MatchResult block) -> block.group(1))
                        .map(block -> TARGETS + block.substring(block.indexOf("rules:")))
                        .toList();
        int rules = 0;
        for (String block : blocks) {
            RuleList list = RuleFile.read("alerts.md", block, names);
            assertThat(RuleLint.check("alerts.md", list, taxonomy, LocalDate.of(2026, 1, 1)))
                    .extracting(Finding::toString)
                    .isEmpty();
            rules += list.rules().size();
        }
        assertThat(rules).isEqualTo(11);
    }
}
