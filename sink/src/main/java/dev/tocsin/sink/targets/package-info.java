/** Whom alerts can be sent to, as alerts.yaml names them. */
@NullMarked
package dev.tocsin.sink.targets;

import org.jspecify.annotations.NullMarked;
