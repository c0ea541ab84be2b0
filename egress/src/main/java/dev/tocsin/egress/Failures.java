package dev.tocsin.egress;

import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** Turns what the HTTP library throws into values. */
final class Failures {
    private Failures() {}

    static EgressResult of(URI uri, IOException thrown, Duration took) {
        return switch (thrown) {
            case AddressRefusedException refused -> new EgressResult.Refused(words(refused), took);
            case EgressException known ->
                    new EgressResult.Failed(known.error(), words(known), took);
            default -> {
                EgressError error = classify(thrown);
                yield new EgressResult.Failed(error, sentence(error, uri, thrown), took);
            }
        };
    }

    static EgressResult timeout(URI uri, Duration deadline, Duration took) {
        String text = "%s was not done within %,d ms.".formatted(host(uri), deadline.toMillis());
        return new EgressResult.Failed(EgressError.TIMEOUT, text, took);
    }

    static EgressResult interrupted(Duration took) {
        return new EgressResult.Failed(EgressError.RESET, "The exchange was interrupted.", took);
    }

    /** Whether it came to nothing because the host had no time for us, so that it was not asked. */
    static boolean isBusy(EgressResult result) {
        return result instanceof EgressResult.Failed failed
                && failed.error() == EgressError.HOST_BUSY;
    }

    static EgressResult unexpected(URI uri, Duration took) {
        String text = "%s sent something that cannot be read.".formatted(host(uri));
        return new EgressResult.Failed(EgressError.PROTOCOL, text, took);
    }

    private static EgressError classify(IOException thrown) {
        return switch (thrown) {
            case LookupFailedException _ -> EgressError.LOOKUP_FAILED;
            case UnknownHostException _ -> EgressError.UNKNOWN_HOST;
            case SSLException _ -> EgressError.TLS_FAILED;
            case InterruptedIOException _ -> EgressError.TIMEOUT;
            case HttpHostConnectException _ -> EgressError.CONNECT_FAILED;
            case ConnectException _ -> EgressError.CONNECT_FAILED;
            case NoRouteToHostException _ -> EgressError.CONNECT_FAILED;
            case MessageConstraintException _ -> EgressError.TOO_LARGE;
            case NoHttpResponseException _ -> EgressError.RESET;
            case ConnectionClosedException _ -> EgressError.RESET;
            case SocketException _ -> EgressError.RESET;
            default -> EgressError.PROTOCOL;
        };
    }

    private static String sentence(EgressError error, URI uri, IOException thrown) {
        String host = host(uri);
        return switch (error) {
            case UNKNOWN_HOST -> "The name %s does not resolve.".formatted(host);
            case LOOKUP_FAILED -> "The name service gave no answer for %s.".formatted(host);
            case TLS_FAILED -> "No secure connection to %s: %s.".formatted(host, words(thrown));
            case CONNECT_FAILED -> "%s does not accept connections.".formatted(host);
            case TIMEOUT -> "%s did not answer in time.".formatted(host);
            case TOO_LARGE -> "%s sent too many or too long headers.".formatted(host);
            case RESET ->
                    "%s closed the connection before the response was complete.".formatted(host);
            case PROTOCOL, HOST_BUSY, ADDRESS_REFUSED, TOO_MANY_REDIRECTS, BAD_REDIRECT, BAD_URL ->
                    "%s sent no valid HTTP response: %s.".formatted(host, words(thrown));
        };
    }

    private static String host(URI uri) {
        return Optional.ofNullable(uri.getHost()).orElse(String.valueOf(uri.getAuthority()));
    }

    private static String words(IOException thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }
}
