package dev.tocsin.ingest.push;

/** The callback cannot listen where it should; the message says where and what to do. */
public final class CallbackPortException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallbackPortException(String bind, int port, Throwable cause) {
        super(
                "The WebSub callback cannot listen on port %d of %s (%s). Choose others with websub.port and websub.bind."
                        .formatted(port, bind, cause.getMessage()),
                cause);
    }
}
