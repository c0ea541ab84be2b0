package dev.tocsin.egress;

import java.net.InetAddress;
import java.util.Optional;

/**
 * An address that a host resolves to.
 *
 * @param refusal what is wrong with it, in a word; empty where it may be connected to
 */
public record HostAddress(InetAddress address, Optional<String> refusal) {}
