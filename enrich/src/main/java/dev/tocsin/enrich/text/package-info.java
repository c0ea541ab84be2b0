/** News text made plain and cut into folded tokens. */
@NullMarked
package dev.tocsin.enrich.text;

import org.jspecify.annotations.NullMarked;
