package dev.tocsin.ingest.parse;

/** Why a document gave no feed. The names are stable: they are stored and counted. */
public enum FeedFault {
    /** No bytes, or nothing but white space. */
    EMPTY,
    /** A web page where the feed should be. */
    HTML,
    /** Meant as XML, but not readable even with tolerance. */
    MALFORMED,
    /** Readable, but in no feed format that we know. */
    UNKNOWN_FORMAT,
    /** Elements nested beyond any honest feed. */
    TOO_DEEP
}
