package dev.tocsin.enrich.actor;

import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All actors known. */
public record Actors(List<Actor> actors) {

    /** A file of the folder. */
    public static final String ANCHOR = "leaders.yaml";

    public Actors {
        actors = List.copyOf(actors);
    }

    /** Actors from their files. */
    public static Actors read(List<YamlFile> files) throws YamlException {
        List<Actor> actors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlFile file : files) {
            for (Actor actor : ActorReader.read(file)) {
                if (!ids.add(actor.id())) {
                    throw file.error(1, "the id \"" + actor.id() + "\" stands here twice");
                }
                actors.add(actor);
            }
        }
        return new Actors(actors);
    }

    /** Adds all names. */
    public void addTo(LexiconBuilder lexicon) {
        for (Actor actor : actors) {
            ActorName name = new ActorName(actor);
            actor.names().forEach(term -> lexicon.add(term, name));
        }
    }
}
