/** How long the demo takes to its first page and its first tagged article. */
@NullMarked
package dev.tocsin.bench.startup;

import org.jspecify.annotations.NullMarked;
