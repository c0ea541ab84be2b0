package dev.tocsin.egress;

import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/** The name service gave no answer, which says nothing about the name. */
final class LookupFailedException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    LookupFailedException(String host) {
        super(host);
    }

    /** As which of the two a look-up's failure counts. */
    static UnknownHostException of(String host, Throwable failure) {
        String words =
                Optional.ofNullable(failure.getMessage()).orElse("").toLowerCase(Locale.ROOT);
        boolean isUnknown =
                failure instanceof UnknownHostException && !words.contains("temporary failure");
        UnknownHostException result =
                isUnknown ? new UnknownHostException(host) : new LookupFailedException(host);
        result.initCause(failure);
        return result;
    }
}
