/** Alerts as they are stored and sent. */
@NullMarked
package dev.tocsin.sink.alert;

import org.jspecify.annotations.NullMarked;
