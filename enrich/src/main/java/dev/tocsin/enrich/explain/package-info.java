/** Why an article is, or is not, filed under a conflict topic. */
@NullMarked
package dev.tocsin.enrich.explain;

import org.jspecify.annotations.NullMarked;
