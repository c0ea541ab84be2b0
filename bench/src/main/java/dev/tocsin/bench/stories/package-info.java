/** What copy detection and story assignment cost, and how the cost grows with the window. */
@NullMarked
package dev.tocsin.bench.stories;

import org.jspecify.annotations.NullMarked;
