package dev.tocsin.sink.postgres;

/** The innermost reason of a failure in one line; pools and drivers like to wrap it. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String text = reason.getMessage();
        String line = text == null ? "" : text.lines().findFirst().orElse("").strip();
        return line.isEmpty() ? reason.getClass().getSimpleName() : line.replaceFirst("\\.$", "");
    }
}
