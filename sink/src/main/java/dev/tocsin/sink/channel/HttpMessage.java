package dev.tocsin.sink.channel;

import java.net.URI;
import java.util.Map;

/** A request that tells a target of something; holds secrets in address and headers. */
record HttpMessage(boolean isPut, URI uri, Map<String, String> headers, byte[] body) {
    static HttpMessage post(URI uri, byte[] body) {
        return new HttpMessage(false, uri, Map.of(), body);
    }

    static HttpMessage post(URI uri, Map<String, String> headers, byte[] body) {
        return new HttpMessage(false, uri, headers, body);
    }

    static HttpMessage put(URI uri, Map<String, String> headers, byte[] body) {
        return new HttpMessage(true, uri, headers, body);
    }

    @Override
    public String toString() {
        return "HttpMessage[" + body.length + " bytes]";
    }
}
