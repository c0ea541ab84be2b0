package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.match.Role;

import org.jspecify.annotations.Nullable;

/** What it means that a text which is one term is another term too. */
final class Duplicates {

    private Duplicates() {}

    /** Why the term need not, or should not, be written; null if there is no reason. */
    static @Nullable String message(ListedTerm term, ListedTerm other) {
        if (!other.topic().equals(term.topic())) {
            return acrossTopics(term, other);
        }
        if (term.role() == Role.WEAK && other.role() == Role.STRONG) {
            return narrower(term, other, "is strong already as %s (%s), so that it is never weak");
        }
        if (term.role() != other.role() || isPair(term)) {
            return null;
        }
        // Every language may list the names that it writes, also where another would do.
        if (!other.term().language().equals(term.term().language())) {
            return null;
        }
        if (other.isBeginning() && !term.isBeginning()) {
            return narrower(term, other, "is found already by %s (%s)");
        }
        boolean same =
                other.isBeginning() == term.isBeginning()
                        && other.term().caseSensitive() == term.term().caseSensitive();
        if (!same || isBefore(term, other)) {
            return null;
        }
        return said(
                isLonger(term, other)
                        ? "is found already by %s (%s)"
                        : "is the same term as %s (%s)",
                other);
    }

    private static boolean isLonger(ListedTerm term, ListedTerm other) {
        return term.isBeginning() && term.term().text().length() > other.term().text().length();
    }

    private static @Nullable String acrossTopics(ListedTerm term, ListedTerm other) {
        if (term.role() == Role.CONTEXT && other.role() == Role.CONTEXT && isShared(other)) {
            return narrower(term, other, "is context for all topics already as %s (%s)");
        }
        boolean bothStrong = term.role() == Role.STRONG && other.role() == Role.STRONG;
        boolean sameForm = term.isBeginning() == other.isBeginning();
        return bothStrong && sameForm && !isBefore(term, other)
                ? said("scores alone for another topic too: %s (%s)", other)
                : null;
    }

    /** Only if the other finds everything that the term finds. */
    private static @Nullable String narrower(ListedTerm term, ListedTerm other, String message) {
        boolean covers = other.isBeginning() || !term.isBeginning();
        return covers && !other.term().caseSensitive() ? said(message, other) : null;
    }

    private static String said(String message, ListedTerm other) {
        return message.formatted(other.quoted(), other.place());
    }

    private static boolean isShared(ListedTerm term) {
        return term.topic().isEmpty();
    }

    private static boolean isPair(ListedTerm term) {
        return term.role() == Role.PAIR_FIRST || term.role() == Role.PAIR_SECOND;
    }

    /** Of two equals the later one is reported. */
    private static boolean isBefore(ListedTerm term, ListedTerm other) {
        int byFile = term.file().compareTo(other.file());
        int byLine = byFile != 0 ? byFile : Integer.compare(term.line(), other.line());
        return (byLine != 0 ? byLine : term.term().compareTo(other.term())) < 0;
    }
}
