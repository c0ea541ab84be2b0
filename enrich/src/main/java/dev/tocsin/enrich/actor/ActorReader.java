package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermReader;
import dev.tocsin.schemas.ActorKind;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a file of actors of one kind. */
final class ActorReader {

    private static final List<String> KEYS = List.of("id", "name", "country", "names");
    private static final List<String> KINDS =
            List.of("STATE_FORCE", "ARMED_GROUP", "LEADER", "ORGANISATION");

    private ActorReader() {}

    static List<Actor> read(YamlFile file) throws YamlException {
        Keys keys = file.keys(List.of("kind", "actors"));
        ActorKind kind = kind(file, keys);
        TermReader terms = new TermReader(file);
        List<Actor> actors = new ArrayList<>();
        for (Keys actor : keys.each("actors", KEYS)) {
            List<Term> names = terms.list(actor.require("names"), Term.ANY);
            actors.add(
                    new Actor(
                            required(actor, "id"),
                            required(actor, "name"),
                            kind,
                            actor.text("country"),
                            names));
        }
        return actors;
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
