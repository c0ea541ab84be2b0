package dev.tocsin.enrich.annotate;

import dev.tocsin.enrich.actor.ActorExplainer;
import dev.tocsin.enrich.actor.ActorFinder;
import dev.tocsin.enrich.event.EventExplainer;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Lexicon;
import dev.tocsin.enrich.place.PlaceExplainer;
import dev.tocsin.enrich.text.Reading;

import java.util.List;

/**
 * Why event types, places and actors are, or are not, found in an article. Reads it as the {@link
 * Annotator} does.
 */
public final class AnnotationExplainer {
    private final AnnotationData data;
    private final boolean isUntitled;
    private final Findings title;
    private final Findings summary;
    private final Findings body;

    /**
     * @param language ISO 639-1, "und" if unknown
     */
    public AnnotationExplainer(AnnotationData data, String language, Reading reading) {
        this.data = data;
        Lexicon lexicon = data.lexicon();
        this.isUntitled = reading.title().isBlank();
        this.title = lexicon.find(language, reading.title());
        this.summary = lexicon.find(language, reading.summary());
        this.body = lexicon.find(language, reading.body());
    }

    /** For event types. */
    public EventExplainer events() {
        boolean bodyLeads = summary.passage().isBlank();
        Findings lead = bodyLeads ? body : summary;
        return new EventExplainer(
                data.eventTypes(),
                isUntitled ? lead : title,
                isUntitled ? title : lead,
                bodyLeads ? List.of() : List.of(body));
    }

    /** For countries and places. */
    public PlaceExplainer places() {
        return new PlaceExplainer(data.gazetteer(), passages(), ActorFinder.find(passages()));
    }

    /** For actors. */
    public ActorExplainer actors() {
        return new ActorExplainer(data.actors(), passages());
    }

    private List<Findings> passages() {
        return List.of(title, summary, body);
    }
}
