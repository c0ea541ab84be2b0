package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All countries and places known. Where a name has several, the first is meant unless the text says
 * otherwise.
 */
public record Gazetteer(List<Place> countries, List<Place> places, Namesakes namesakes) {

    /** Name without ending of the file of countries. */
    static final String COUNTRIES = "_countries";

    static final String NAMESAKES = "_namesakes";

    public Gazetteer {
        countries = List.copyOf(countries);
        places = List.copyOf(places);
    }

    /** A gazetteer from its files. */
    public static Gazetteer read(List<YamlFile> files) throws YamlException {
        Map<String, YamlFile> byName =
                files.stream().collect(Collectors.toMap(YamlFile::stem, Function.identity()));
        List<Place> countries = CountryReader.read(require(byName, COUNTRIES));
        Namesakes namesakes = NamesakeReader.read(require(byName, NAMESAKES));
        List<Place> places = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (YamlFile file : files) {
            if (!file.stem().startsWith("_")) {
                places.addAll(PlaceReader.read(file, known));
            }
        }
        return new Gazetteer(countries, places, namesakes);
    }

    /** Countries, then places. */
    public List<Place> all() {
        return Stream.concat(countries.stream(), places.stream()).toList();
    }

    /** The country or place of that id, if there is one. */
    public Optional<Place> find(String id) {
        return Stream.concat(countries.stream(), places.stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /** Adds all names. */
    public void addTo(LexiconBuilder lexicon) {
        namesakes.phrases().forEach(term -> lexicon.add(term, new NoPlace()));
        countries.forEach(place -> add(lexicon, place));
        places.forEach(place -> add(lexicon, place));
    }

    /** The countries by ISO 3166-1 alpha-2 code. */
    Map<String, Place> byCode() {
        return countries.stream()
                .collect(
                        Collectors.toMap(
                                each -> each.country().orElseThrow(), Function.identity()));
    }

    private static void add(LexiconBuilder lexicon, Place place) {
        PlaceName name = new PlaceName(place);
        place.names().forEach(term -> lexicon.add(term, name));
    }

    private static YamlFile require(Map<String, YamlFile> files, String name) throws YamlException {
        YamlFile file = files.get(name);
        if (file == null) {
            throw new YamlException("places/" + name + ".yaml", 0, "is missing or empty");
        }
        return file;
    }
}
