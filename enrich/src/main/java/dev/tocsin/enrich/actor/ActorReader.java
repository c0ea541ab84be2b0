package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.place.CountryCodes;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.schemas.ActorKind;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a file of actors of one kind. */
final class ActorReader {

    static final List<String> FILE_KEYS = List.of("kind", "actors");
    static final List<String> KEYS = List.of("id", "name", "country", "names");
    private static final List<String> KINDS =
            List.of("STATE_FORCE", "ARMED_GROUP", "LEADER", "ORGANISATION");

    private ActorReader() {}

    /**
     * @param known where the actors of other files stand, by id; gets those of this one
     */
    static List<Actor> read(YamlFile file, Map<String, String> known) throws YamlException {
        Keys keys = file.keys(FILE_KEYS);
        ActorKind kind = file.attempt(ActorKind.UNKNOWN, () -> kind(file, keys));
        List<Actor> actors = new ArrayList<>();
        for (Keys each : keys.each("actors", KEYS)) {
            file.attempt(false, () -> actors.add(newActor(each, kind, known)));
        }
        return actors;
    }

    private static Actor newActor(Keys keys, ActorKind kind, Map<String, String> known)
            throws YamlException {
        YamlFile file = keys.file();
        Actor actor = actor(file, keys, kind);
        String other = known.put(actor.id(), file.name() + ":" + keys.line());
        if (other != null) {
            throw file.error(
                    keys.line(),
                    "the actor \"%s\" stands in %s already".formatted(actor.id(), other));
        }
        return actor;
    }

    private static Actor actor(YamlFile file, Keys keys, ActorKind kind) throws YamlException {
        Optional<String> country = keys.text("country");
        if (country.isPresent() && !CountryCodes.ALL.contains(country.get())) {
            file.problems()
                    .tell(
                            file.error(
                                    keys.line("country"),
                                    "\"%s\" is no ISO 3166-1 alpha-2 code such as SD"
                                            .formatted(country.get())));
        }
        return new Actor(
                required(keys, "id"),
                file.attempt("", () -> required(keys, "name")),
                kind,
                country,
                file.attempt(
                        List.of(),
                        () -> new TermReader(file).list(keys.require("names"), Term.ANY)));
    }

    private static ActorKind kind(YamlFile file, Keys keys) throws YamlException {
        String written = required(keys, "kind").toUpperCase(Locale.ROOT).replace('-', '_');
        if (!KINDS.contains(written)) {
            throw file.error(
                    keys.line("kind"),
                    "kind: expected state-force, armed-group, leader or organisation");
        }
        return ActorKind.valueOf(written);
    }

    private static String required(Keys keys, String key) throws YamlException {
        keys.require(key);
        return keys.text(key).orElse("");
    }
}
