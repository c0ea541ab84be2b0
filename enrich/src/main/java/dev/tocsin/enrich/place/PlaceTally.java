package dev.tocsin.enrich.place;

import dev.tocsin.schemas.PlaceMention;
import dev.tocsin.schemas.TextField;

/** How often and where a text names one place. */
final class PlaceTally {

    static final int MOST_COUNTED = 6;

    private final Place place;
    private TextField field = TextField.UNKNOWN;
    private int start;
    private int end;
    private int count;
    private double own;
    private double inherited;

    PlaceTally(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    void mention(Candidates mention) {
        TextField where = mention.findings().passage().field();
        if (count == 0) {
            field = where;
            start = mention.findings().passage().tokens().start(mention.first());
            end = mention.findings().passage().tokens().end(mention.last());
        }
        count++;
        own += count <= MOST_COUNTED ? weight(where) : 0;
    }

    /** Takes in the weight of a place or an actor of this country. */
    void inherit(double weight) {
        inherited += weight;
    }

    double own() {
        return own;
    }

    double weight() {
        return own + inherited;
    }

    PlaceMention mention(double total) {
        return new PlaceMention(
                place.id(),
                place.name(),
                place.kind(),
                place.country().orElse(null),
                place.point().map(Place.Point::latitude).orElse(null),
                place.point().map(Place.Point::longitude).orElse(null),
                count,
                Math.round(weight() / total * 1000) / 1000.0,
                field,
                start,
                end);
    }

    static double weight(TextField field) {
        return switch (field) {
            case TITLE -> 3;
            case SUMMARY -> 2;
            case BODY, UNKNOWN -> 1;
        };
    }
}
