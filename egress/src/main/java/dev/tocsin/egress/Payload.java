package dev.tocsin.egress;

/** What a POST or PUT carries. */
record Payload(String method, String contentType, byte[] bytes) {}
