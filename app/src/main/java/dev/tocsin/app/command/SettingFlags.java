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

    /**
     * The configuration.
     *
     * @param more flags of the command that stand over it too
     */
    Configuration configuration(SettingFlag... more) throws ConfigurationException {
        return configuration(Optional.empty(), more);
    }

    /** The same with another default for the data folder. */
    Configuration configuration(Optional<Path> defaultData, SettingFlag... more)
            throws ConfigurationException {
        ConfigurationReader reader = new ConfigurationReader();
        defaultData.ifPresent(folder -> reader.flag("data", "default", List.of(folder.toString())));
        if (config != null) {
            reader.file(config);
        }
        reader.environment(System.getenv())
                .flag("data", "--data", data == null ? List.of() : List.of(data.toString()));
        for (SettingFlag flag : more) {
            flag.set(reader);
        }
        return checked(reader.read());
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
}
