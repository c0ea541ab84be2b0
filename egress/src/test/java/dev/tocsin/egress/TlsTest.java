package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates are checked, and by the name that the URL has. */
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir private static Path folder = Path.of("");

    @BeforeAll
    static void makeCertificates() throws Exception {
        make("good", "san=dns:paper.example");
        make("stranger", "san=dns:paper.example");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("good", keys("good").getCertificate("server"));
        Path file = folder.resolve("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUST, file.toString());
        System.setProperty(TRUST + "Password", PASSWORD);
    }

    @AfterAll
    static void forgetCertificates() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST + "Password");
    }

    @Test
    void aGoodCertificateIsGoodForItsNameOnly() throws Exception {
        assertThat(ask("good", "paper.example")).isEqualTo("200");
        assertThat(ask("good", "other.example")).isEqualTo("TLS_FAILED");
        assertThat(ask("good", "127.0.0.1")).isEqualTo("TLS_FAILED");
    }

    @Test
    void nobodyVouchesForASelfSignedCertificate() throws Exception {
        assertThat(ask("stranger", "paper.example")).isEqualTo("TLS_FAILED");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void mailGoesOnlyToAServerWithACertificateForItsName(MailServer.Security security)
            throws Exception {
        assertThat(mailed("good", "paper.example", security)).isEqualTo("accepted");
        assertThat(mailed("good", "other.example", security)).isEqualTo("TLS_FAILED");
        assertThat(mailed("stranger", "paper.example", security)).isEqualTo("TLS_FAILED");
    }

    private static String mailed(String certificate, String host, MailServer.Security security)
            throws Exception {
        EgressPolicy policy =
                new EgressPolicy(List.of("127.0.0.1"), Duration.ofSeconds(30), 1000, "tocsin-test");
        InetAddress[] loopback = {InetAddress.ofLiteral("127.0.0.1")};
        Mail mail =
                new Mail(
                        "alerts@tocsin.example",
                        List.of("desk@tocsin.example"),
                        "a",
                        "plain",
                        "<p>rich</p>",
                        "m1@tocsin.example",
                        Instant.parse("2026-11-28T12:00:00Z"),
                        Map.of());
        try (SmtpPeer peer = new SmtpPeer(context(certificate), security);
                MailClient client = new MailClient(policy, _ -> loopback)) {
            MailResult result =
                    client.send(
                            new MailServer(host, peer.port(), security, Optional.empty(), ""),
                            mail);
            boolean isAccepted = result instanceof MailResult.Accepted;
            assertThat(peer.mails()).isEqualTo(isAccepted ? 1 : 0);
            return result instanceof MailResult.Failed failed ? failed.error().name() : "accepted";
        }
    }

    private static String ask(String certificate, String host) throws Exception {
        EgressPolicy policy =
                new EgressPolicy(List.of("127.0.0.1"), Duration.ofSeconds(30), 1000, "tocsin-test");
        InetAddress[] loopback = {InetAddress.ofLiteral("127.0.0.1")};
        try (Peer peer = new Peer(line -> line.say(OK), sockets(certificate));
                EgressClient client = new EgressClient(policy, _ -> loopback)) {
            return switch (client.get(peer.uri("https://" + host + ":PORT/"), Map.of())) {
                case EgressResult.Response response -> Integer.toString(response.status());
                case EgressResult.Failed failed -> failed.error().name();
                case EgressResult.Refused refused -> refused.error().name();
            };
        }
    }

    private static ServerSocketFactory sockets(String name) throws Exception {
        return context(name).getServerSocketFactory();
    }

    private static SSLContext context(String name) throws Exception {
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(name), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore keys(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void make(String name, String extension) throws Exception {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        extension,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        folder.resolve(name + ".p12").toString());
        Process keytool =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(keytool.waitFor()).isZero();
    }
}
