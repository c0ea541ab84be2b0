package dev.tocsin.console.api;

/** It was understood and is not done; the message says why and what to do. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String title;

    public RefusedException(int status, String title, String message) {
        super(message);
        this.status = status;
        this.title = title;
    }

    /** 404: there is none. */
    public static RefusedException unknown(String what, String message) {
        return new RefusedException(404, "No such " + what, message);
    }

    /** 409: things are such that it cannot be done. */
    public static RefusedException conflict(String message) {
        return new RefusedException(409, "Not possible as things are", message);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
