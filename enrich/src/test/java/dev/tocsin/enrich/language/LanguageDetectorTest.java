package dev.tocsin.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    uk | Війська відійшли від міста, повідомив очільник області
                    ru | Войска отошли от города, сообщил глава области, бои продолжаются
                    ar | الجيش ينسحب من المدينة بعد معارك عنيفة
                    fa | ارتش پس از نبردهای سنگین از شهر عقب‌نشینی کرد و گفت
                    ur | فوج نے شہر سے پیچھے ہٹنے کا اعلان کیا ہے
                    he | הצבא נסוג מן העיר אחרי קרבות
                    zh | 军队撤出城市
                    ja | 軍は町から撤退した
                    ko | 군대가 도시에서 철수했다
                    hi | सेना शहर से पीछे हट गई
                    en | The army has left the town after three days of heavy fighting
                    fr | L'armée a quitté la ville après trois jours de combats intenses
                    es | El ejército abandonó la ciudad tras tres días de intensos combates
                    de | Die Armee hat die Stadt nach drei Tagen schwerer Kämpfe verlassen
                    """)
    void tellsTheLanguageFromTheText(String language, String title) {
        assertThat(detector.detect(Optional.empty(), title, "")).isEqualTo(language);
    }

    @Test
    void believesTheFeedWhereTheScriptAllows() {
        assertThat(detector.detect(Optional.of("nl"), "Oorlog", "")).isEqualTo("nl");
        assertThat(detector.detect(Optional.of("en-US"), "War", "")).isEqualTo("en");
        assertThat(detector.detect(Optional.of("bg"), "Войната продължава", "")).isEqualTo("bg");
    }

    @Test
    void doesNotBelieveTheFeedAgainstTheScript() {
        assertThat(detector.detect(Optional.of("en"), "Війська відійшли", "")).isEqualTo("uk");
        assertThat(detector.detect(Optional.of("uk"), "Войска были здесь", "")).isEqualTo("ru");
        assertThat(detector.detect(Optional.of("ar"), "The army has left the old town", ""))
                .isEqualTo("en");
    }

    @Test
    void saysSoWhenItCannotTell() {
        assertThat(detector.detect(Optional.empty(), "", "")).isEqualTo("und");
        assertThat(detector.detect(Optional.of("xx"), "123", "…")).isEqualTo("und");
        assertThat(detector.detect(Optional.empty(), "OK", "")).isEqualTo("und");
    }
}
