/** News as server-sent events: articles, stories, alerts. */
@NullMarked
package dev.tocsin.console.live;

import org.jspecify.annotations.NullMarked;
