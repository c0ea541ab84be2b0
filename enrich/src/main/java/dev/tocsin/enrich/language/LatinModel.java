package dev.tocsin.enrich.language;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The statistical model for languages in Latin letters. */
final class LatinModel {

    private static final String RESOURCE = "/langdetect-183.bin";

    /** The best language has to be so much likelier than the next, or the text says too little. */
    private static final double MARGIN = 1.1;

    private static final Map<String, String> KNOWN =
            Map.ofEntries(
                    Map.entry("eng", "en"),
                    Map.entry("fra", "fr"),
                    Map.entry("spa", "es"),
                    Map.entry("deu", "de"),
                    Map.entry("por", "pt"),
                    Map.entry("ita", "it"),
                    Map.entry("nld", "nl"),
                    Map.entry("pol", "pl"),
                    Map.entry("fin", "fi"),
                    Map.entry("swe", "sv"),
                    Map.entry("nob", "no"),
                    Map.entry("dan", "da"),
                    Map.entry("ces", "cs"),
                    Map.entry("ron", "ro"),
                    Map.entry("tur", "tr"),
                    Map.entry("hun", "hu"),
                    Map.entry("ind", "id"),
                    Map.entry("vie", "vi"),
                    Map.entry("swa", "sw"),
                    Map.entry("som", "so"),
                    Map.entry("ekk", "et"));

    private final LanguageDetectorModel model;

    private LatinModel(LanguageDetectorModel model) {
        this.model = model;
    }

    static LatinModel load() {
        try (InputStream resource = LatinModel.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(
                        RESOURCE + " is missing: add opennlp-models-langdetect to the class path");
            }
            return new LatinModel(new LanguageDetectorModel(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The most likely of the languages known, if it is likely enough. */
    Optional<String> detect(String text) {
        // The model is shared, the detector around it is not made for several threads.
        LanguageDetectorME detector = new LanguageDetectorME(model);
        Language best = null;
        double next = 0;
        for (Language each : detector.predictLanguages(text)) {
            if (!KNOWN.containsKey(each.getLang())) {
                continue;
            }
            // They come by falling likelihood.
            if (best != null) {
                next = each.getConfidence();
                break;
            }
            best = each;
        }
        return best == null || best.getConfidence() < next * MARGIN
                ? Optional.empty()
                : Optional.ofNullable(KNOWN.get(best.getLang()));
    }
}
