package dev.tocsin.enrich.annotate;

import dev.tocsin.enrich.actor.Actors;
import dev.tocsin.enrich.event.EventTypes;
import dev.tocsin.enrich.match.Lexicon;
import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.enrich.place.Gazetteer;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlFolder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Event types, places and actors as data. */
public record AnnotationData(EventTypes eventTypes, Gazetteer gazetteer, Actors actors) {

    private static final int HEX_DIGITS = 12;

    /** What comes with the program. */
    public static AnnotationData bundled() {
        try {
            return new AnnotationData(
                    EventTypes.read(bundled("/events/" + EventTypes.SHARED)),
                    Gazetteer.read(bundled("/places/" + Gazetteer.COUNTRIES)),
                    Actors.read(bundled("/actors/" + Actors.ANCHOR)));
        } catch (YamlException e) {
            throw new IllegalStateException(
                    "the bundled data cannot be read: " + e.getMessage(), e);
        }
    }

    /** A short hash of what the data say; the same content always has the same version. */
    String version() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** All words of all data. */
    Lexicon lexicon() {
        LexiconBuilder lexicon = new LexiconBuilder();
        eventTypes.addTo(lexicon);
        gazetteer.addTo(lexicon);
        actors.addTo(lexicon);
        return lexicon.build();
    }

    private static List<YamlFile> bundled(String anchor) throws YamlException {
        return YamlFolder.bundled(AnnotationData.class, anchor);
    }
}
