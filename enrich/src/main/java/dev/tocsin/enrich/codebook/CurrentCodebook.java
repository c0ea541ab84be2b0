package dev.tocsin.enrich.codebook;

import java.util.function.Supplier;

/**
 * The codebook in force. It changes between two articles and never within one: whoever asks once
 * for an article has one codebook for its tags, its annotations and their versions.
 */
public final class CurrentCodebook implements Supplier<Coder> {

    private record InForce(Codebook codebook, Coder coder) {}

    private volatile InForce inForce;

    public CurrentCodebook(Codebook codebook) {
        this.inForce = new InForce(codebook, Coder.of(codebook));
    }

    @Override
    public Coder get() {
        return inForce.coder();
    }

    /** What it says; the same object as long as it says the same. */
    public Codebook codebook() {
        return inForce.codebook();
    }

    /**
     * Puts another codebook in force. Compiles it in the calling thread; those who read articles
     * meanwhile go on with the old one.
     *
     * @return false if it says the same as the one in force, which then stays
     */
    public boolean swap(Codebook next) {
        InForce now = inForce;
        if (next.agrees(now.codebook())) {
            return false;
        }
        inForce = new InForce(next, now.coder().after(next));
        return true;
    }
}
