package dev.tocsin.ingest.push;

/**
 * What became of the pushes that came in at this process's callback since it started: {@code
 * received = accepted + ignored + unknown + refused}, but for those just being read.
 *
 * @param accepted signed by the hub, handed on to the owner of the feed
 * @param ignored without a signature, or with a wrong one (section 7.1.2)
 * @param unknown to an address that was never given out, or for a feed no longer polled
 * @param refused too large, too slow or too many at once, or Kafka was away; the hub is told and
 *     may try again
 */
public record PushCounts(long received, long accepted, long ignored, long unknown, long refused) {}
