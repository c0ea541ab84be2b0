package dev.tocsin.app.embedded;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A real Kafka broker with its own controller in this process, on loopback. The quorum is named in
 * the configuration and not in the log, so the ports may differ from start to start.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;
    private static final int SEGMENT_BYTES = 16 << 20;
    private static final int INDEX_BYTES = 1 << 20;
    private static final String A_DAY = "86400000";
    private static final String WAIT_FOR_FORMER_SELF = "3000";

    private final KafkaRaftServer server;
    private final String bootstrap;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts on the folder, which is formatted if it is new.
     *
     * @throws EmbeddedStartException with a sentence, if the folder or the broker refuses
     */
    public static EmbeddedKafka start(Path folder) {
        int port = FreePorts.next();
        int controllerPort = FreePorts.next();
        try {
            Files.createDirectories(folder);
            Properties properties = properties(folder, port, controllerPort);
            if (!format(folder) && !FormerSelf.fence(properties, CONTROLLER)) {
                properties.put("broker.session.timeout.ms", WAIT_FOR_FORMER_SELF);
            }
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, "127.0.0.1:" + port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while Kafka starts", e);
        } catch (Exception e) {
            throw new EmbeddedStartException(
                    "the embedded Kafka broker does not start on %s: %s".formatted(folder, e), e);
        }
    }

    /** False if it is formatted already. */
    private static boolean format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return false;
        }
        new Formatter()
                .setPrintStream(silence())
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
        return true;
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static Properties properties(Path folder, int port, int controllerPort)
            throws IOException {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.toRealPath().toString());
        singleBroker(properties);
        sessions(properties);
        smallFiles(properties);
        return properties;
    }

    private static void singleBroker(Properties properties) {
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
    }

    /**
     * Nobody could take over from the only broker, so it keeps its partitions through a laptop's
     * sleep. Members of groups that were killed have to time out.
     */
    private static void sessions(Properties properties) {
        properties.put("broker.session.timeout.ms", A_DAY);
        properties.put("broker.heartbeat.interval.ms", "250");
        properties.put("controlled.shutdown.enable", "false");
        properties.put("group.streams.min.session.timeout.ms", "3000");
        properties.put("group.streams.session.timeout.ms", "3000");
        properties.put("group.streams.min.heartbeat.interval.ms", "500");
        properties.put("group.streams.heartbeat.interval.ms", "500");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("group.min.session.timeout.ms", "3000");
    }

    private static void smallFiles(Properties properties) {
        properties.put("log.index.size.max.bytes", Integer.toString(INDEX_BYTES));
        properties.put("offsets.topic.segment.bytes", Integer.toString(SEGMENT_BYTES));
        properties.put("transaction.state.log.segment.bytes", Integer.toString(SEGMENT_BYTES));
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(SEGMENT_BYTES));
    }

    /** The address for clients. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
