package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.console.ConsoleSettings;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the console needs, from the configuration and from the parts beside it. */
final class ConsoleAssembly {

    private ConsoleAssembly() {}

    static ConsoleSettings settings(Configuration configuration, Optional<String> banner) {
        Configuration.Console console = configuration.console();
        return new ConsoleSettings(
                console.bind(),
                console.port(),
                new HashSet<>(console.hosts()),
                banner.orElse(null));
    }

    /**
     * Names of the targets in force; where another process tells people, of those in the file.
     *
     * @param alerts the file of rules and targets
     */
    static Supplier<Optional<List<String>>> targetNames(
            Optional<TargetsKeeper> keeper, Path alerts) {
        return keeper.map(ConsoleAssembly::namesInForce).orElseGet(() -> new TargetNames(alerts));
    }

    private static Supplier<Optional<List<String>>> namesInForce(TargetsKeeper keeper) {
        return () -> Optional.of(List.copyOf(keeper.targets().get().byName().keySet()));
    }
}
