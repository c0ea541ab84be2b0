package dev.tocsin.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ConfigurationReaderTest {
    @TempDir Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("tocsin.yaml"), content);
    }

    private Configuration read(String content) throws IOException, ConfigurationException {
        return new ConfigurationReader().file(file(content)).read();
    }

    @Test
    void everythingHasADefault() throws Exception {
        Configuration configuration = new ConfigurationReader().read();

        assertThat(configuration.data()).isEqualTo(Path.of(".tocsin"));
        assertThat(configuration.console())
                .isEqualTo(new Configuration.Console("127.0.0.1", 8080, List.of()));
        assertThat(configuration.kafka().bootstrap()).isEmpty();
        assertThat(configuration.postgres().url()).isEmpty();
        assertThat(configuration.polling().interval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(configuration.egress().allow()).isEmpty();
        assertThat(configuration.egress().maxBytes()).isEqualTo(10 << 20);
        assertThat(configuration.deliveries().keep()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void deliveriesAreKeptAsLongAsCooldownsLookBack() throws Exception {
        assertThat(read("deliveries: {keep: 31d}").deliveries().keep())
                .isEqualTo(Duration.ofDays(31));
        assertThatThrownBy(() -> read("deliveries: {keep: 30d}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tocsin.yaml:1")
                .hasMessageContaining("deliveries.keep")
                .hasMessageContaining("at least 31d");
    }

    @Test
    void readsEverySettingFromTheFile() throws Exception {
        Configuration configuration =
                read(
                        """
                        data: here
                        console: {bind: 0.0.0.0, port: 9000, hosts: [news.example]}
                        kafka:
                          bootstrap: [one:9092, two:9092]
                          partitions: 8
                          schema-registry: http://registry:8081/
                          properties:
                            security.protocol: SASL_SSL
                        postgres: {url: "jdbc:postgresql://db/tocsin", user: me, password: secret}
                        polling: {interval: 5m, shortest: 2m, longest: 12h, host-spacing: 500ms, concurrency: 9}
                        egress: {allow: [10.0.0.0/8], deadline: 20s, max-bytes: 4MiB, contact: "mailto:a@b.example"}
                        enrich: {threads: 2, commit-interval: 50ms}
                        """);

        assertThat(configuration.kafka().bootstrap()).contains("one:9092,two:9092");
        assertThat(configuration.kafka().properties())
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(configuration.polling())
                .isEqualTo(
                        new Configuration.Polling(
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(2),
                                Duration.ofHours(12),
                                Duration.ofMillis(500),
                                9));
        assertThat(configuration.egress().maxBytes()).isEqualTo(4 << 20);
        assertThat(configuration.enrich().commitInterval()).isEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    prot: 1                       | :1: unknown key "prot"
                    console: {prot: 1}            | :1: unknown key "prot"; did you mean "port"?
                    console: {port: 70000}        | :1: console.port "70000": expected a number from 0 to 65535
                    console: {port: many}         | :1: console.port "many": expected a number
                    console: 8080                 | :1: console: expected indented
                    polling: {interval: soon}     | :1: polling.interval "soon": expected a duration such as
                    egress: {max-bytes: 1 ton}    | :1: egress.max-bytes "1 ton": expected a size
                    feeds: no-such-file.opml      | :1: feeds "no-such-file.opml": expected a file
                    taxonomy: no-such-folder      | :1: taxonomy "no-such-folder": expected a folder
                    kafka: {schema-registry: x}   | :1: kafka.schema-registry "x": expected an address
                    postgres: {url: "mysql://x"}  | :1: postgres.url "***": expected an address
                    """)
    void namesFileLineAndWhatWasExpected(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tocsin.yaml" + message);
    }

    @Test
    void theIntervalMayNotExceedTheLongest() {
        assertThatThrownBy(() -> read("polling: {interval: 2d, longest: 1d}\n"))
                .hasMessageContaining("polling.interval")
                .hasMessageContaining("polling.longest");
    }

    @Test
    void helpersAreTheProcessorsBesideTheStreamThreadsUnlessTheyAreSet() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();

        assertThat(read("{}").enrich().helpers()).isEqualTo(Math.min(processors - 1, 8));
        assertThat(read("enrich: {threads: 256}").enrich().helpers()).isZero();
        assertThat(read("enrich: {helpers: 0}").enrich().helpers()).isZero();
        assertThat(read("enrich: {helpers: 12}").enrich().helpers()).isEqualTo(12);
        assertThatThrownBy(() -> read("enrich: {helpers: -1}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("enrich.helpers");
    }

    @Test
    void theEnvironmentCountsMoreThanTheFileAndFlagsMoreThanBoth() throws Exception {
        Configuration configuration =
                new ConfigurationReader()
                        .file(file("console: {port: 1}\ndata: a\nenrich: {threads: 3}\n"))
                        .environment(
                                Map.of("TOCSIN_CONSOLE_PORT", "2", "TOCSIN_DATA", "b", "HOME", "/"))
                        .flag("data", "--data", List.of("c"))
                        .flag("feeds", "--feeds", List.of())
                        .read();

        assertThat(configuration.console().port()).isEqualTo(2);
        assertThat(configuration.data()).isEqualTo(Path.of("c"));
        assertThat(configuration.enrich().threads()).isEqualTo(3);
    }

    @Test
    void onlyListsAreSplitAtCommas() throws Exception {
        Configuration configuration =
                new ConfigurationReader()
                        .environment(
                                Map.of(
                                        "TOCSIN_POSTGRES_PASSWORD", "a,b",
                                        "TOCSIN_EGRESS_ALLOW", "10.0.0.0/8,fd00::/8"))
                        .read();

        assertThat(configuration.postgres().password()).isEqualTo("a,b");
        assertThat(configuration.egress().allow()).containsExactly("10.0.0.0/8", "fd00::/8");
    }

    @Test
    void aMisspeltVariableIsAnError() {
        assertThatThrownBy(() ->
                        new ConfigurationReader().environment(Map.of("TOCSIN_KAFKA_BOOTSTRP", "x")))
                .hasMessageContaining("TOCSIN_KAFKA_BOOTSTRP")
                .hasMessageContaining("did you mean \"TOCSIN_KAFKA_BOOTSTRAP\"");
    }

    @Test
    void thePasswordMayComeFromAFileAndIsNeverPrinted() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hush\n");

        Configuration configuration = read("postgres: {password-file: " + secret + "}\n");

        assertThat(configuration.postgres().password()).isEqualTo("hush");
        assertThat(configuration.toString()).doesNotContain("hush");
    }

    @Test
    void secretsInKafkaPropertiesAreNotPrinted() throws Exception {
        Configuration configuration =
                read("kafka: {properties: {sasl.jaas.config: \"password=hush\"}}\n");

        assertThat(configuration.toString()).contains("sasl.jaas.config").doesNotContain("hush");
    }

    @Test
    void webSubIsOffUntilACallbackIsSet() throws Exception {
        Configuration.WebSub off = new ConfigurationReader().read().webSub();
        Configuration.WebSub on =
                read("websub: {callback: 'https://t.example/websub', port: 0}").webSub();

        assertThat(off.callback()).isEmpty();
        assertThat(on.callback()).contains(URI.create("https://t.example/websub"));
        assertThat(on.bind()).isEqualTo("127.0.0.1");
        assertThat(on.port()).isZero();
        assertThat(on.secret()).isEmpty();
    }

    @Test
    void theSecretOfWebSubIsReadFromAFileAndNeverPrinted() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s".repeat(32) + "\n");

        Configuration.WebSub webSub =
                read("websub: {secret-file: '%s'}".formatted(secret)).webSub();

        assertThat(webSub.secret()).contains("s".repeat(32));
        assertThat(webSub.toString()).doesNotContain("sss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "websub: {callback: 'tocsin.example'}",
                "websub: {callback: 'ftp://tocsin.example/'}",
                "websub: {callback: 'https://tocsin.example/?a=b'}",
                "websub: {callback: 'https://user@tocsin.example/'}",
                "websub: {secret-file: /nowhere/at/all}",
                "websub: {port: 70000}",
            })
    void aWebSubSettingThatMakesNoSenseIsNamed(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tocsin.yaml:1: websub.");
    }

    @Test
    void aShortSecretIsNoSecretAndIsNotShown() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "guess-me");

        assertThatThrownBy(() -> read("websub: {secret-file: '%s'}".formatted(secret)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("32 characters")
                .hasMessageNotContaining("guess-me");
    }

    @Test
    void processesThatMeetInKafkaNeedOneSecret() {
        assertThatThrownBy(() ->
                        read(
                                "{kafka: {bootstrap: one:9092}, websub: {callback: 'https://t.example/'}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("websub.secret-file");
    }

    @Test
    void anAddressBlockThatIsNoneNamesWhereItIsWritten() throws Exception {
        Path file = file("data: x\negress:\n  allow: [10.0.0.0/8, everything]\n");

        assertThatThrownBy(() -> new ConfigurationReader().file(file).read())
                .hasMessageStartingWith(file + ":3: egress.allow")
                .hasMessageContaining("\"everything\" is not an address block");
        assertThatThrownBy(() ->
                        new ConfigurationReader()
                                .environment(Map.of("TOCSIN_EGRESS_ALLOW", "some"))
                                .read())
                .hasMessageStartingWith("TOCSIN_EGRESS_ALLOW: egress.allow");
        assertThatThrownBy(() ->
                        new ConfigurationReader()
                                .flag("egress.allow", "--allow-address", List.of("all"))
                                .read())
                .hasMessageStartingWith("--allow-address: egress.allow");
    }

    @Test
    void aPasswordFileThatCannotBeReadIsNamedInPlainWords(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("none");

        assertThatThrownBy(() -> read("postgres: {password-file: \"%s\"}".formatted(missing)))
                .hasMessageContaining(missing.toString())
                .hasMessageEndingWith(
                        "expected a file with the password in it; there is no such file");
        assertThatThrownBy(() -> read("postgres: {password-file: \"%s\"}".formatted(folder)))
                .hasMessageContaining(folder.toString())
                .hasMessageEndingWith("it is a folder");
    }

    @Test
    void aFolderIsNoConfiguration(@TempDir Path folder) {
        assertThatThrownBy(() -> new ConfigurationReader().file(folder))
                .hasMessage(folder + ": is a folder, expected a file");
    }
}
