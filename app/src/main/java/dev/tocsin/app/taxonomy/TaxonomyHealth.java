package dev.tocsin.app.taxonomy;

import dev.tocsin.console.api.Health;
import dev.tocsin.enrich.codebook.CurrentCodebook;

import java.util.Map;

/** How a taxonomy that may change while the program runs is doing. */
public final class TaxonomyHealth {
    private TaxonomyHealth() {}

    /**
     * @param inForce which one articles are tagged by
     * @param problem why it is not the newest; empty if it is
     */
    public static Health of(CurrentCodebook current, String inForce, String problem) {
        return new Health(
                "taxonomy",
                problem.isEmpty() ? Health.State.RUNNING : Health.State.WAITING,
                problem.isEmpty() ? inForce : inForce + "; " + problem,
                Map.of(
                        "taxonomyVersion", current.get().tagger().taxonomyVersion(),
                        "annotationVersion", current.get().annotator().version()));
    }
}
