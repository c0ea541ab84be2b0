package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.Term;

/**
 * A term where it is written.
 *
 * @param topic slug of the topic, "" for lists that all topics share
 */
record ListedTerm(Term term, String topic, Role role, String file, int line) {

    boolean isName() {
        return role == Role.STRONG
                || role == Role.WEAK
                || role == Role.PAIR_FIRST
                || role == Role.PAIR_SECOND;
    }

    boolean isBeginning() {
        return term.text().endsWith("*");
    }

    String quoted() {
        return "\"" + term.text() + "\"";
    }

    String place() {
        return file + ":" + line;
    }

    Finding error(String message) {
        return Finding.error(file, line, quoted() + " " + message);
    }

    Finding warning(String message) {
        return Finding.warning(file, line, quoted() + " " + message);
    }
}
