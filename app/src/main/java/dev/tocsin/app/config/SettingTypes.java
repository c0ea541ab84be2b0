package dev.tocsin.app.config;

import dev.tocsin.egress.EgressPolicy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values: durations, sizes, numbers, addresses. */
final class SettingTypes {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)?");

    private SettingTypes() {}

    static Duration duration(Setting setting) throws ConfigurationException {
        Matcher written = DURATION.matcher(setting.text());
        if (!written.matches()) {
            throw setting.error("expected a duration such as 500ms, 30s, 15m, 6h or 2d");
        }
        long amount = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    static long bytes(Setting setting) throws ConfigurationException {
        Matcher written = SIZE.matcher(setting.text());
        if (!written.matches()) {
            throw setting.error("expected a size such as 512KiB or 10MiB");
        }
        long amount = Long.parseLong(written.group(1));
        return switch (String.valueOf(written.group(2)).toLowerCase(Locale.ROOT)) {
            case "kib" -> amount << 10;
            case "mib" -> amount << 20;
            case "gib" -> amount << 30;
            default -> amount;
        };
    }

    static int number(Setting setting, int least, int most) throws ConfigurationException {
        try {
            int number = Integer.parseInt(setting.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of bounds
        }
        throw setting.error("expected a number from %d to %d".formatted(least, most));
    }

    /** Address blocks, as the guard of the client reads them. */
    static List<String> blocks(Setting setting) throws ConfigurationException {
        try {
            return new EgressPolicy(setting.texts(), Duration.ofSeconds(1), 1, "check")
                    .allowedCidrs();
        } catch (IllegalArgumentException e) {
            throw setting.error(String.valueOf(e.getMessage()));
        }
    }

    static URI url(Setting setting) throws ConfigurationException {
        try {
            URI url = URI.create(setting.text());
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // answered below, like an address of another kind
        }
        throw setting.error("expected an address such as http://localhost:8081/apis/ccompat/v7");
    }

    /** An address to which paths can be appended. */
    static URI callback(Setting setting) throws ConfigurationException {
        try {
            URI url = URI.create(setting.text());
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (isWeb
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // answered below, like an address of another kind
        }
        throw setting.error("expected a public address such as https://tocsin.example/websub");
    }
}
