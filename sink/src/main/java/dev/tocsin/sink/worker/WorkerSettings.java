package dev.tocsin.sink.worker;

import java.time.Duration;

/**
 * How the worker works.
 *
 * @param lease how long a claim holds; what a crashed process had claimed is sent after it
 * @param attempt the longest that an attempt takes; shorter than the lease
 * @param look how often due deliveries are looked for when nobody tells of any
 */
public record WorkerSettings(Duration lease, Duration attempt, Duration look) {
    /** A lease of a minute and a half beyond an attempt; a look every second. */
    public static WorkerSettings of(Duration attempt) {
        return new WorkerSettings(
                attempt.plus(Duration.ofSeconds(90)), attempt, Duration.ofSeconds(1));
    }
}
