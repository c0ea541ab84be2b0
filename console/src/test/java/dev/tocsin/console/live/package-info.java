/** Tests of the live stream. */
@NullMarked
package dev.tocsin.console.live;

import org.jspecify.annotations.NullMarked;
