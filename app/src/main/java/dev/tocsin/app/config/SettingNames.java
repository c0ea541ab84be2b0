package dev.tocsin.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of all settings, in the file and in the environment. */
final class SettingNames {
    static final String KAFKA_PROPERTIES = "kafka.properties";
    private static final String PREFIX = "TOCSIN_";
    private static final List<String> LAUNCHER = List.of("TOCSIN_JAVA_OPTS", "TOCSIN_HOME");

    static final List<String> ALL =
            List.of(
                    "data",
                    "feeds",
                    "taxonomy",
                    "alerts",
                    "console.bind",
                    "console.port",
                    "console.hosts",
                    "kafka.bootstrap",
                    "kafka.partitions",
                    "kafka.schema-registry",
                    "postgres.url",
                    "postgres.user",
                    "postgres.password",
                    "postgres.password-file",
                    "polling.interval",
                    "polling.shortest",
                    "polling.longest",
                    "polling.host-spacing",
                    "polling.concurrency",
                    "egress.allow",
                    "egress.deadline",
                    "egress.max-bytes",
                    "egress.contact",
                    "websub.callback",
                    "websub.bind",
                    "websub.port",
                    "websub.secret-file",
                    "enrich.threads",
                    "enrich.helpers",
                    "enrich.commit-interval",
                    "stories.window",
                    "stories.most-articles",
                    "stories.partitions",
                    "stories.alert-age",
                    "deliveries.keep");

    private static final List<String> LISTS =
            List.of("console.hosts", "kafka.bootstrap", "egress.allow");

    private SettingNames() {}

    /** Whether a variable may name several, separated by commas. */
    static boolean isList(String setting) {
        return LISTS.contains(setting);
    }

    /** The variable that sets it: {@code polling.host-spacing} is TOCSIN_POLLING_HOST_SPACING. */
    static String variable(String setting) {
        return PREFIX + setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX) && !LAUNCHER.contains(variable);
    }

    static Optional<String> ofVariable(String variable) {
        return ALL.stream().filter(setting -> variable(setting).equals(variable)).findFirst();
    }

    /** What may stand at a level of the file: below {@code kafka} for example. */
    static List<String> below(String section) {
        String prefix = section.isEmpty() ? "" : section + ".";
        List<String> names =
                ALL.stream()
                        .filter(setting -> setting.startsWith(prefix))
                        .map(setting -> setting.substring(prefix.length()).split("\\.", 2)[0])
                        .distinct()
                        .toList();
        return section.equals("kafka")
                ? Stream.concat(names.stream(), Stream.of("properties")).toList()
                : names;
    }

    static boolean isSection(String name) {
        return ALL.stream().anyMatch(setting -> setting.startsWith(name + "."));
    }
}
