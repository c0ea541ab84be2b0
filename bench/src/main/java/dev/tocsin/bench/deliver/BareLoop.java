package dev.tocsin.bench.deliver;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The HTTP client that the product uses, as its makers set it up, posting one body over and over.
 */
final class BareLoop implements AutoCloseable {
    private final CloseableHttpClient client =
            HttpClients.custom()
                    .setConnectionManager(
                            PoolingHttpClientConnectionManagerBuilder.create()
                                    .setMaxConnTotal(1_000)
                                    .setMaxConnPerRoute(1_000)
                                    .build())
                    .build();
    private final URI uri;
    private final byte[] body;

    BareLoop(URI uri, byte[] body) {
        this.uri = uri;
        this.body = body.clone();
    }

    void run(int times, int threads) throws InterruptedException, ExecutionException {
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(tasks.submit(() -> posts(times / threads)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private void posts(int times) {
        for (int i = 0; i < times; i++) {
            HttpPost post = new HttpPost(uri);
            post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
            try {
                int status = client.execute(post, response -> response.getCode());
                if (status >= 300) {
                    throw new IllegalStateException("the receiver answered " + status);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
