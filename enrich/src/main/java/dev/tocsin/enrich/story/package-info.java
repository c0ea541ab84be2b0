/** Groups articles about one happening: a pure function of articles and corrections in order. */
@NullMarked
package dev.tocsin.enrich.story;

import org.jspecify.annotations.NullMarked;
