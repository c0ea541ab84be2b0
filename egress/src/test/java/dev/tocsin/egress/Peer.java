package dev.tocsin.egress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ServerSocketFactory;

/** A server on raw sockets that does with every connection whatever its script says. */
final class Peer implements AutoCloseable {
    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    interface Script {
        void play(Line line) throws Exception;
    }

    /** One connection, seen from the server. */
    static final class Line {
        private final Socket socket;
        private final CountDownLatch over;
        private final String path;

        private Line(Socket socket, CountDownLatch over) throws IOException {
            this.socket = socket;
            this.over = over;
            this.path = hear(socket.getInputStream());
        }

        /** Reads all that a client says at first, so that closing does not reset. */
        private static String hear(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
                if (head.charAt(0) == 0x16) {
                    in.skip(in.available());
                    return "";
                }
            }
            return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
        }

        /** Of the request; empty where it is none. */
        String path() {
            return path;
        }

        /** Waits for another request on this connection. */
        void next() throws IOException {
            hear(socket.getInputStream());
        }

        int port() {
            return socket.getLocalPort();
        }

        Line say(String text) throws IOException {
            return say(text.getBytes(ISO_8859_1));
        }

        Line say(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        }

        /** Again and again until the client or the test has had enough. */
        void flood(String text) throws IOException {
            byte[] bytes = text.getBytes(ISO_8859_1);
            while (over.getCount() > 0) {
                say(bytes);
            }
        }

        /** Byte by byte, slowly, again and again. */
        void drip(String text) throws IOException, InterruptedException {
            int at = 0;
            while (!over.await(15, TimeUnit.MILLISECONDS)) {
                say(new byte[] {(byte) text.charAt(at++ % text.length())});
            }
        }

        /** Nothing more, but the connection stays. */
        void hang() throws InterruptedException {
            over.await();
        }

        /** Ends with a reset instead of a goodbye. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket server;
    private final CountDownLatch over = new CountDownLatch(1);

    Peer(Script script) {
        this(script, ServerSocketFactory.getDefault());
    }

    Peer(Script script, ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> serve(script));
    }

    int port() {
        return server.getLocalPort();
    }

    URI uri(String template) {
        return URI.create(template.replace("PORT", Integer.toString(port())));
    }

    private void serve(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> play(script, socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(new Line(socket, over));
        } catch (Exception _) {
            // the client has seen enough, or the test is over
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.close();
    }
}
