package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All countries and places known. Where a name has several, the first is meant unless the text says
 * otherwise.
 */
public record Gazetteer(List<Place> countries, List<Place> places, Namesakes namesakes) {

    /** The file of the countries. */
    public static final String COUNTRIES = "_countries.yaml";

    static final String NAMESAKES = "_namesakes.yaml";

    public Gazetteer {
        countries = List.copyOf(countries);
        places = List.copyOf(places);
    }

    /** A gazetteer from its files. */
    public static Gazetteer read(List<YamlFile> files) throws YamlException {
        Map<String, YamlFile> byName =
                files.stream().collect(Collectors.toMap(YamlFile::name, Function.identity()));
        List<Place> countries = CountryReader.read(require(byName, COUNTRIES));
        Namesakes namesakes = NamesakeReader.read(require(byName, NAMESAKES));
        List<Place> places = new ArrayList<>();
        for (YamlFile file : files) {
            if (!file.name().startsWith("_")) {
                places.addAll(PlaceReader.read(file));
            }
        }
        return new Gazetteer(countries, places, namesakes);
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
            throw new YamlException(name, 0, "is missing");
        }
        return file;
    }
}
