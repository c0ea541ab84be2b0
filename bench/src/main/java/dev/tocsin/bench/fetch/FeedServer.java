package dev.tocsin.bench.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** The cheapest server there is: one document, or 304 to whoever shows its ETag. */
final class FeedServer implements AutoCloseable {
    static final String ETAG = "\"bench\"";

    private final ServerSocket server;
    private final byte[] document;
    private final byte[] notModified =
            ("HTTP/1.1 304 Not Modified\r\nETag: " + ETAG + "\r\n\r\n").getBytes(ISO_8859_1);

    FeedServer(String feed) {
        byte[] body = feed.getBytes(UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(ETAG, body.length);
        document = (head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
        try {
            server = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed.xml");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                out.write(head.contains("If-None-Match") ? notModified : document);
            }
        } catch (IOException _) {
            // the client is done
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(512);
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == 4) {
                return head.toString();
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
