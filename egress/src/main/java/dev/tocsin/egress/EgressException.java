package dev.tocsin.egress;

import java.io.IOException;

/** A failure that already knows what it is called. */
final class EgressException extends IOException {
    private static final long serialVersionUID = 1L;

    private final EgressError error;

    EgressException(EgressError error, String sentence) {
        super(sentence);
        this.error = error;
    }

    EgressError error() {
        return error;
    }
}
