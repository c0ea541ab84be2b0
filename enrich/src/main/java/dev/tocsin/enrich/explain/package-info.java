/**
 * Why something is, or is not, found in an article: the form of the answer, and the answers for
 * conflict topics. Event types, places and actors explain themselves.
 */
@NullMarked
package dev.tocsin.enrich.explain;

import org.jspecify.annotations.NullMarked;
