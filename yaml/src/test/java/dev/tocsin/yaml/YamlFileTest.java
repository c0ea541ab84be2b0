package dev.tocsin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class YamlFileTest {

    @Test
    void readsTextsListsAndMappings() throws YamlException {
        Keys keys =
                YamlFile.read("c.yaml", "name: a\nlist: [x, y]\none: z\ndeep:\n  key: 7\n")
                        .keys(List.of("name", "list", "one", "deep"));

        assertThat(keys.text("name")).contains("a");
        assertThat(keys.texts("list")).containsExactly("x", "y");
        assertThat(keys.texts("one")).containsExactly("z");
        assertThat(keys.keys("deep", List.of("key")).text("key")).contains("7");
        assertThat(keys.line("deep")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anEmptyFileIsAnEmptyMapping() throws YamlException {
        assertThat(YamlFile.read("c.yaml", "# nothing\n").keys(List.of()).values()).isEmpty();
    }

    @Test
    void namesFileLineAndTheKeyThatWasProbablyMeant() {
        assertThatThrownBy(() ->
                        YamlFile.read("c.yaml", "data: x\nprot: 80\n")
                                .keys(List.of("data", "port")))
                .isInstanceOf(YamlException.class)
                .hasMessage("c.yaml:2: unknown key \"prot\"; did you mean \"port\"?");
    }

    @Test
    void listsTheKnownKeysWhereNoneIsNear() {
        assertThatThrownBy(() ->
                        YamlFile.read("c.yaml", "colour: red\n").keys(List.of("data", "port")))
                .hasMessage("c.yaml:1: unknown key \"colour\"; expected one of data, port");
    }

    @Test
    void refusesARepeatedKey() {
        assertThatThrownBy(() -> YamlFile.read("c.yaml", "a: 1\na: 2\n").keys(List.of("a")))
                .hasMessageContaining("c.yaml:2:");
    }

    @Test
    void saysInOneLineWhatIsNotYamlAndWhereThatBegins() {
        assertThatThrownBy(() -> YamlFile.read("c.yaml", "feeds:\n  - url: a\n   title: b\n"))
                .hasMessage(
                        "c.yaml:3: not YAML: expected <block end>, but found '<block mapping"
                                + " start>', while parsing a block collection that begins in line 2");
        assertThatThrownBy(() -> YamlFile.read("c.yaml", "a: \"b\nc: 1\n"))
                .hasMessage(
                        "c.yaml:1: not YAML: found unexpected end of stream, while scanning a quoted"
                                + " scalar that begins in line 1");
        assertThatThrownBy(() -> YamlFile.read("c.yaml", "a: @b\n"))
                .message()
                .startsWith("c.yaml:1: not YAML: ")
                .doesNotContain("\n");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> YamlFile.read("c.yaml", "a: 1\nb: [\n"))
                .hasMessageStartingWith("c.yaml:")
                .hasMessageContaining("not YAML");
        assertThatThrownBy(() -> YamlFile.read("c.yaml", "- a\n"))
                .hasMessageContaining("expected \"key: value\" lines");
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> YamlFile.read(Path.of("no-such-file.yaml")))
                .hasMessage("no-such-file.yaml: there is no such file");
    }

    @Test
    void aMappingInPlaceOfATextIsAnError() throws YamlException {
        Keys keys = YamlFile.read("c.yaml", "a:\n  b: 1\n").keys(List.of("a"));

        assertThatThrownBy(() -> keys.text("a"))
                .hasMessageContaining("expected a text, not a mapping");
    }
}
