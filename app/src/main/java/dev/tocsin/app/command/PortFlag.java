package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;

/** Where the page listens, for commands that serve it. */
final class PortFlag implements SettingFlag {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the page and the API. Default: 8080; 0 for any free one.")
    private @Nullable String port;

    @Override
    public void set(ConfigurationReader reader) {
        reader.flag("console.port", "--port", port == null ? List.of() : List.of(port));
    }
}
