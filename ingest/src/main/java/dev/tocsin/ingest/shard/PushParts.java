package dev.tocsin.ingest.shard;

import dev.tocsin.ingest.poll.PushReader;
import dev.tocsin.ingest.push.HubRequests;

/** What a shard needs to act on what hubs push; there is none where WebSub is switched off. */
public record PushParts(PushReader reader, HubRequests hubs) {}
