/** How late polls are when there are very many feeds, and what the dead ones cost the others. */
@NullMarked
package dev.tocsin.bench.polling;

import org.jspecify.annotations.NullMarked;
