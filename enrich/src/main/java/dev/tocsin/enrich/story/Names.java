package dev.tocsin.enrich.story;

import java.util.HashMap;
import java.util.Map;

/** Strings that many articles share, each kept once and counted. */
final class Names {
    private final Map<String, Shared> byName = new HashMap<>();

    private static final class Shared {
        private final String name;
        private int articles;

        Shared(String name) {
            this.name = name;
        }
    }

    /** The string as an earlier article had it. */
    String same(String name) {
        Shared shared = byName.get(name);
        return shared == null ? name : shared.name;
    }

    /** How many articles have it. */
    int articles(String name) {
        Shared shared = byName.get(name);
        return shared == null ? 0 : shared.articles;
    }

    /** One more article has it. */
    void add(String name) {
        byName.computeIfAbsent(name, Shared::new).articles++;
    }

    /** One article less has it. */
    void remove(String name) {
        byName.computeIfPresent(name, (_, shared) -> --shared.articles == 0 ? null : shared);
    }
}
