package dev.tocsin.ingest.parse;

import java.net.URI;

/**
 * A link of a web page that may lead to a feed.
 *
 * @param target absolute, http or https
 * @param title what the page calls it; empty where it does not
 * @param declared the page states that this is a feed of it; otherwise it only looks like one
 */
public record PageLink(URI target, String title, boolean declared) {}
