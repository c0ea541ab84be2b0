package dev.tocsin.app.embedded;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The broker that had a data folder before. The metadata says that it is at work until it has
 * missed its heartbeats, and a new broker that starts meanwhile begins with partitions that it then
 * loses for a moment. A transaction that was being committed when the former self was killed is
 * taken up in between, and where its partitions have no leader just then Kafka counts it as
 * committed without a marker in any of them (KAFKA-20734): nothing behind it is ever read again.
 *
 * <p>So the controller starts alone first and declares the former self dead, which is also quicker
 * than waiting for heartbeats that cannot come.
 */
final class FormerSelf {
    private static final Logger log = LoggerFactory.getLogger(FormerSelf.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SURE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String CONTROLLER_FIGURE = "kafka.controller:type=KafkaController,name=";

    private FormerSelf() {}

    /**
     * Returns when the metadata in the folder says that no broker is at work.
     *
     * @param broker the properties that the broker will start with
     * @param controllerName of the listener that is the controller's
     * @return false if no broker was seen to be declared dead: none has ever registered, or the
     *     controller did not get that far in ten seconds
     */
    static boolean fence(Properties broker, String controllerName) throws InterruptedException {
        KafkaRaftServer controller =
                new KafkaRaftServer(
                        new KafkaConfig(controllerOnly(broker, controllerName), false),
                        Time.SYSTEM);
        controller.startup();
        try {
            return awaitFenced();
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static Properties controllerOnly(Properties broker, String controllerName) {
        Properties properties = new Properties();
        properties.putAll(broker);
        properties.put("process.roles", "controller");
        properties.put(
                "listeners",
                Arrays.stream(broker.getProperty("listeners").split(","))
                        .filter(listener -> listener.startsWith(controllerName))
                        .collect(Collectors.joining(",")));
        properties.remove("advertised.listeners");
        properties.put("broker.heartbeat.interval.ms", "50");
        properties.put("broker.session.timeout.ms", "100");
        return properties;
    }

    private static boolean awaitFenced() throws InterruptedException {
        long start = System.nanoTime();
        while (figure("FencedBrokerCount") == 0) {
            long waited = System.nanoTime() - start;
            if (waited > SURE.toNanos() && nobodyHasEverRegistered()) {
                return false;
            }
            if (waited > PATIENCE.toNanos()) {
                log.atWarn()
                        .log(
                                "the former broker could not be declared dead; waiting for it to be missed");
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    private static boolean nobodyHasEverRegistered() {
        return figure("ActiveControllerCount") == 1 && figure("ActiveBrokerCount") == 0;
    }

    /** One of the figures that Kafka documents for monitoring; 0 until the metadata is read. */
    private static int figure(String name) {
        try {
            Object value =
                    ManagementFactory.getPlatformMBeanServer()
                            .getAttribute(new ObjectName(CONTROLLER_FIGURE + name), "Value");
            return value instanceof Number number ? number.intValue() : 0;
        } catch (JMException e) {
            return 0;
        }
    }
}
