package dev.tocsin.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.ActorMention;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.TextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class AnnotatorTest {

    private static final Annotator ANNOTATOR = new Annotator(AnnotationData.bundled());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Drones hit an oil depot near the coast at night      | air-drone-missile-shelling
                    en | Envoys hold talks on ending the war                  | peace-talks
                    en | Both sides agree to a ceasefire                      | ceasefire
                    en | Gunmen kidnap forty pupils from a boarding school    | prisoners-hostages
                    en | Suicide bomber kills ten at a market                 | bombing-terror-attack
                    en | Rebels capture a border town after heavy fighting    | ground-combat
                    en | Judges in The Hague open a war crimes trial          | war-crimes-legal
                    en | Thousands took to the streets against the junta      | protest
                    fr | Des milliers de réfugiés ont fui leur foyer          | displacement
                    es | El ejército bombardea la ciudad                      | air-drone-missile-shelling
                    de | Neue Sanktionen gegen die Reederei                   | sanctions
                    ru | Стороны договорились об обмене пленными              | prisoners-hostages
                    uk | Уночі тривала атака дронів на місто                  | air-drone-missile-shelling
                    ar | وصول المساعدات الإنسانية إلى المدينة                  | humanitarian-aid
                    he | הפסקת אש נכנסה לתוקף                                 | ceasefire
                    fa | دور تازه مذاکرات آغاز شد                             | peace-talks
                    tr | Taraflar ateşkes ilan etti                           | ceasefire
                    zh | 双方同意停火                                          | ceasefire
                    pt | Rebeldes libertam reféns                             | prisoners-hostages
                    sw | Maandamano makubwa mjini                             | protest
                    fi | Pakotteet purevat                                    | sanctions
                    """)
    void eventTypesAreToldInTheirLanguages(String language, String title, String type) {
        assertThat(eventTypes(language, title, "")).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "Dock workers strike over pay",
        "Minister survives heart attack",
        "Studio wins court battle over film rights",
        "Supermarkets in price war before holidays",
        "Train strike hits commuters",
        "Firefighters battle wildfire in the hills",
        "Coalition talks drag on in the capital"
    })
    void otherWorldsAreNoEvents(String title) {
        assertThat(eventTypes("en", title, "")).isEmpty();
    }

    @Test
    void aTypeNamedInPassingInTheLeadIsNotTold() {
        assertThat(eventTypes("en", "Minister visits the border", "He spoke of sanctions."))
                .isEmpty();
    }

    @Test
    void evidencePointsToTheWords() {
        EventTag tag = annotate("en", "Army agrees to truce in north", "").eventTypes().getFirst();

        Evidence evidence = tag.getEvidence().getFirst();
        assertThat(evidence.getText()).isEqualTo("truce");
        assertThat(evidence.getField()).isEqualTo(TextField.TITLE);
        assertThat(
                        "Army agrees to truce in north"
                                .substring(evidence.getStart(), evidence.getEnd()))
                .isEqualTo("truce");
        assertThat(evidence.getWeight()).isEqualTo(1.0);
    }

    @Test
    void aTextWithoutTitleIsReadByItsLead() {
        assertThat(eventTypes("en", "", "The two armies signed a ceasefire."))
                .contains("ceasefire");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Georgia votes in a runoff as Atlanta counts ballots       | US
                    Protesters fill Tbilisi as Georgia passes the law         | GE
                    Washington puts sanctions on officials in Georgia         | US GE
                    Jordan shoots down drones over Amman                      | JO
                    Jordan Miller wins the marathon in record time            | -
                    Chad Brown, a farmer, was not at home                     | -
                    How to roast a turkey                                     | -
                    Turkey bombs positions in Syria                           | TR SY
                    Fire in Lebanon, Pa., kills two                           | -
                    Militias fight near the port of Tripoli in Libya          | LY
                    Shots heard in Tripoli, an hour from Beirut               | LB
                    M23 rebels in Congo advance on Goma                       | CD
                    Brazzaville: the Republic of the Congo goes to the polls  | CG
                    Niger and Nigeria close their border                      | NE NG
                    Guinea-Bissau and Equatorial Guinea sign                  | GW GQ
                    South Sudan opposes the plan                              | SS
                    Sudan opposes the plan                                    | SD
                    North Korea fires missile                                 | KP
                    South Korea answers Pyongyang                             | KR KP
                    """)
    void namesakesAreToldApart(String title, String codes) {
        List<String> expected = codes.equals("-") ? List.of() : List.of(codes.split(" "));

        assertThat(annotate("en", title, "").countries())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ru | Обстрел Харькова         | kharkiv-ua
                    uk | Вибухи в Одесі           | odesa-ua
                    ar | قصف على رفح              | rafah-ps
                    he | אזעקות בחיפה             | haifa-il
                    fa | انفجار در تهران          | tehran-ir
                    zh | 基辅遭到袭击              | kyiv-ua
                    fr | Combats à El-Facher      | el-fasher-sd
                    de | Angriff auf Charkiw      | kharkiv-ua
                    """)
    void placesAreFoundInTheirLanguages(String language, String title, String id) {
        assertThat(annotate(language, title, "").places())
                .extracting(PlaceMention::getId)
                .contains(id);
    }

    @Test
    void aPlaceComesWithItsPointAndItsCountryInherits() {
        Annotations found = annotate("en", "Fighting reaches El Fasher", "");

        PlaceMention country = found.places().get(1);
        PlaceMention town = found.places().get(0);
        assertThat(List.of(town.getId(), country.getId())).containsExactly("el-fasher-sd", "sd");
        assertThat(town.getLatitude()).hasValue(13.63);
        assertThat(town.getLongitude()).hasValue(25.35);
        assertThat(town.getStart()).isEqualTo(17);
        assertThat(town.getEnd()).isEqualTo(26);
        assertThat(country.getKind()).isEqualTo(PlaceKind.COUNTRY);
        assertThat(country.getCount()).isZero();
        assertThat(country.getSalience()).isEqualTo(1.0);
    }

    @Test
    void theCountryOfTheTitleComesBeforeThatOfTheSummary() {
        assertThat(annotate("en", "Fighting in Sudan", "Chad watches with worry.").countries())
                .containsExactly("SD", "TD");
    }

    @Test
    void actorsHaveKindAndCountry() {
        ActorMention actor =
                annotate("en", "Rapid Support Forces enter the town", "").actors().getFirst();

        assertThat(actor.getId()).isEqualTo("rapid-support-forces");
        assertThat(actor.getCountry()).hasValue("SD");
        assertThat(actor.getCount()).isEqualTo(1);
    }

    @Test
    void theSameDataHaveTheSameVersion() {
        assertThat(new Annotator(AnnotationData.bundled()).version())
                .isEqualTo(ANNOTATOR.version());
    }

    @Test
    void emptyAndBrokenTextsAreAnswered() {
        assertThat(annotate("und", "", "").places()).isEmpty();
        assertThat(annotate("und", "\ud83d", "x".repeat(100_000)).eventTypes()).isEmpty();
    }

    private static List<String> eventTypes(String language, String title, String summary) {
        return annotate(language, title, summary).eventTypes().stream()
                .map(EventTag::getType)
                .toList();
    }

    private static Annotations annotate(String language, String title, String summary) {
        return ANNOTATOR.annotate(language, Reading.of(title, summary, Optional.empty()));
    }
}
