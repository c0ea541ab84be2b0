package dev.tocsin.ingest.parse.tree;

import org.jspecify.annotations.Nullable;

/** The namespace declarations in force; the innermost is first. */
record Scope(String prefix, String address, @Nullable Scope outer, int size) {
    static final Scope OUTERMOST =
            new Scope("xml", "http://www.w3.org/XML/1998/namespace", null, 1);
    private static final int MOST = 200;

    /** The same with one more; beyond 200 no more are heeded. */
    Scope with(String declared, String namespace) {
        return size == MOST ? this : new Scope(declared, namespace, this, size + 1);
    }

    /** Empty where the prefix is not declared. */
    String namespace(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.prefix.equals(wanted)) {
                return scope.address;
            }
        }
        return "";
    }

    boolean declares(String namespace) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.address.equalsIgnoreCase(namespace)) {
                return true;
            }
        }
        return false;
    }
}
