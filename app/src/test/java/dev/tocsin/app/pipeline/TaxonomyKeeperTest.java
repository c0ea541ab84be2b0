package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class TaxonomyKeeperTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private CurrentCodebook current;
    private String first;

    @BeforeEach
    void writeTaxonomy() throws Exception {
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        write("utopia.yaml", "slug: utopia\nnames: {en: x}\nscope: s\nstrong: {en: [Utopia]}\n");
        current = new CurrentCodebook(Codebook.read(folder));
        first = current.get().tagger().taxonomyVersion();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void awaitAnotherThan(String version) {
        await().atMost(PATIENCE)
                .until(() -> !current.get().tagger().taxonomyVersion().equals(version));
    }

    @Test
    void anEditIsInForceSoon() throws Exception {
        try (TaxonomyKeeper _ = TaxonomyKeeper.start(folder, current, LOOK)) {
            write(
                    "zembla.yaml",
                    "slug: zembla\nnames: {en: x}\nscope: s\nstrong: {en: [Zembla]}\n");
            awaitAnotherThan(first);
            String second = current.get().tagger().taxonomyVersion();
            assertThat(second).isEqualTo(TaxonomyReader.read(folder).version());
            Files.delete(folder.resolve("zembla.yaml"));
            awaitAnotherThan(second);
            assertThat(current.get().tagger().taxonomyVersion()).isEqualTo(first);
        }
    }

    @Test
    void eventTypesPlacesAndActorsAreInForceSoonAndTogetherWithTheTopics() throws Exception {
        String shipped = current.get().annotator().version();
        try (TaxonomyKeeper _ = TaxonomyKeeper.start(folder, current, LOOK)) {
            write("places/utopia.yaml", "SD:\n  - {name: Amaurot, at: [10.0, 20.0]}\n");
            await().atMost(PATIENCE)
                    .until(() -> !current.get().annotator().version().equals(shipped));
            assertThat(current.get().tagger().taxonomyVersion()).isEqualTo(first);
            assertThat(current.codebook().annotations().gazetteer().all())
                    .anyMatch(place -> place.id().equals("amaurot-sd"));

            String mine = current.get().annotator().version();
            write("actors/utopia.yaml", "kind: armed-group\nactors:\n  - {id: x}\n");
            Thread.sleep(LOOK.multipliedBy(10));
            assertThat(current.get().annotator().version()).isEqualTo(mine);

            Files.delete(folder.resolve("actors/utopia.yaml"));
            Files.delete(folder.resolve("places/utopia.yaml"));
            await().atMost(PATIENCE)
                    .until(() -> current.get().annotator().version().equals(shipped));
        }
    }

    @Test
    void aBrokenEditChangesNothingUntilItIsMended() throws Exception {
        try (TaxonomyKeeper keeper = TaxonomyKeeper.start(folder, current, LOOK)) {
            assertThat(keeper.health().state()).isEqualTo(Health.State.RUNNING);
            write("zembla.yaml", "slug: zembla\nnames: {en: [\n");
            await().atMost(PATIENCE).until(() -> keeper.health().state() == Health.State.WAITING);
            assertThat(keeper.health().text()).contains("said before", "zembla.yaml");
            assertThat(current.get().tagger().taxonomyVersion()).isEqualTo(first);
            write(
                    "zembla.yaml",
                    "slug: zembla\nnames: {en: x}\nscope: s\nstrong: {en: [Zembla]}\n");
            awaitAnotherThan(first);
            assertThat(keeper.health().state()).isEqualTo(Health.State.RUNNING);
        }
    }
}
