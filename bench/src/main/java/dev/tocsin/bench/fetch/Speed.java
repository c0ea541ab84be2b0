package dev.tocsin.bench.fetch;

import dev.tocsin.bench.measure.CpuClock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * @param perSecond in wall-clock time
 * @param cpuMicros CPU time of the whole process for one, server included
 */
record Speed(double perSecond, double cpuMicros) {

    double perCpuSecond() {
        return 1e6 / cpuMicros;
    }

    /** Runs a loop so many times in all, spread over virtual threads. */
    static Speed of(Loop loop, int times, int threads)
            throws InterruptedException, ExecutionException {
        CpuClock cpu = new CpuClock(Optional.empty());
        double startCpu = cpu.seconds();
        long start = System.nanoTime();
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(tasks.submit(() -> sum(loop, times / threads)));
            }
            for (Future<Long> each : running) {
                if (each.get() == 0) {
                    throw new IllegalStateException(loop.label() + " brought nothing");
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int count = times / threads * threads;
        return new Speed(count / seconds, (cpu.seconds() - startCpu) * 1e6 / count);
    }

    private static long sum(Loop loop, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += loop.once().getAsInt();
        }
        return sum;
    }
}
