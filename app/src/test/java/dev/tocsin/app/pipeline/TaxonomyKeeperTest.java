package dev.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.enrich.tag.CurrentTagger;
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
    private CurrentTagger tagger;
    private String first;

    @BeforeEach
    void writeTaxonomy() throws Exception {
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        write("utopia.yaml", "slug: utopia\nnames: {en: x}\nscope: s\nstrong: {en: [Utopia]}\n");
        tagger = new CurrentTagger(TaxonomyReader.read(folder));
        first = tagger.get().taxonomyVersion();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void awaitAnotherThan(String version) {
        await().atMost(PATIENCE).until(() -> !tagger.get().taxonomyVersion().equals(version));
    }

    @Test
    void anEditIsInForceSoon() throws Exception {
        try (TaxonomyKeeper _ = TaxonomyKeeper.start(folder, tagger, LOOK)) {
            write(
                    "zembla.yaml",
                    "slug: zembla\nnames: {en: x}\nscope: s\nstrong: {en: [Zembla]}\n");
            awaitAnotherThan(first);
            String second = tagger.get().taxonomyVersion();
            assertThat(second).isEqualTo(TaxonomyReader.read(folder).version());
            Files.delete(folder.resolve("zembla.yaml"));
            awaitAnotherThan(second);
            assertThat(tagger.get().taxonomyVersion()).isEqualTo(first);
        }
    }

    @Test
    void aBrokenEditChangesNothingUntilItIsMended() throws Exception {
        try (TaxonomyKeeper _ = TaxonomyKeeper.start(folder, tagger, LOOK)) {
            write("zembla.yaml", "slug: zembla\nnames: {en: [\n");
            Thread.sleep(LOOK.multipliedBy(10));
            assertThat(tagger.get().taxonomyVersion()).isEqualTo(first);
            write(
                    "zembla.yaml",
                    "slug: zembla\nnames: {en: x}\nscope: s\nstrong: {en: [Zembla]}\n");
            awaitAnotherThan(first);
        }
    }
}
