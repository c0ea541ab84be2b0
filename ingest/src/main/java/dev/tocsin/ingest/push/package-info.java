/**
 * WebSub (W3C Recommendation of 23 January 2018): asks hubs to push, and hears what they push.
 * {@link dev.tocsin.ingest.push.WebSub} is the way in.
 */
@NullMarked
package dev.tocsin.ingest.push;

import org.jspecify.annotations.NullMarked;
