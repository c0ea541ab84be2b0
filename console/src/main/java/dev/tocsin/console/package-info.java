/** The console: the HTTP server that puts API, stream and page together. */
@NullMarked
package dev.tocsin.console;

import org.jspecify.annotations.NullMarked;
