package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.config.ConfigurationReader;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.pipeline.IngestAssembly;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The flags that stand over the configuration file, the same for every command that uses it. */
final class SettingFlags {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration (YAML). Everything in it has a default.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Data folder of this instance. Default: .tocsin, that of demo: .tocsin/demo.")
    private @Nullable Path data;

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "Feed list (OPML or YAML). Default: feeds.yaml in the data folder.")
    private @Nullable Path feeds;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the page and the API. Default: 8080; 0 for any free one.")
    private @Nullable String port;

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            description =
                    "Address block that may be fetched from although it is not public, such as"
                            + " 10.1.0.0/16. May be repeated.")
    private List<String> allow = List.of();

    Configuration configuration() throws ConfigurationException {
        return configuration(Optional.empty());
    }

    /** The configuration, with another default for the data folder. */
    Configuration configuration(Optional<Path> defaultData) throws ConfigurationException {
        ConfigurationReader reader = new ConfigurationReader();
        defaultData.ifPresent(folder -> reader.flag("data", "default", List.of(folder.toString())));
        if (config != null) {
            reader.file(config);
        }
        return checked(
                reader.environment(System.getenv())
                        .flag("data", "--data", text(data))
                        .flag("feeds", "--feeds", text(feeds))
                        .flag("console.port", "--port", text(port))
                        .flag("egress.allow", "--allow-address", allow)
                        .read());
    }

    private static Configuration checked(Configuration configuration)
            throws ConfigurationException {
        try {
            IngestAssembly.policy(configuration.egress());
            return configuration;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("egress: " + e.getMessage());
        }
    }

    /** The data folder, made if need be. */
    static DataFolder folder(Configuration configuration) {
        return DataFolder.open(configuration.data());
    }

    private static List<String> text(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }
}
