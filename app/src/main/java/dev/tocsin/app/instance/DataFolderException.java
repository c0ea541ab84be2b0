package dev.tocsin.app.instance;

/** A data folder that cannot be used; the message is a sentence for people. */
public final class DataFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFolderException(String message) {
        super(message);
    }
}
