package dev.tocsin.enrich.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class MatcherTest {

    private final Matcher matcher =
            Matcher.compile(
                    new Taxonomy(
                            "v",
                            List.of(
                                    conflict(
                                            "north",
                                            List.of("Sudan", "Khart*", "RSF!"),
                                            List.of("Sudan red")),
                                    conflict(
                                            "south",
                                            List.of("South Sudan", "fighter* of Juba"),
                                            List.of()),
                                    conflict("arabic", List.of("السودان", "غزة"), List.of())),
                            List.of(new Term("war", "en", false), new Term("guerre", "fr", false)),
                            List.of(new Term("football", "en", false)),
                            List.of(new Term("price war", "en", false))));

    @Test
    void findsPhrasesWithTheirSpans() {
        FieldHits found = matcher.match("en", "Peace for “South Sudan”");
        assertThat(found.hits()).hasSize(1);
        Hit hit = found.hits().getFirst();
        assertThat(found.matched(hit)).isEqualTo("South Sudan");
        assertThat(found.start(hit)).isEqualTo(11);
        assertThat(found.end(hit)).isEqualTo(22);
        assertThat(hit.entry().role()).isEqualTo(Role.STRONG);
    }

    @Test
    void theLongerNameOfAnotherConflictWins() {
        assertThat(matched("en", "South Sudan and Sudan")).containsExactly("South Sudan", "Sudan");
    }

    @Test
    void maskedPhrasesMeanNothing() {
        assertThat(matched("en", "A price war over Sudan red")).isEmpty();
        assertThat(matched("en", "A war over Sudan")).containsExactly("war", "Sudan");
    }

    @Test
    void beginningsMatchAnyEndingAlsoWithinPhrases() {
        assertThat(matched("en", "Khartoumers met fighters of Juba, not Khar"))
                .containsExactly("Khartoumers", "fighters of Juba");
    }

    @Test
    void acronymsNeedTheirCapitals() {
        assertThat(matched("en", "RSF and rsf")).containsExactly("RSF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSF'nin üssü vuruldu",
                "Ordu RSF’ye karşı ilerliyor",
                "Üç RSFʼli teslim oldu",
                "RSF'liler kenti terk etti",
                "RSF'YE HAVA SALDIRISI",
                "Kent RSF'den alındı"
            })
    void acronymsAreFoundBeforeTurkishEndings(String text) {
        assertThat(matched("tr", text)).hasSize(1).first().asString().startsWith("RSF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsf'nin üssü", "RSF'xyz", "Rsf'ye", "RSFA'nın", "O'RSF"})
    void endingsDoNotMakeOtherWordsAcronyms(String text) {
        assertThat(matched("tr", text)).isEmpty();
    }

    @Test
    void contextWordsOfOtherLanguagesDoNotCount() {
        assertThat(matched("de", "war guerre")).containsExactly("war", "guerre");
        assertThat(matched("fr", "war guerre")).containsExactly("war", "guerre");
        assertThat(matched("en", "war guerre")).containsExactly("war");
    }

    @Test
    void arabicPrepositionsAndConjunctionsAreSeenThrough() {
        assertThat(matched("ar", "بغزة وغزة والسودان للسودان بالسودان وللسودان")).hasSize(6);
    }

    @Test
    void aNameIsFoundWhereOneOfItsWordsIsAlsoTheBeginningOfAnother() {
        Matcher banks =
                Matcher.compile(
                        new Taxonomy(
                                "v",
                                List.of(
                                        conflict("west", List.of("West Bank"), List.of()),
                                        conflict("east", List.of("Wes*", "Ban*"), List.of())),
                                List.of(),
                                List.of(),
                                List.of()));

        assertThat(matched(banks, "en", "the West Bank")).contains("West Bank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea ", "war ", "Khartoum "})
    void aNameIsFoundWhereverItStands(String filler) {
        for (int before = 55; before < 135; before++) {
            String text = filler.repeat(before) + "South Sudan";
            assertThat(matched("en", text)).as("behind %d", before).endsWith("South Sudan");
        }
    }

    @Test
    void namesAreFoundBeforeTurkishCaseEndings() {
        assertThat(matched("tr", "Sudan'da savaş, Sudan’ın ordusu, Sudanlı"))
                .containsExactly("Sudan'da", "Sudan’ın");
    }

    @Test
    void aMegabyteIsReadOnce() {
        assertThat(matcher.match("en", "Sudan war ".repeat(100_000)).hits()).hasSize(200_000);
    }

    private List<String> matched(String language, String text) {
        return matched(matcher, language, text);
    }

    private static List<String> matched(Matcher matcher, String language, String text) {
        FieldHits found = matcher.match(language, text);
        return found.hits().stream().map(found::matched).toList();
    }

    private static ConflictTopic conflict(
            String slug, List<String> strong, List<String> exclusions) {
        return new ConflictTopic(
                slug,
                new TreeMap<>(),
                "",
                Optional.empty(),
                new TreeMap<>(),
                terms(strong),
                List.of(),
                List.of(),
                List.of(),
                terms(exclusions));
    }

    private static List<Term> terms(List<String> texts) {
        return texts.stream()
                .map(text -> new Term(text.replace("!", ""), "en", text.endsWith("!")))
                .toList();
    }
}
