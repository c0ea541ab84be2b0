/** What a target is told, before any channel has a say in its form. */
@NullMarked
package dev.tocsin.sink.message;

import org.jspecify.annotations.NullMarked;
