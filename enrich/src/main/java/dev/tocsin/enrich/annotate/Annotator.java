package dev.tocsin.enrich.annotate;

import dev.tocsin.enrich.actor.ActorFinder;
import dev.tocsin.enrich.event.EventTagger;
import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Lexicon;
import dev.tocsin.enrich.place.PlaceFinder;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.ActorMention;

import java.util.List;

/**
 * Finds event types, places and actors in one pass over the words: a pure function of texts and
 * data. Thread-safe.
 */
public final class Annotator {

    private final String version;
    private final Lexicon lexicon;
    private final EventTagger events;
    private final PlaceFinder places;

    public Annotator(AnnotationData data) {
        this.version = data.version();
        this.lexicon = data.lexicon();
        this.events = new EventTagger(data.eventTypes());
        this.places = new PlaceFinder(data.gazetteer());
    }

    /** Version of the data that the annotations follow. */
    public String version() {
        return version;
    }

    /**
     * What the article tells.
     *
     * @param language ISO 639-1, "und" if unknown
     */
    public Annotations annotate(String language, Reading reading) {
        Findings title = lexicon.find(language, reading.title());
        Findings summary = lexicon.find(language, reading.summary());
        Findings body = lexicon.find(language, reading.body());
        List<Findings> all = List.of(title, summary, body);
        List<ActorMention> actors = ActorFinder.find(all);
        Findings lead = reading.summary().isBlank() ? body : summary;
        return new Annotations(
                reading.title().isBlank() ? events.tag(lead, title) : events.tag(title, lead),
                places.find(all, actors),
                actors);
    }
}
