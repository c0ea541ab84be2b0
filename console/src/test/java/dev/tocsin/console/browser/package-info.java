/** A real browser, driven over the Chrome DevTools Protocol. */
@NullMarked
package dev.tocsin.console.browser;

import org.jspecify.annotations.NullMarked;
