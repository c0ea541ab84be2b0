package dev.tocsin.console.api;

import java.util.function.Function;
import java.util.function.Supplier;

/** What follows from an object in force, made once for each such object. Thread-safe. */
public final class Derived<S, T> implements Supplier<T> {

    private record Made<S, T>(S source, T value) {}

    private final Supplier<S> inForce;
    private final Function<S, T> maker;
    private volatile Made<S, T> made;

    /**
     * @param inForce gives the same object as long as it says the same
     */
    public Derived(Supplier<S> inForce, Function<S, T> maker) {
        this.inForce = inForce;
        this.maker = maker;
        this.made = make(inForce.get());
    }

    @Override
    public T get() {
        S now = inForce.get();
        Made<S, T> known = made;
        if (known.source() != now) {
            known = make(now);
            made = known;
        }
        return known.value();
    }

    private Made<S, T> make(S source) {
        return new Made<>(source, maker.apply(source));
    }
}
