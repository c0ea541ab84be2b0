/** Armies, armed groups, leaders and mediators as data, and which of them a text names. */
@NullMarked
package dev.tocsin.enrich.actor;

import org.jspecify.annotations.NullMarked;
