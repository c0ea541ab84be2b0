package dev.tocsin.app.pipeline;

import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;

import java.util.function.Function;
import java.util.function.Supplier;

/** Something that follows from the codebook in force, made once for each. Thread-safe. */
final class ByCodebook<T> implements Supplier<T> {

    private record Made<T>(Codebook codebook, T value) {}

    private final CurrentCodebook current;
    private final Function<Codebook, T> maker;
    private volatile Made<T> made;

    ByCodebook(CurrentCodebook current, Function<Codebook, T> maker) {
        this.current = current;
        this.maker = maker;
        this.made = make(current.codebook());
    }

    @Override
    public T get() {
        Codebook codebook = current.codebook();
        Made<T> known = made;
        if (known.codebook() != codebook) {
            known = make(codebook);
            made = known;
        }
        return known.value();
    }

    private Made<T> make(Codebook codebook) {
        return new Made<>(codebook, maker.apply(codebook));
    }
}
