package dev.tocsin.egress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Headers of a response; names are compared without regard to case, values are as received. */
public final class ResponseHeaders {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private ResponseHeaders() {}

    /** Headers from name and values, for callers that have no network at hand. */
    public static ResponseHeaders of(Map<String, List<String>> headers) {
        ResponseHeaders result = new ResponseHeaders();
        headers.forEach((name, all) -> all.forEach(value -> result.add(name, value)));
        return result;
    }

    static ResponseHeaders empty() {
        return new ResponseHeaders();
    }

    void add(String name, String value) {
        values.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(value);
    }

    /** The first value under the name, byte for byte. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(key(name))).map(List::getFirst);
    }

    /** All values under the name, in the order of arrival. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(key(name), List.of()));
    }

    @Override
    public String toString() {
        return "ResponseHeaders" + values.keySet();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
