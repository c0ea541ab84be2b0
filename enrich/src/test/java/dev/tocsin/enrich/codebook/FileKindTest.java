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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        Map<FileKind, Integer> files = new EnumMap<>(FileKind.class);
        var unused =
                TaxonomyFolder.bundled(folder -> {
                    check(folder, wrong, files);
                    return folder;
                });
        assertThat(wrong).isEmpty();
        assertThat(files).containsOnlyKeys(FileKind.values()).containsEntry(FileKind.PLACES, 6);
    }

    private static void check(Path folder, List<String> wrong, Map<FileKind, Integer> files) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                FileKind kind = kind(folder.relativize(file).toString());
                files.merge(kind, 1, Integer::sum);
                errors(kind, Files.readString(file))
                        .forEach(error -> wrong.add(file.getFileName() + ": " + error));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the place that the kind says its files have; one that is named outright comes first. */
    private static FileKind kind(String file) {
        String plain = file.replaceFirst("^events/examples/", "examples/");
        return Stream.of(FileKind.values())
                .filter(kind -> plain.matches(pattern(kind)))
                .max(Comparator.comparing(kind -> kind.files().contains("_")))
                .orElseThrow();
    }

    private static String pattern(FileKind kind) {
        return kind.files().replace("SLUG", "[^/]+").replace("*", "[^/]+");
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
                    CONTEXT    | {context: {english: [war]}}
                    CONTEXT    | {exclusions: {en: [war]}}
                    EXCLUSIONS | {exclusions: [football]}
                    EXCLUSIONS | {maks: {en: [price war]}}
                    EVENT_EXCLUSIONS | {masks: {en: [heart attack]}}
                    EVENT_EXCLUSIONS | {exclusions: {en: [heart attack], eng: [x]}}
                    NAMESAKES  | {personNames: [jordan]}
                    NAMESAKES  | {phrases: [Michael Jordan], persons: [jordan]}
                    NAMESAKES  | {phrases: {en: [Michael Jordan]}}
                    EXAMPLES   | {examples: [{text: x}]}
                    EXAMPLES   | {examples: [{text: x, is: [a], isNot: true}]}
                    EXAMPLES   | {examples: [{text: x, isnt: true}]}
                    EXAMPLES   | {examples: [{text: x, is: [a], date: yesterday}]}
                    """)
    void refusesWhatTheReaderRefuses(FileKind kind, String yaml) {
        assertThat(errors(kind, yaml)).isNotEmpty();
    }
}
