package dev.tocsin.bench.polling;

import java.time.Duration;
import java.util.List;

/**
 * What is polled.
 *
 * @param feeds how many, four to a host
 * @param deadShare of them whose server has just fallen silent, or refuses to be connected to; 0 to
 *     1
 * @param interval between two polls of a feed
 * @param measured how long polls are watched
 * @param heap of the worker's process, as the JVM takes it
 */
record Scene(int feeds, double deadShare, Duration interval, Duration measured, String heap) {

    /** The scene as arguments of the worker's process. */
    List<String> arguments() {
        return List.of(
                Integer.toString(feeds),
                Double.toString(deadShare),
                Long.toString(interval.toSeconds()),
                Long.toString(measured.toSeconds()),
                heap);
    }

    static Scene of(List<String> arguments) {
        return new Scene(
                Integer.parseInt(arguments.get(0)),
                Double.parseDouble(arguments.get(1)),
                Duration.ofSeconds(Long.parseLong(arguments.get(2))),
                Duration.ofSeconds(Long.parseLong(arguments.get(3))),
                arguments.get(4));
    }

    /** Dead feeds share hosts with dead feeds only, and are spread over all others. */
    boolean isDead(int feed) {
        int host = feed / FeedWorld.FEEDS_PER_HOST;
        return host * 37L % 100 < deadShare * 100;
    }
}
