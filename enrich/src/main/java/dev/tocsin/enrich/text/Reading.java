package dev.tocsin.enrich.text;

import dev.tocsin.schemas.TextField;

import java.util.List;
import java.util.Optional;

/** The words of an article, cut once for all who look at them. */
public record Reading(Passage title, Passage summary, Passage body) {

    /** Reads cleaned texts. */
    public static Reading of(String title, String summary, Optional<String> body) {
        return new Reading(
                Passage.of(TextField.TITLE, title),
                Passage.of(TextField.SUMMARY, summary),
                Passage.of(TextField.BODY, body.orElse("")));
    }

    /** Title, summary, body. */
    public List<Passage> passages() {
        return List.of(title, summary, body);
    }
}
