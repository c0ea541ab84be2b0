package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All actors known. */
public record Actors(List<Actor> actors) {

    public Actors {
        actors = List.copyOf(actors);
    }

    /** Actors from their files. */
    public static Actors read(List<YamlFile> files) throws YamlException {
        List<Actor> actors = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (YamlFile file : files) {
            actors.addAll(ActorReader.read(file, known));
        }
        return new Actors(actors);
    }

    /** The actor of that id, if there is one. */
    public Optional<Actor> find(String id) {
        return actors.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Adds all names. */
    public void addTo(LexiconBuilder lexicon) {
        for (Actor actor : actors) {
            ActorName name = new ActorName(actor);
            actor.names().forEach(term -> lexicon.add(term, name));
        }
    }
}
