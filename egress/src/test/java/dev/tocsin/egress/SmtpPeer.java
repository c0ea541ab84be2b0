package dev.tocsin.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on loopback with a certificate; takes one mail, if it is trusted with it. */
final class SmtpPeer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    private final SSLContext context;
    private final MailServer.Security security;
    private final AtomicInteger mails = new AtomicInteger();

    SmtpPeer(SSLContext context, MailServer.Security security) throws IOException {
        this.context = context;
        this.security = security;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Mails that were taken. */
    int mails() {
        return mails.get();
    }

    private void serve() {
        try (Socket plain = server.accept()) {
            Socket line = security == MailServer.Security.TLS ? secured(plain) : plain;
            say(line, "220 peer.example");
            converse(line);
        } catch (IOException _) {
            // the client hung up, as it should where it does not trust us
        }
    }

    private void converse(Socket line) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            switch (said.toUpperCase(Locale.ROOT).replaceFirst("[ :].*", "")) {
                case "EHLO" -> say(line, "250-peer.example", "250 STARTTLS");
                case "STARTTLS" -> {
                    say(line, "220 go on");
                    converse(secured(line));
                    return;
                }
                case "DATA" -> say(line, "354 go on");
                case "." -> {
                    mails.incrementAndGet();
                    say(line, "250 taken");
                }
                case "QUIT", "MAIL", "RCPT", "RSET" -> say(line, "250 ok");
                default -> {}
            }
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, "127.0.0.1", plain.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private static void say(Socket line, String... replies) throws IOException {
        for (String reply : replies) {
            line.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
