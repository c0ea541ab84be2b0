package dev.tocsin.enrich.place;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.schemas.PlaceKind;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the countries: what CLDR calls them, and what else the file says. */
final class CountryReader {

    private static final List<String> KEYS = List.of("name", "at", "names", "people");

    private final YamlFile file;
    private final TermReader terms;
    private final CountryNames cldr;

    private CountryReader(YamlFile file) {
        this.file = file;
        this.terms = new TermReader(file);
        this.cldr =
                new CountryNames(file.root().fields().stream().map(YamlNode.Field::key).toList());
    }

    static List<Place> read(YamlFile file) throws YamlException {
        CountryReader reader = new CountryReader(file);
        List<Place> countries = new ArrayList<>();
        for (YamlNode.Field field : file.root().fields()) {
            file.attempt(false, () -> countries.add(reader.country(field)));
        }
        return countries;
    }

    private Place country(YamlNode.Field field) throws YamlException {
        String code = field.key();
        if (!CountryCodes.ALL.contains(code)) {
            throw file.error(field.line(), "\"" + code + "\" is no ISO 3166-1 alpha-2 code");
        }
        if (!(field.value() instanceof YamlNode.Mapping mapping)) {
            throw file.error(field.line(), "expected \"{at: [latitude, longitude]}\"");
        }
        Keys keys = Keys.of(file, mapping, KEYS);
        Set<Term> names = new LinkedHashSet<>(cldr.of(code));
        names.addAll(list(keys, "names"));
        Optional<YamlNode> people = keys.find("people");
        if (people.isPresent()) {
            names.addAll(file.attempt(List.<Term>of(), () -> terms.byLanguage(people.get())));
        }
        return new Place(
                code.toLowerCase(Locale.ROOT),
                keys.text("name")
                        .orElseGet(() -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)),
                PlaceKind.COUNTRY,
                Optional.of(code),
                file.attempt(Optional.empty(), () -> Optional.of(Points.read(keys))),
                List.copyOf(names));
    }

    private List<Term> list(Keys keys, String key) throws YamlException {
        Optional<YamlNode> node = keys.find(key);
        return node.isPresent()
                ? file.attempt(List.of(), () -> terms.list(node.get(), Term.ANY))
                : List.of();
    }
}
