package dev.tocsin.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MailClientTest {
    private static final EgressPolicy OPEN =
            new EgressPolicy(List.of("127.0.0.1"), Duration.ofSeconds(30), 1000, "tocsin-test");

    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mails.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    @Test
    void aMailArrivesInTwoFormsWithItsOwnHeaders() throws Exception {
        assertThat(send(OPEN, server("127.0.0.1", Optional.empty()), mail("Grüße aus Kyjiw")))
                .isInstanceOf(MailResult.Accepted.class);

        MimeMessage received = mails.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Grüße aus Kyjiw");
        assertThat(received.getMessageID()).isEqualTo("<m1@tocsin.example>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        assertThat(text(parts.getBodyPart(0))).isEqualTo("text/plain: plain, «тест»");
        assertThat(text(parts.getBodyPart(1))).isEqualTo("text/html: <p>rich</p>");
    }

    @Test
    void theLoginIsUsedAndAWrongOneIsRejectedForGood() throws Exception {
        mails.setUser("desk@tocsin.example", "desk", "right");

        MailResult right = send(OPEN, server("127.0.0.1", Optional.of("right")), mail("a"));
        MailResult wrong = send(OPEN, server("127.0.0.1", Optional.of("wrong")), mail("b"));

        assertThat(right).isInstanceOf(MailResult.Accepted.class);
        assertThat(wrong).isInstanceOf(MailResult.Rejected.class);
        assertThat(((MailResult.Rejected) wrong).isForGood()).isTrue();
        assertThat(((MailResult.Rejected) wrong).text()).doesNotContain("wrong");
    }

    @Test
    void aServerAtAPrivateAddressIsNotConnectedTo() {
        EgressPolicy closed =
                new EgressPolicy(List.of(), Duration.ofSeconds(30), 1000, "tocsin-test");

        MailResult result = send(closed, server("mail.example", Optional.empty()), mail("a"));

        assertThat(result).isInstanceOf(MailResult.Refused.class);
        assertThat(((MailResult.Refused) result).text()).contains("mail.example", "loopback");
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNoMailWhereItIsAskedFor() {
        MailServer plain = server("127.0.0.1", Optional.empty());
        MailServer secure =
                new MailServer(
                        plain.host(),
                        plain.port(),
                        MailServer.Security.STARTTLS,
                        plain.user(),
                        plain.password());

        MailResult result = send(OPEN, secure, mail("a"));

        assertThat(result).isInstanceOf(MailResult.Failed.class);
        assertThat(((MailResult.Failed) result).error()).isEqualTo(EgressError.TLS_FAILED);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void nobodyListeningIsAFailureThatSaysSo() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        MailServer nobody =
                new MailServer("127.0.0.1", free, MailServer.Security.NONE, Optional.empty(), "");

        MailResult result = send(OPEN, nobody, mail("a"));

        assertThat(result).isInstanceOf(MailResult.Failed.class);
        assertThat(((MailResult.Failed) result).error()).isEqualTo(EgressError.CONNECT_FAILED);
    }

    @Test
    void aMuteServerIsGivenUpAtTheDeadline() throws Exception {
        EgressPolicy hasty =
                new EgressPolicy(List.of("127.0.0.1"), Duration.ofMillis(300), 1000, "tocsin-test");
        try (ServerSocket mute = new ServerSocket(0)) {
            MailServer server =
                    new MailServer(
                            "127.0.0.1",
                            mute.getLocalPort(),
                            MailServer.Security.NONE,
                            Optional.empty(),
                            "");

            MailResult result = send(hasty, server, mail("a"));

            assertThat(result).isInstanceOf(MailResult.Failed.class);
            assertThat(((MailResult.Failed) result).error()).isEqualTo(EgressError.TIMEOUT);
        }
    }

    @Test
    void aRecipientThatTheServerDoesNotTakeIsARejection() throws Exception {
        String[] replies = {
            "220 hi", "250 hi", "250 ok", "550 5.1.1 no such reader here", "250 ok", "221 bye"
        };
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, replies));
            MailServer strict =
                    new MailServer(
                            "127.0.0.1",
                            server.getLocalPort(),
                            MailServer.Security.NONE,
                            Optional.empty(),
                            "");

            MailResult result = send(OPEN, strict, mail("a"));

            assertThat(result).isInstanceOf(MailResult.Rejected.class);
            assertThat(((MailResult.Rejected) result).code()).isEqualTo(550);
            assertThat(((MailResult.Rejected) result).text()).contains("no such reader here");
        }
    }

    @Test
    void aHeaderOfTwoLinesIsNotAMail() {
        assertThatThrownBy(() -> mail("a\r\nBcc: everybody@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server("h", Optional.of("hunter2")).toString()).doesNotContain("hunter2");
    }

    private static void answer(ServerSocket server, String[] replies) {
        try (var socket = server.accept()) {
            var in =
                    new java.io.BufferedReader(
                            new java.io.InputStreamReader(socket.getInputStream()));
            for (String reply : replies) {
                socket.getOutputStream().write((reply + "\r\n").getBytes());
                if (in.readLine() == null) {
                    return;
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MailServer server(String host, Optional<String> password) {
        return new MailServer(
                host,
                mails.getSmtp().getPort(),
                MailServer.Security.NONE,
                password.map(_ -> "desk"),
                password.orElse(""));
    }

    private static MailResult send(EgressPolicy policy, MailServer server, Mail mail) {
        InetAddress[] loopback = {InetAddress.ofLiteral("127.0.0.1")};
        try (MailClient client = new MailClient(policy, _ -> loopback)) {
            return client.send(server, mail);
        }
    }

    private static Mail mail(String subject) {
        return new Mail(
                "Tocsin <alerts@tocsin.example>",
                List.of("desk@tocsin.example"),
                subject,
                "plain, «тест»",
                "<p>rich</p>",
                "m1@tocsin.example",
                Instant.parse("2026-11-28T12:00:00Z"),
                Map.of("Auto-Submitted", "auto-generated"));
    }

    private static String text(BodyPart part) throws Exception {
        String type = part.getContentType().replaceFirst(";.*", "");
        return type.strip() + ": " + part.getContent().toString().strip();
    }
}
