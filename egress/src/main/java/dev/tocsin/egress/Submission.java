package dev.tocsin.egress;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One mail on its way to one server. */
final class Submission {
    private final MailServer server;
    private final GuardedResolver resolver;
    private final SSLSocketFactory tls;
    private final Duration deadline;
    private @Nullable Socket current;
    private boolean cancelled;

    Submission(
            MailServer server, GuardedResolver resolver, SSLSocketFactory tls, Duration deadline) {
        this.server = server;
        this.resolver = resolver;
        this.tls = tls;
        this.deadline = deadline;
    }

    void run(MimeMessage message) throws IOException, MessagingException {
        try (Socket socket = secured(connected())) {
            Session session = Session.getInstance(properties(socket), login());
            try (SMTPTransport transport = new SMTPTransport(session, null)) {
                transport.connect(socket);
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }

    /** Ends what is under way. */
    synchronized void cancel() {
        cancelled = true;
        if (current != null) {
            try {
                current.close();
            } catch (IOException _) {
                current = null;
            }
        }
    }

    private Socket connected() throws IOException {
        IOException last = new ConnectException(server.host());
        for (InetAddress address : resolver.resolve(server.host())) {
            Socket socket = next();
            try {
                // with the configured name, by which the certificate is judged later
                InetAddress named = InetAddress.getByAddress(server.host(), address.getAddress());
                socket.connect(new InetSocketAddress(named, server.port()), millis(3));
                socket.setSoTimeout(millis(1));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private synchronized Socket next() throws IOException {
        if (cancelled) {
            throw new EgressException(EgressError.TIMEOUT, "The mail was given up.");
        }
        Socket socket = new Socket(Proxy.NO_PROXY);
        current = socket;
        return socket;
    }

    private Socket secured(Socket plain) throws IOException {
        if (server.security() != MailServer.Security.TLS) {
            return plain;
        }
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, server.host(), server.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private Properties properties(Socket socket) {
        boolean isUpgraded = server.security() == MailServer.Security.STARTTLS;
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(isUpgraded));
        properties.put("mail.smtp.starttls.required", Boolean.toString(isUpgraded));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.put("mail.smtp.timeout", Integer.toString(millis(1)));
        properties.put("mail.smtp.localhost", literal(socket.getLocalAddress()));
        server.user().ifPresent(user -> properties.put("mail.smtp.user", user));
        return properties;
    }

    /** Our name for the server, which needs no look-up (RFC 5321, 4.1.3). */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
    }

    private @Nullable Authenticator login() {
        return server.user()
                .<Authenticator>map(user ->
                        new Authenticator() {
                            @Override
                            protected PasswordAuthentication getPasswordAuthentication() {
                                return new PasswordAuthentication(user, server.password());
                            }
                        })
                .orElse(null);
    }

    private int millis(int part) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, deadline.toMillis() / part));
    }
}
