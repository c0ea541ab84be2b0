package dev.tocsin.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.Occurrence;

import org.junit.jupiter.api.Test;

class SequelTest {
    private static final KnownArticle KNOWN = KnownArticle.first("courier", "text-1");

    @Test
    void anArticleNeverSeenIsTheFirst() {
        Sequel sequel = Sequel.of(null, "courier", "text-1");

        assertThat(sequel.occurrence()).contains(Occurrence.FIRST);
        assertThat(sequel.known()).isEqualTo(KNOWN);
    }

    @Test
    void anotherTextFromItsOwnFeedIsTheNextRevision() {
        Sequel sequel = Sequel.of(KNOWN, "courier", "text-2");

        assertThat(sequel.occurrence()).contains(Occurrence.REVISION);
        assertThat(sequel.known().revision()).isEqualTo(2);
        assertThat(sequel.known().contentHash()).isEqualTo("text-2");
    }

    @Test
    void theSameTextFromItsOwnFeedIsNothingNew() {
        Sequel sequel = Sequel.of(KNOWN, "courier", "text-1");

        assertThat(sequel.occurrence()).isEmpty();
        assertThat(sequel.known()).isEqualTo(KNOWN);
    }

    @Test
    void anotherFeedSightsItOnceWhateverItsTextAndChangesNoRevision() {
        Sequel first = Sequel.of(KNOWN, "mirror", "text-shortened");
        Sequel second = Sequel.of(first.known(), "mirror", "text-shortened-again");

        assertThat(first.occurrence()).contains(Occurrence.SIGHTING);
        assertThat(first.known().revision()).isEqualTo(1);
        assertThat(first.known().contentHash()).isEqualTo("text-1");
        assertThat(second.occurrence()).isEmpty();
    }

    @Test
    void goingBackToAnEarlierTextIsARevisionToo() {
        KnownArticle second = Sequel.of(KNOWN, "courier", "text-2").known();

        assertThat(Sequel.of(second, "courier", "text-1").known().revision()).isEqualTo(3);
    }
}
