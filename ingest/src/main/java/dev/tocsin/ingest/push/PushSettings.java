package dev.tocsin.ingest.push;

import java.net.URI;
import java.time.Duration;

/**
 * @param callback public address below which hubs reach this cluster
 * @param bind address to listen on
 * @param port 0 for any free one
 * @param hubSpacing pause between two requests to one hub
 */
public record PushSettings(
        URI callback, String bind, int port, PushKeys keys, Duration hubSpacing) {}
