package dev.tocsin.egress;

import java.util.Optional;

/**
 * A server that takes mail from us (submission, RFC 6409).
 *
 * @param host also the name that its certificate has to have
 * @param user empty: no login
 */
public record MailServer(
        String host, int port, Security security, Optional<String> user, String password) {

    /** How the connection is protected. */
    public enum Security {
        /** Plain at first, then encrypted or given up (RFC 3207). */
        STARTTLS,
        /** Encrypted from the first byte (RFC 8314). */
        TLS,
        /** Not at all. */
        NONE
    }

    @Override
    public String toString() {
        return "MailServer[%s:%d, %s, user=%s, password=***]"
                .formatted(host, port, security, user.orElse("none"));
    }
}
