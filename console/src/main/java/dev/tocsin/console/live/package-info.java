/** New tagged articles as server-sent events. */
@NullMarked
package dev.tocsin.console.live;

import org.jspecify.annotations.NullMarked;
