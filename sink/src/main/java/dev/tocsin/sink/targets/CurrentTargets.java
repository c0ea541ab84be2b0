package dev.tocsin.sink.targets;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The targets in force; may be exchanged at any time. */
public final class CurrentTargets implements Supplier<Targets> {
    private final AtomicReference<Targets> targets;

    public CurrentTargets(Targets targets) {
        this.targets = new AtomicReference<>(targets);
    }

    @Override
    public Targets get() {
        return targets.get();
    }

    /** True if the new ones differ from the old. */
    public boolean swap(Targets next) {
        return !targets.getAndSet(next).equals(next);
    }
}
