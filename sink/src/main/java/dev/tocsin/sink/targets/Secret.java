package dev.tocsin.sink.targets;

/** A text that never shows itself. */
public final class Secret {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** For the wire only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
