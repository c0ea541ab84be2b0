package dev.tocsin.ingest.feed;

/** A feed list that cannot be read: the message names file, line and what was expected. */
public final class FeedListException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String expected;

    /**
     * @param line from 1; 0 where the fault belongs to no line
     */
    public FeedListException(String file, int line, String expected) {
        super((line > 0 ? file + ':' + line : file) + ": " + expected);
        this.file = file;
        this.line = line;
        this.expected = expected;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String expected() {
        return expected;
    }
}
