package dev.tocsin.app.instance;

import dev.tocsin.app.config.Configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Kafka of an instance for those who stand outside it. */
public final class KafkaAccess {
    private static final int PATIENCE_MILLIS = 20_000;

    private KafkaAccess() {}

    /**
     * Client properties: the address of the external cluster, else of the process that runs in the
     * data folder; empty if none runs. Whoever uses them waits for an answer 20 seconds at most.
     */
    public static Optional<Map<String, Object>> find(Configuration configuration) {
        return bootstrap(configuration)
                .map(address -> {
                    Map<String, Object> properties =
                            new HashMap<>(configuration.kafka().properties());
                    properties.put("bootstrap.servers", address);
                    properties.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
                    properties.putIfAbsent("request.timeout.ms", PATIENCE_MILLIS / 2);
                    return properties;
                });
    }

    private static Optional<String> bootstrap(Configuration configuration) {
        Optional<String> external = configuration.kafka().bootstrap();
        return external.isPresent()
                ? external
                : RunningInstance.find(DataFolder.open(configuration.data()))
                        .map(RunningInstance::bootstrap);
    }

    /** What to say where nothing runs. */
    public static String absence(Configuration configuration) {
        return "nothing runs in %s: start ./tocsin up, or name another folder with --data"
                        .formatted(configuration.data())
                + " (the demo's is .tocsin/demo)";
    }
}
