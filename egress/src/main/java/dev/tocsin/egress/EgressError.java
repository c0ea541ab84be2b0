package dev.tocsin.egress;

/** Why an exchange brought no response. The names are stable: they are stored and counted. */
public enum EgressError {
    /** The host is, or redirects to, an address that the policy does not open. */
    ADDRESS_REFUSED,
    /** The name service says that there is no such name. */
    UNKNOWN_HOST,
    /** The name service gave no answer. */
    LOOKUP_FAILED,
    /** A redirect leads to a host that other requests of ours kept busy until the deadline. */
    HOST_BUSY,
    CONNECT_FAILED,
    TLS_FAILED,
    /** The exchange took longer than the policy's deadline, redirects and body included. */
    TIMEOUT,
    /** The body after inflation, or the header block, is larger than the policy allows. */
    TOO_LARGE,
    TOO_MANY_REDIRECTS,
    /** A redirect without a usable target, or one that would leave https. */
    BAD_REDIRECT,
    BAD_URL,
    /** The peer does not speak HTTP, or sent a body that does not decode. */
    PROTOCOL,
    /** The peer closed the connection before the response was complete. */
    RESET
}
