package dev.tocsin.egress;

/** What a POST carries. */
record Payload(String contentType, byte[] bytes) {}
