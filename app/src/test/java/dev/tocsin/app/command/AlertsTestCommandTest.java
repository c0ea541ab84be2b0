package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What alerts test tells of targets. */
class AlertsTestCommandTest {
    @TempDir Path folder;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int exitCode;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    bodies.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    int status = exchange.getRequestURI().getPath().equals("/gone") ? 404 : 204;
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void eachTargetGetsASampleMarkedAsSuchAndSaysHowItTookIt() throws Exception {
        String told = run("--allow-address", "127.0.0.1");

        assertThat(told)
                .containsPattern("desk +slack +yes +204")
                .containsPattern("lost +mattermost +NO +404 .*check the address");
        assertThat(bodies).hasSize(2).allMatch(body -> body.contains("Test"));
        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void oneTargetIsChosenByName() throws Exception {
        String told = run("--allow-address", "127.0.0.1", "--target", "desk", "--output", "json");

        assertThat(told).contains("\"delivered\" : true").doesNotContain("lost");
        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void aMisspelledTargetIsAMatterOfUsage() throws Exception {
        run("--target", "dest");

        assertThat(bodies).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void aPrivateAddressIsNotSentTo() throws Exception {
        String told = run("--target", "desk");

        assertThat(told).contains("loopback").contains("egress.allow");
        assertThat(bodies).isEmpty();
    }

    private String run(String... arguments) throws Exception {
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(
                folder.resolve("alerts.yaml"),
                """
                targets:
                  desk: {kind: slack, url: "%1$s/desk"}
                  lost: {kind: mattermost, url: "%1$s/gone"}
                """
                        .formatted(root));
        List<String> all = new ArrayList<>(List.of("alerts", "test", "--data", folder.toString()));
        all.addAll(List.of(arguments));
        Shell.Run run = Shell.run(all.toArray(String[]::new));
        exitCode = run.exitCode();
        return run.out();
    }
}
