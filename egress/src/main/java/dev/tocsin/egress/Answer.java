package dev.tocsin.egress;

import java.util.Set;

/** One response of one hop, redirect or not. */
record Answer(int status, ResponseHeaders headers, Body body) {
    private static final Set<Integer> REDIRECTING = Set.of(301, 302, 303, 307, 308);

    static boolean redirects(int status) {
        return REDIRECTING.contains(status);
    }

    boolean isRedirect() {
        return redirects(status);
    }
}
