/** Articles to tagged articles. {@link dev.tocsin.enrich.Enrich} is the way in. */
@NullMarked
package dev.tocsin.enrich;

import org.jspecify.annotations.NullMarked;
