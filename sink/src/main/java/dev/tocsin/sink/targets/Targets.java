package dev.tocsin.sink.targets;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The targets of one reading.
 *
 * @param byName in the order of the file
 * @param warnings what deserves a look, in sentences
 * @param files that were read; a change in one of them is a change of the targets
 */
public record Targets(Map<String, Target> byName, List<String> warnings, Set<Path> files) {
    /** Nobody. */
    public static final Targets NONE = new Targets(Map.of(), List.of(), Set.of());

    public Targets {
        byName = new LinkedHashMap<>(byName);
        warnings = List.copyOf(warnings);
        files = Set.copyOf(files);
    }

    /** Without file and warnings. */
    public static Targets of(List<Target> targets) {
        Map<String, Target> byName =
                targets.stream()
                        .collect(
                                Collectors.toMap(
                                        Target::name,
                                        target -> target,
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        return new Targets(byName, List.of(), Set.of());
    }

    /** The target of that name, if there is one. */
    public Optional<Target> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
