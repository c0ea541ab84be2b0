/** When alerts go out and when a failed attempt is repeated: pure functions of time and rules. */
@NullMarked
package dev.tocsin.sink.deliver;

import org.jspecify.annotations.NullMarked;
