package dev.tocsin.enrich.lint;

import java.util.Comparator;

/**
 * Something wrong or doubtful in a file.
 *
 * @param file relative to the folder of the taxonomy
 * @param line from 1; 0 where it belongs to no line
 */
public record Finding(String file, int line, Severity severity, String message)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file)
                    .thenComparingInt(Finding::line)
                    .thenComparing(Finding::severity)
                    .thenComparing(Finding::message);

    /** How bad it is. */
    public enum Severity {
        /** The taxonomy cannot be used, or a part of it does nothing. */
        ERROR,
        /** It works, but probably not as meant. */
        WARNING
    }

    static Finding error(String file, int line, String message) {
        return new Finding(file, line, Severity.ERROR, message);
    }

    static Finding warning(String file, int line, String message) {
        return new Finding(file, line, Severity.WARNING, message);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** As compilers print it: {@code file:line: severity: message}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + (severity == Severity.ERROR ? "error: " : "warning: ") + message;
    }
}
