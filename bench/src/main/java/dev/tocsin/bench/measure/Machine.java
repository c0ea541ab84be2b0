package dev.tocsin.bench.measure;

import java.lang.management.ManagementFactory;

/** Where the figures come from. */
public final class Machine {
    private Machine() {}

    /** One line for the head of a report. */
    public static String describe() {
        return "machine: %d cores, %s %s, Java %s, load average %.1f at the start"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
