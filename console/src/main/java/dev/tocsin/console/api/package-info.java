/** What can be asked about the stored articles, feeds and dead letters, in Java and over HTTP. */
@NullMarked
package dev.tocsin.console.api;

import org.jspecify.annotations.NullMarked;
