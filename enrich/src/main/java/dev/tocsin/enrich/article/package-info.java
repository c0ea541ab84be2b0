/** From an article to a tagged article, as a pure function. */
@NullMarked
package dev.tocsin.enrich.article;

import org.jspecify.annotations.NullMarked;
