package dev.tocsin.egress;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/** Turns what the mail library throws into values. */
final class MailFailures {
    private static final Pattern CODE = Pattern.compile("\\b([45]\\d\\d)[ -]");
    private static final int LOGIN_FAILED = 535;
    private static final int BAD_ADDRESS = 553;

    private MailFailures() {}

    static MailResult of(MailServer server, Exception thrown, Duration took) {
        List<Throwable> chain = chain(thrown);
        Optional<AddressRefusedException> refused = find(chain, AddressRefusedException.class);
        if (refused.isPresent()) {
            return new MailResult.Refused(words(refused.get()), took);
        }
        return rejection(server, chain, took).orElseGet(() -> failed(server, chain, thrown, took));
    }

    static MailResult timeout(MailServer server, Duration deadline, Duration took) {
        String text =
                "%s was not done within %,d ms.".formatted(server.host(), deadline.toMillis());
        return new MailResult.Failed(EgressError.TIMEOUT, text, took);
    }

    private static Optional<MailResult> rejection(
            MailServer server, List<Throwable> chain, Duration took) {
        for (Throwable each : chain) {
            int code =
                    switch (each) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSenderFailedException sender -> sender.getReturnCode();
                        case SMTPSendFailedException send -> send.getReturnCode();
                        case AuthenticationFailedException login -> code(login);
                        case AddressException _ -> BAD_ADDRESS;
                        default -> 0;
                    };
            if (code >= 400) {
                String text = "%s does not take the mail: %s.".formatted(server.host(), line(each));
                return Optional.of(new MailResult.Rejected(code, text, took));
            }
        }
        return Optional.empty();
    }

    private static int code(AuthenticationFailedException login) {
        Matcher code = CODE.matcher(words(login));
        return code.find() ? Integer.parseInt(code.group(1)) : LOGIN_FAILED;
    }

    private static MailResult failed(
            MailServer server, List<Throwable> chain, Exception thrown, Duration took) {
        EgressError error = error(chain);
        String host = server.host();
        String text =
                switch (error) {
                    case UNKNOWN_HOST -> "The name %s does not resolve.".formatted(host);
                    case LOOKUP_FAILED -> "The name service gave no answer for %s.".formatted(host);
                    case TIMEOUT -> "%s did not answer in time.".formatted(host);
                    case CONNECT_FAILED ->
                            "%s does not accept connections on port %d."
                                    .formatted(host, server.port());
                    case TLS_FAILED ->
                            "No secure connection to %s: %s."
                                    .formatted(host, line(chain.getLast()));
                    case RESET -> "%s closed the connection.".formatted(host);
                    case PROTOCOL,
                            HOST_BUSY,
                            ADDRESS_REFUSED,
                            TOO_LARGE,
                            TOO_MANY_REDIRECTS,
                            BAD_REDIRECT,
                            BAD_URL ->
                            "%s does not speak SMTP as expected: %s.".formatted(host, line(thrown));
                };
        return new MailResult.Failed(error, text, took);
    }

    private static EgressError error(List<Throwable> chain) {
        for (Throwable each : chain) {
            switch (each) {
                case LookupFailedException _ -> {
                    return EgressError.LOOKUP_FAILED;
                }
                case UnknownHostException _ -> {
                    return EgressError.UNKNOWN_HOST;
                }
                case SocketTimeoutException _ -> {
                    return EgressError.TIMEOUT;
                }
                case ConnectException _ -> {
                    return EgressError.CONNECT_FAILED;
                }
                case SSLException _ -> {
                    return EgressError.TLS_FAILED;
                }
                case MessagingException tls when words(tls).contains("TLS") -> {
                    return EgressError.TLS_FAILED;
                }
                default -> {
                    // looked at next: what it was caused by
                }
            }
        }
        return find(chain, IOException.class).isPresent()
                ? EgressError.RESET
                : EgressError.PROTOCOL;
    }

    /** The library hangs some failures on a chain of its own. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = thrown;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            Throwable cause = next.getCause();
            next =
                    cause == null && next instanceof MessagingException messaging
                            ? messaging.getNextException()
                            : cause;
        }
        return chain;
    }

    private static <T> Optional<T> find(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static String line(Throwable thrown) {
        String line = words(thrown).lines().findFirst().orElse("").strip();
        return line.replaceFirst("[.;:]+$", "");
    }

    private static String words(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }
}
