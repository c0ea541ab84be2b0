package dev.tocsin.enrich.place;

import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;

import java.util.List;

/** Reads {@code at: [latitude, longitude]}. */
final class Points {

    private Points() {}

    static Place.Point read(Keys keys) throws YamlException {
        List<String> written = keys.texts("at");
        try {
            Place.Point point =
                    new Place.Point(
                            Double.parseDouble(written.get(0)), Double.parseDouble(written.get(1)));
            if (Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180) {
                return point;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw problem(keys, written);
        }
        throw problem(keys, written);
    }

    private static YamlException problem(Keys keys, List<String> written) {
        return keys.file()
                .error(
                        keys.line("at"),
                        "at " + written + ": expected degrees as [latitude, longitude]");
    }
}
