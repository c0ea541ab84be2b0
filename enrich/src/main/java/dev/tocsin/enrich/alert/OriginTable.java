package dev.tocsin.enrich.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Origins of a story by number: those that were there keep theirs. */
final class OriginTable {
    private final List<String> origins;
    private final Map<String, Integer> numbers = new HashMap<>();

    OriginTable(List<String> known) {
        this.origins = new ArrayList<>(known);
        for (int i = 0; i < origins.size(); i++) {
            numbers.put(origins.get(i), i);
        }
    }

    int number(String origin) {
        Integer known = numbers.putIfAbsent(origin, origins.size());
        if (known == null) {
            origins.add(origin);
            return origins.size() - 1;
        }
        return known;
    }

    void write(Packing out) {
        out.list(origins, out::text);
    }
}
