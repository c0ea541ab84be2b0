/** Messages in the form that each kind of target takes, and what came of sending them. */
@NullMarked
package dev.tocsin.sink.channel;

import org.jspecify.annotations.NullMarked;
