package dev.tocsin.bench.pipeline;

/** What a round measures. */
enum Step {
    PIPELINE("pipeline: produce, enrich, PostgreSQL"),
    PLAIN_LIVE("plain: produce, transactional copy"),
    ENRICH("enrich alone, from a backlog"),
    PLAIN("plain loop alone, from the same backlog"),
    SINK("sink alone, from a backlog");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
