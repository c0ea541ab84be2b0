package dev.tocsin.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.EvidenceRole;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TaggerTest {

    private static final Tagger TAGGER = new Tagger(TaxonomyReader.bundled());
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    private static final String OPINION =
            """
            The bargaining between Kyiv and Moscow has gone round in a circle, and the Kremlin is the one who drew it.
            Envoys shook hands on the Bosphorus, cameras clicked, and an hour later everyone flew home. Nothing was signed.
            Ukraine came with a map and a pause in the shooting to offer. Russia came with the list it had brought the last time.
            Washington, which had promised to knock heads together, now says the two sides must sort it out. For Ukraine this is bad
            news dressed as a shrug; for Russia it is permission. Ukrainians have seen the play before.
            Remember how these evenings end. In Syria the guarantees lasted a season. In Chechnya they lasted less. In Minsk
            the ink was dry before the guns were quiet. A diplomat from Sweden told me that he keeps the old communiqués in a drawer.
            None of this means that talking is wrong. It means that Ukraine has to be stronger when it talks.
            """;

    @Test
    void anOpinionPieceIsFiledUnderTheWarItIsAboutAndNoOther() {
        String title = "The talks on Ukraine are back where Putin wanted them";
        String firstParagraph = OPINION.lines().findFirst().orElseThrow();
        assertThat(tags(title, "", OPINION)).containsExactly("russia-ukraine-war");
        assertThat(tags("", "", title + "\n" + OPINION)).containsExactly("russia-ukraine-war");
        assertThat(tags(title, firstParagraph, "")).containsExactly("russia-ukraine-war");
        assertThat(tags(title, OPINION, "")).containsExactly("russia-ukraine-war");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Shells hit a market in Omdurman                       | sudan-civil-war
                    Fighting spreads near Juba, South Sudan               | south-sudan
                    Rebels kill 12 soldiers in Niger                      | sahel-insurgency
                    Gunmen kill 12 villagers in Nigeria                   | nigeria-insurgency
                    Israeli jets bomb a suburb of Beirut in Lebanon       | israel-lebanon
                    Israel bombs a missile base in Iran                   | iran-israel-us
                    Ten dead as Israel shells Khan Younis                 | israel-palestine
                    Russian jets bomb Idlib in Syria                      | syria
                    Indian and Pakistani soldiers trade artillery fire    | india-pakistan-kashmir
                    M23 rebels enter Uvira                                | drc-east
                    Chinese warships drill off Taiwan                     | taiwan-strait
                    Des soldats tués dans une attaque au Mali             | sahel-insurgency
                    Un ataque del ELN deja cinco soldados muertos         | colombia
                    Drohnenangriff auf Charkiw                            | russia-ukraine-war
                    Войска обстреляли Херсон                              | russia-ukraine-war
                    Унаслідок атаки дронів на Одесу загинули люди         | russia-ukraine-war
                    مقتل عشرة مدنيين في قصف على الفاشر                     | sudan-civil-war
                    قصف على غزة وبيانات متضاربة                           | israel-palestine
                    US jets bomb a radar site in Iran                     | iran-israel-us
                    Russian missile lands in a Polish field               | russia-ukraine-war
                    Venäjän ohjusisku tappoi viisi Sumyssa                | russia-ukraine-war
                    Gazze'de hastane vuruldu                              | israel-palestine
                    שלושה חטופים שוחררו מרצועת עזה                        | israel-palestine
                    سپاه پاسداران از حمله موشکی به اسرائیل خبر داد        | iran-israel-us
                    缅军空袭实皆                                          | myanmar-civil-war
                    Waasi wa M23 wauteka mji mwingine mashariki mwa DRC   | drc-east
                    Terroristas atacam aldeia em Macomia                  | mozambique-cabo-delgado
                    """)
    void aHeadlineIsFiledUnderItsConflict(String title, String slug) {
        assertThat(tags(title, "", "")).containsExactly(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sudan reach the Africa Cup football final after beating Mali",
                "Supermarkets start a price war over bread in Nigeria",
                "Congo-Brazzaville holds a vote",
                "Bin strike in Birmingham enters its third week",
                "Georgia Tech wins on the road",
                "Yemen's coffee growers look for new buyers",
                "Somalia opens a new airport terminal",
                "India beat Pakistan by six wickets",
                "Turkey prices rise before the feast",
                "Russian central bank keeps its rate",
                "Star Wars drone show thrills fans",
                "Dynamo Kyiv win the derby",
                "Iran draw with Japan in volleyball",
                "Ethiopian Airlines orders twenty jets",
                "Netherlands return stolen bronzes to Nigeria",
                "Chivas gana el clásico en Guadalajara",
                "מכבי תל אביב זכתה באליפות הליגה",
                "تیم ملی فوتبال ایران قهرمان شد",
            })
    void newsOfOtherKindsIsNotTagged(String title) {
        assertThat(tags(title, "", "")).isEmpty();
    }

    @Test
    void aNameInTheFirstSentenceOfASummaryIsWhatItIsAbout() {
        String summary = "Ministers gathered to speak about Ukraine and their own safety.";
        assertThat(tags("Paris hosts another round", summary, ""))
                .containsExactly("russia-ukraine-war");
    }

    @Test
    void aNameLateInASummaryBelowATitleOfSomethingElseIsInPassing() {
        String summary =
                "The harbour city learns this week whether it will host the contest, which forty countries"
                        + " have said they will enter; the last winner, Ukraine, could not hold it.";
        Tag tag = TAGGER.tag(article("Harbour city waits for a decision", summary, "")).getFirst();
        assertThat(tag.getTier()).isEqualTo(Tier.RELATED);
    }

    @Test
    void aConflictThatHadNotBegunIsNotTagged() {
        ArticleText before =
                new ArticleText(
                        "en",
                        "Rapid Support Forces kill ten in Darfur",
                        "",
                        Optional.empty(),
                        Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(TAGGER.tag(before)).isEmpty();
    }

    @Test
    void severalConflictsMayBeConfirmedAndTheBestComesFirst() {
        List<Tag> tags =
                TAGGER.tag(
                        article(
                                "Houthis fire missile as Gaza truce fails",
                                "Hamas blamed Israel; in Gaza hostages' families protested.",
                                ""));
        assertThat(tags)
                .extracting(Tag::getConflictTopic)
                .containsExactly("israel-palestine", "yemen");
        assertThat(tags.getFirst().getScore()).isGreaterThan(tags.getLast().getScore());
    }

    @Test
    void aConflictFarBehindTheBestIsOnlyRelated() {
        List<Tag> tags =
                TAGGER.tag(
                        article(
                                "Ukraine: Kharkiv and Kherson shelled, Zelensky says",
                                "Kyiv asked for missiles. Officials compared Donetsk to war-time Syria.",
                                ""));
        assertThat(tags)
                .extracting(Tag::getConflictTopic, Tag::getTier)
                .contains(tuple("russia-ukraine-war", Tier.CONFIRMED))
                .doesNotContain(tuple("syria", Tier.CONFIRMED));
    }

    @Test
    void aConflictThatWeakTermsAloneTellIsRelatedBesideOneThatStrongTermsTell() {
        List<Tag> tags =
                TAGGER.tag(article("RSF drones hit el-Fasher from a base on the Red Sea", "", ""));
        assertThat(tags)
                .extracting(Tag::getConflictTopic, Tag::getTier)
                .containsExactly(
                        tuple("sudan-civil-war", Tier.CONFIRMED), tuple("yemen", Tier.RELATED));
    }

    @Test
    void aNameInTheSecondSentenceOfASummaryIsInPassing() {
        String summary =
                "The vote in the island republic is about ferries and harbour dues. Some spoke of Ukraine.";
        Tag tag = TAGGER.tag(article("Islanders elect a president", summary, "")).getFirst();
        assertThat(tag.getTier()).isEqualTo(Tier.RELATED);
    }

    @Test
    void evidencePointsAtTheWordsThatCounted() {
        ArticleText article = article("Airstrike kills five in Yemen", "Houthis blamed it.", "");
        Tag tag = TAGGER.tag(article).getFirst();
        assertThat(tag.getEvidence())
                .extracting(Evidence::getRole)
                .contains(EvidenceRole.WEAK, EvidenceRole.CONTEXT, EvidenceRole.STRONG);
        for (Evidence evidence : tag.getEvidence()) {
            String field =
                    evidence.getField() == TextField.TITLE ? article.title() : article.summary();
            assertThat(field.substring(evidence.getStart(), evidence.getEnd()))
                    .isEqualTo(evidence.getText());
        }
        double sum = tag.getEvidence().stream().mapToDouble(Evidence::getWeight).sum();
        assertThat(tag.getScore()).isCloseTo(sum, offset(0.01));
    }

    @Test
    void evidenceIsBounded() {
        Tag tag = TAGGER.tag(article("", "", "Ukraine war. ".repeat(1000))).getFirst();
        assertThat(tag.getEvidence()).hasSize(40);
    }

    @Test
    void theSameArticleAlwaysGetsTheSameTags() {
        ArticleText article = article("Gaza, Ukraine and Sudan: wars without end", OPINION, "");
        assertThat(TAGGER.tag(article)).isEqualTo(TAGGER.tag(article));
    }

    @Test
    void carriesTheVersionOfItsTaxonomy() {
        assertThat(TAGGER.taxonomyVersion()).isEqualTo(TaxonomyReader.bundled().version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\uD800\uDC00\uD800",
                "\uDFFF",
                "<p>Gaza</p> &amp;",
                "حرب war война 战争 מלחמה",
                "\u202eabc\u202c",
            })
    void anyTextIsSafe(String text) {
        assertThat(TAGGER.tag(article(text, text, text))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "Iran Israel war ", "Israel ", "Yemen war football ", "غزة ", "台湾"})
    void hugeTextsAreSafe(String piece) {
        String huge = piece.repeat(1_000_000 / piece.length());
        assertThat(TAGGER.tag(article(huge, huge, huge))).isNotNull();
    }

    private static List<String> tags(String title, String summary, String body) {
        return TAGGER.tag(article(title, summary, body)).stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .map(Tag::getConflictTopic)
                .toList();
    }

    private static ArticleText article(String title, String summary, String body) {
        return new ArticleText("und", title, summary, Optional.of(body), NOW);
    }
}
