package dev.tocsin.bench.pipeline;

/** The streams that are compared, the least work first. */
enum StreamKind {
    BYTES("identity: bytes", 0),
    RECORDS("identity: records", 0),
    TAGGER_ALONE("tagger without helpers", 0),
    TAGGER("tagger", Stand.HELPERS),
    ENRICH("tagger, stories and alerts", Stand.HELPERS);

    private final String label;
    private final int helpers;

    StreamKind(String label, int helpers) {
        this.label = label;
        this.helpers = helpers;
    }

    String label() {
        return label;
    }

    /** Threads that read ahead. */
    int helpers() {
        return helpers;
    }
}
