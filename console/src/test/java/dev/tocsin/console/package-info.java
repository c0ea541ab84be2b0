/** Tests of the console over HTTP. */
@NullMarked
package dev.tocsin.console;

import org.jspecify.annotations.NullMarked;
