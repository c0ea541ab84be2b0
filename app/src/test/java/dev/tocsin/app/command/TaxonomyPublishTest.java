package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.app.embedded.EmbeddedKafka;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A taxonomy goes to Kafka and comes back, as a shell sees it. */
class TaxonomyPublishTest {
    private static final String UTOPIA =
            "slug: utopia\nnames: {en: x}\nscope: s\nstrong: {en: [Amaurot]}\n";

    @TempDir private static Path broker;
    private static EmbeddedKafka kafka;

    @TempDir Path folder;
    private Path taxonomy;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(broker);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void writeTaxonomy() throws Exception {
        taxonomy = folder.resolve("mine");
        write("_context.yaml", "context:\n  en: [war]\n");
        write("_exclusions.yaml", "exclusions: {}\nmasks: {}\n");
        write("utopia.yaml", UTOPIA);
        write("places/mine.yaml", "SD:\n  - {name: Amaurot, at: [10.0, 20.0]}\n");
        Files.writeString(
                folder.resolve("tocsin.yaml"),
                "taxonomy: kafka\nkafka: {bootstrap: [\"%s\"]}\n".formatted(kafka.bootstrap()));
    }

    private void write(String name, String text) throws Exception {
        Path file = taxonomy.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private Shell.Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("taxonomy"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", folder.resolve("tocsin.yaml").toString()));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Shell.run(all.toArray(String[]::new));
    }

    private Shell.Run publish(String... more) {
        List<String> all = new ArrayList<>(List.of("publish", taxonomy.toString()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    @Test
    void what_is_published_is_listed_told_apart_and_can_be_fetched_again() throws Exception {
        assertThat(publish("--note", "the first").exitCode()).isZero();
        write("utopia.yaml", UTOPIA.replace("[Amaurot]", "[Amaurot, Anyder*]"));

        Shell.Run dry = publish("--dry-run");
        Shell.Run second = publish();
        Shell.Run again = publish();

        assertThat(dry.out()).startsWith("dry run, nothing is published");
        assertThat(second.out())
                .containsPattern("version \\d+ published: taxonomy \\w{12}, annotations \\w{12}")
                .contains("conflict topic utopia: changed\n+ strong \"Anyder*\" (en)\n")
                .doesNotContain("place ");
        assertThat(again.out()).contains("has these files already, nothing is published");
        assertThat(run("published").out())
                .containsPattern("in force\n")
                .containsPattern("the first\n");
        assertThat(run("published", "--output", "json").json().at("/0/files").toString())
                .contains("places/mine.yaml");

        Path back = folder.resolve("back");
        assertThat(run("published", "--export", back.toString()).exitCode()).isZero();
        assertThat(back.resolve("utopia.yaml")).content().contains("Anyder*");
        assertThat(back.resolve("places/mine.yaml")).content().contains("Amaurot");
        assertThat(run("published", "--export", back.toString()).err()).contains("not empty");
    }

    @Test
    void other_commands_read_what_is_published() throws Exception {
        write("utopia.yaml", UTOPIA.replace("Amaurot", "Mentirano"));
        assertThat(publish().exitCode()).isZero();
        Path article = Files.writeString(folder.resolve("a.txt"), "Mentirano falls");

        Shell.Run run = run("explain", "--topic", "utopia", article.toString());

        assertThat(run.out()).startsWith("utopia: confirmed");
    }

    @Test
    void a_taxonomy_with_mistakes_is_refused_with_all_of_them() throws Exception {
        String before = run("published").out();
        write("utopia.yaml", UTOPIA + "week: {}\n");
        write("places/mine.yaml", "SD:\n  - {name: Amaurot, at: [100.0, 20.0], nmaes: [x]}\n");

        Shell.Run run = publish();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("utopia.yaml:5: error: unknown key \"week\"; did you mean \"weak\"?")
                .contains("places/mine.yaml:2: error: at [100.0, 20.0]")
                .contains("places/mine.yaml:2: error: unknown key \"nmaes\"")
                .contains("nothing is published");
        assertThat(run("published").out()).isEqualTo(before);
    }

    @Test
    void a_taxonomy_that_misses_its_examples_is_refused() throws Exception {
        write("examples/utopia.yaml", "examples:\n  - {text: War in Zembla, is: [utopia]}\n");

        Shell.Run run = publish();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("examples/utopia.yaml:2: not utopia: War in Zembla")
                .contains("nothing is published");
        assertThat(publish("--floor-recall", "0", "--floor-precision", "0").exitCode()).isZero();
    }

    @Test
    void a_file_that_no_record_holds_is_refused() throws Exception {
        write("zembla.yaml", UTOPIA.replace("utopia", "zembla") + "#".repeat(1_100_000));
        Shell.Run run = publish();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("zembla.yaml: error: too large for a record of Kafka");
    }

    @Test
    void without_a_kafka_one_is_told_what_to_do() throws Exception {
        Shell.Run run =
                Shell.run("taxonomy", "publish", taxonomy.toString(), "--data", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nothing runs in").contains("start ./tocsin up");
        assertThat(run.out()).isEmpty();
    }
}
