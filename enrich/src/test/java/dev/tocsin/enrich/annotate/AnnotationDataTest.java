package dev.tocsin.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.PlaceMention;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

final class AnnotationDataTest {
    private static final String RAID =
            "slug: raid\nnames: {en: Raid}\nscope: A raid.\nstrong: {en: [cattle raid*]}\n";
    private static final String PLACES = "SD:\n  - {name: Amaurot, at: [10.0, 20.0]}\n";
    private static final String ACTORS =
            "kind: armed-group\nactors:\n  - {id: upa, name: UPA, country: SD, names: [UPA!]}\n";

    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private AnnotationData read() throws TaxonomyException {
        return AnnotationData.read(folder);
    }

    private Annotations annotate(String title) throws TaxonomyException {
        return new Annotator(read()).annotate("en", Reading.of(title, "", Optional.empty()));
    }

    @Test
    void aFolderWithoutFilesOfItsOwnSaysWhatShips() throws Exception {
        assertThat(read()).isEqualTo(AnnotationData.bundled());
        assertThat(read().version()).isEqualTo(AnnotationData.bundled().version());
    }

    @Test
    void newFilesAddToWhatShips() throws Exception {
        write("events/raid.yaml", RAID);
        write("places/mine.yaml", PLACES);
        write("actors/mine.yml", ACTORS);

        Annotations found = annotate("UPA fighters behind cattle raid and protest in Amaurot");

        assertThat(found.eventTypes()).extracting(EventTag::getType).contains("raid", "protest");
        assertThat(found.places()).extracting(PlaceMention::getId).contains("amaurot-sd");
        assertThat(found.actors()).extracting(ActorMention::getId).containsExactly("upa");
        assertThat(read().version()).isNotEqualTo(AnnotationData.bundled().version());
    }

    @Test
    void aFileOfTheSameNameReplacesWhatShipsAndAnEmptyOneTakesItAway() throws Exception {
        write("events/ceasefire.yaml", RAID.replace("slug: raid", "slug: ceasefire"));
        write("events/protest.yml", "# none of these\n");

        assertThat(read().eventTypes().types())
                .hasSize(14)
                .noneMatch(type -> type.slug().equals("protest"));
        assertThat(annotate("Ceasefire after cattle raid").eventTypes())
                .singleElement()
                .extracting(EventTag::getType)
                .isEqualTo("ceasefire");
        assertThat(annotate("Ceasefire holds").eventTypes()).isEmpty();
    }

    @Test
    void commentsAndLayoutDoNotChangeTheVersionAndWordsDo() throws Exception {
        write("events/raid.yaml", RAID);
        String first = read().version();
        write(
                "events/raid.yaml",
                "# mine\n" + RAID.replace("{en: [cattle raid*]}", "\n  en:\n    - cattle raid*"));
        assertThat(read().version()).isEqualTo(first);
        write("events/raid.yaml", RAID.replace("cattle", "camel"));
        assertThat(read().version()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    events/raid.yaml  | slug: raid\\nnames: {en: x}\\nscope: s\\nacled: [Armed clsh] | events/raid.yaml:4: unknown sub-event type of ACLED "Armed clsh"; did you mean "Armed clash"?
                    events/raid.yaml  | slug: raid\\nnames: {en: x}\\nscope: s\\nplover: [STRIKE/x]  | events/raid.yaml:4: unknown event type of PLOVER "STRIKE/x"
                    places/mine.yaml  | ZZ:\\n  - {name: Amaurot, at: [1, 2]}                        | places/mine.yaml:1: unknown key "ZZ"
                    places/mine.yaml  | SD:\\n  - {name: Amaurot, at: [91, 2]}                       | places/mine.yaml:2: at [91, 2]: expected degrees
                    places/mine.yaml  | SD:\\n  - {name: Khartoum, at: [1, 2]}                       | places/mine.yaml:2: the place "khartoum-sd" stands in built-in places/africa.yaml:
                    actors/mine.yaml  | kind: leader\\nactors:\\n  - {id: a, name: A, country: XX, names: [Aa]} | actors/mine.yaml:3: "XX" is no ISO 3166-1 alpha-2 code
                    actors/mine.yaml  | kind: leader\\nactors:\\n  - {id: hamas, name: A, names: [Aa]} | actors/mine.yaml:3: the actor "hamas" stands in built-in actors/armed-groups.yaml:
                    """)
    void aMistakeIsNamedWithFileAndLine(String file, String text, String message) throws Exception {
        write(file, text.replace("\\n", "\n"));
        assertThatThrownBy(this::read)
                .isInstanceOf(TaxonomyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void twoFilesOfOneNameAreAnError() throws Exception {
        write("places/mine.yaml", PLACES);
        write("places/mine.yml", PLACES);
        assertThatThrownBy(this::read).hasMessageContaining("keep one of them");
    }
}
