package dev.tocsin.console;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Where the console listens and what it says.
 *
 * @param bindAddress address to listen on; loopback unless somebody decides otherwise
 * @param port TCP port, 0 for any free one
 * @param hosts further host names under which browsers may reach the console, without port;
 *     localhost and the loopback addresses are always allowed
 * @param banner a sentence shown on top of the page, null for none
 */
public record ConsoleSettings(
        String bindAddress, int port, Set<String> hosts, @Nullable String banner) {

    public ConsoleSettings {
        hosts = Set.copyOf(hosts);
    }

    /** Loopback only, no banner. */
    public static ConsoleSettings loopback(int port) {
        return new ConsoleSettings("127.0.0.1", port, Set.of(), null);
    }

    /** The same with a banner. */
    public ConsoleSettings withBanner(@Nullable String text) {
        return new ConsoleSettings(bindAddress, port, hosts, text);
    }
}
