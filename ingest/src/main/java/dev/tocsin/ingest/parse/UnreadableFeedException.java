package dev.tocsin.ingest.parse;

/** The document holds no feed that can be read; the message is a sentence for people. */
public final class UnreadableFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FeedFault fault;

    public UnreadableFeedException(FeedFault fault, String text) {
        super(text, null, false, false);
        this.fault = fault;
    }

    public FeedFault fault() {
        return fault;
    }

    /** One sentence, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
