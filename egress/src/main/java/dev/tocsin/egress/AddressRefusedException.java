package dev.tocsin.egress;

import java.net.UnknownHostException;

/** Carries the guard's refusal through the HTTP library. */
final class AddressRefusedException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    AddressRefusedException(String sentence) {
        super(sentence);
    }
}
