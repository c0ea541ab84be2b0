package dev.tocsin.egress;

import java.net.URI;

/** One hop that was followed: the status that asked for it, from where, to where. */
public record Redirect(int status, URI from, URI to) {}
