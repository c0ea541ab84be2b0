package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the places of a region: lists by country, those of no country under {@code sea}. */
final class PlaceReader {

    private static final List<String> KEYS = List.of("name", "kind", "at", "names");
    private static final String NO_COUNTRY = "sea";

    private final YamlFile file;
    private final TermReader terms;

    private PlaceReader(YamlFile file) {
        this.file = file;
        this.terms = new TermReader(file);
    }

    /**
     * @param known where the places of other files stand, by id; gets those of this one
     */
    static List<Place> read(YamlFile file, Map<String, String> known) throws YamlException {
        PlaceReader reader = new PlaceReader(file);
        List<String> codes = new ArrayList<>(CountryCodes.ALL);
        codes.add(NO_COUNTRY);
        Keys keys = file.keys(codes);
        List<Place> places = new ArrayList<>();
        for (YamlNode.Field country : file.root().fields()) {
            for (Keys place : file.attempt(List.<Keys>of(), () -> keys.each(country.key(), KEYS))) {
                file.attempt(false, () -> places.add(reader.newPlace(place, country.key(), known)));
            }
        }
        return places;
    }

    private Place newPlace(Keys keys, String country, Map<String, String> known)
            throws YamlException {
        Place read = place(keys, country);
        String other = known.put(read.id(), file.name() + ":" + keys.line());
        if (other != null) {
            throw file.error(
                    keys.line(),
                    "the place \"%s\" stands in %s already".formatted(read.id(), other));
        }
        return read;
    }

    private Place place(Keys keys, String country) throws YamlException {
        String name = keys.text("name").orElse("");
        Set<Term> names = new LinkedHashSet<>();
        names.addAll(terms.list(nameNode(keys), Term.ANY));
        Optional<YamlNode> others = keys.find("names");
        if (others.isPresent()) {
            names.addAll(file.attempt(List.<Term>of(), () -> terms.list(others.get(), Term.ANY)));
        }
        return new Place(
                slug(name) + "-" + country.toLowerCase(Locale.ROOT),
                name,
                file.attempt(PlaceKind.CITY, () -> kind(keys)),
                country.equals(NO_COUNTRY) ? Optional.empty() : Optional.of(country),
                file.attempt(Optional.empty(), () -> Optional.of(Points.read(keys))),
                List.copyOf(names));
    }

    private static YamlNode nameNode(Keys keys) throws YamlException {
        YamlNode name = keys.require("name");
        return new YamlNode.Sequence(name.line(), List.of(name));
    }

    private PlaceKind kind(Keys keys) throws YamlException {
        String written = keys.text("kind").orElse("city");
        return switch (written) {
            case "city" -> PlaceKind.CITY;
            case "region" -> PlaceKind.REGION;
            case "camp" -> PlaceKind.CAMP;
            case "water" -> PlaceKind.WATER;
            case "site" -> PlaceKind.SITE;
            default ->
                    throw file.error(
                            keys.line("kind"),
                            "kind \"" + written + "\": expected city, region, camp, water or site");
        };
    }

    private static String slug(String name) {
        Tokens words = Tokenizer.tokenize(name);
        List<String> folded = new ArrayList<>();
        for (int word = 0; word < words.count(); word++) {
            folded.add(words.folded(word));
        }
        return String.join("-", folded);
    }
}
