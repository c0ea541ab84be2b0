package dev.tocsin.sink.worker;

/**
 * How the worker is.
 *
 * @param isHealthy whether it reaches the database
 * @param text one sentence for people
 * @param delivered messages since the process started
 * @param failed attempts that are repeated
 * @param parked messages that wait for a person
 */
public record DeliveryHealth(
        boolean isHealthy, String text, long delivered, long failed, long parked) {}
