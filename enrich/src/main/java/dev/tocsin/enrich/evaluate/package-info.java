/** How well tags agree with labels that people gave: gold files and labelled examples. */
@NullMarked
package dev.tocsin.enrich.evaluate;

import org.jspecify.annotations.NullMarked;
