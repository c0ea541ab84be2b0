package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationReader;

import picocli.CommandLine.Option;

import java.util.List;

/** Which private addresses may be asked, for commands that go out to the network. */
final class AllowFlag implements SettingFlag {
    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            description =
                    "Address block that may be fetched from although it is not public, such as"
                            + " 10.1.0.0/16. May be repeated.")
    private List<String> allow = List.of();

    @Override
    public void set(ConfigurationReader reader) {
        reader.flag("egress.allow", "--allow-address", allow);
    }
}
