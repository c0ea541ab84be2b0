package dev.tocsin.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import org.junit.jupiter.api.Test;

import java.util.List;

final class EventTypesTest {

    private static EventTypes bundled() {
        return AnnotationData.bundled().eventTypes();
    }

    @Test
    void fifteenTypesComeWithNamesAndACounterpartInPlover() {
        EventTypes types = bundled();

        assertThat(types.types())
                .hasSize(15)
                .allSatisfy(type -> assertThat(type.plover()).isNotEmpty())
                .allSatisfy(type -> assertThat(type.names()).containsKeys("en", "fr", "ar", "zh"));
    }

    @Test
    void typesYieldToTypesThatExist() {
        EventTypes types = bundled();

        assertThat(types.types())
                .flatExtracting(EventType::yieldsTo)
                .allSatisfy(slug -> assertThat(types.find((String) slug)).isPresent());
    }

    @Test
    void aMistakeIsNamedWithFileAndLine() {
        String text = "slug: raid\nnames: {en: Raid}\nscope: A raid.\nstrnog: {en: [raid]}\n";

        assertThatThrownBy(() -> EventTypes.read(List.of(YamlFile.read("raid.yaml", text))))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("raid.yaml:4")
                .hasMessageContaining("did you mean \"strong\"");
    }
}
