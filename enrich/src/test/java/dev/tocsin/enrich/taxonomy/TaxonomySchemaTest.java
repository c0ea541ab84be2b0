package dev.tocsin.enrich.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class TaxonomySchemaTest {
    private static final String GOOD =
            """
            slug: utopia
            names: {en: Utopian war}
            scope: The war in Utopia.
            starts: 2023-04-15
            strong:
              en: [UPA!, {term: Capital City, case: true}]
            pairs:
              - {first: [Island], second: [Mainland], within: 5, needsContext: true}
            """;

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(TaxonomyFormat.schema(), InputFormat.JSON);

    private List<Error> errors(String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    @Test
    void everyFileThatShipsAgrees() throws Exception {
        List<String> wrong = new ArrayList<>();
        int files = TaxonomyFolder.bundled(folder -> count(folder, wrong));
        assertThat(wrong).isEmpty();
        assertThat(files).isEqualTo(TaxonomyReader.bundled().conflictTopics().size());
    }

    private int count(Path folder, List<String> wrong) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(path -> path.toString().endsWith(".yaml"))
                            .filter(path -> !path.getFileName().toString().startsWith("_"))
                            .toList();
            for (Path file : files) {
                errors(Files.readString(file))
                        .forEach(error -> wrong.add(file.getFileName() + ": " + error));
            }
            return files.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void knowsTheKeysThatTheReaderKnows() {
        JsonNode json = new JsonMapper().readTree(TaxonomyFormat.schema());
        assertThat(json.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(TaxonomyFormat.keys("utopia.yaml"));
        assertThat(json.at("/$defs/pair/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(TaxonomyFormat.pairKeys());
    }

    @Test
    void acceptsAllThatMayBeWritten() {
        assertThat(errors(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    strong:             | stong:
                    slug: utopia        | slug: Utopia
                    {en: Utopian war}   | {fr: Guerre}
                    starts: 2023-04-15  | starts: April
                    en: [UPA!,          | english: [UPA!,
                    within: 5           | within: 0
                    within: 5           | withn: 5
                    case: true          | case: perhaps
                    """)
    void refusesWhatTheReaderRefuses(String right, String wrong) {
        assertThat(errors(GOOD.replace(right, wrong))).isNotEmpty();
    }
}
