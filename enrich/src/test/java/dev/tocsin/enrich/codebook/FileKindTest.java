package dev.tocsin.enrich.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.tocsin.enrich.taxonomy.TaxonomyFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class FileKindTest {

    private static List<Error> errors(FileKind kind, String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(kind.schema(), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML);
    }

    @Test
    void everyFileThatShipsAgreesWithTheSchemaOfItsKind() throws Exception {
        List<String> wrong = new ArrayList<>();
        int files =
                TaxonomyFolder.bundled(folder ->
                        count(folder.resolve("events"), FileKind.EVENT_TYPE, wrong)
                                + count(folder.resolve("places"), FileKind.PLACES, wrong)
                                + count(folder.resolve("actors"), FileKind.ACTORS, wrong));
        assertThat(wrong).isEmpty();
        assertThat(files).isEqualTo(26);
    }

    private static int count(Path folder, FileKind kind, List<String> wrong) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(path -> path.toString().endsWith(".yaml"))
                            .filter(path -> !path.toString().endsWith("_exclusions.yaml"))
                            .filter(path -> !path.toString().endsWith("_namesakes.yaml"))
                            .toList();
            for (Path file : files) {
                FileKind one =
                        file.toString().endsWith("_countries.yaml") ? FileKind.COUNTRIES : kind;
                errors(one, Files.readString(file))
                        .forEach(error -> wrong.add(file.getFileName() + ": " + error));
            }
            return files.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EVENT_TYPE | {slug: raid, names: {en: Raid}, scope: s, acled: [Armed clsh]}
                    EVENT_TYPE | {slug: raid, names: {en: Raid}, scope: s, plover: [STRIKE]}
                    EVENT_TYPE | {slug: raid, names: {en: Raid}, scope: s, strnog: {en: [raid]}}
                    PLACES     | {SD: [{name: Amaurot, at: [91, 0]}]}
                    PLACES     | {SD: [{name: Amaurot, at: [1]}]}
                    PLACES     | {Sudan: [{name: Amaurot, at: [1, 1]}]}
                    COUNTRIES  | {SD: {names: [x]}}
                    ACTORS     | {kind: army, actors: []}
                    ACTORS     | {kind: leader, actors: [{id: a, name: A}]}
                    """)
    void refusesWhatTheReaderRefuses(FileKind kind, String yaml) {
        assertThat(errors(kind, yaml)).isNotEmpty();
    }
}
