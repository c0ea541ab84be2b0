/** From hits to tags with scores, tiers and evidence. */
@NullMarked
package dev.tocsin.enrich.tag;

import org.jspecify.annotations.NullMarked;
