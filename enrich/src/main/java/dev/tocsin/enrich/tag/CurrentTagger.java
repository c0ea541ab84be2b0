package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.taxonomy.Taxonomy;

import java.util.function.Supplier;

/**
 * The tagger in force. It changes between two articles and never within one: whoever asks once for
 * an article has one taxonomy for its tags and their version.
 */
public final class CurrentTagger implements Supplier<Tagger> {
    private volatile Tagger tagger;

    public CurrentTagger(Taxonomy taxonomy) {
        this.tagger = new Tagger(taxonomy);
    }

    @Override
    public Tagger get() {
        return tagger;
    }

    /**
     * Puts another taxonomy in force. Compiles it in the calling thread; those who tag meanwhile go
     * on with the old one.
     *
     * @return false if it says the same as the one in force, which then stays
     */
    public boolean swap(Taxonomy taxonomy) {
        if (taxonomy.version().equals(tagger.taxonomyVersion())) {
            return false;
        }
        tagger = new Tagger(taxonomy);
        return true;
    }
}
