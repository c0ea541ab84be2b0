package dev.tocsin.bench.measure;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** CPU time of this process and of a server process with its children. */
public final class CpuClock {
    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Optional<ProcessHandle> server;

    public CpuClock(Optional<ProcessHandle> server) {
        this.server = server;
    }

    /** CPU seconds so far; those of server processes that have ended are missing. */
    public double seconds() {
        return system.getProcessCpuTime() / 1e9 + serverSeconds();
    }

    /** The part of the server alone. */
    public double serverSeconds() {
        return server.stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }
}
