/** Which language a text is written in. */
@NullMarked
package dev.tocsin.enrich.language;

import org.jspecify.annotations.NullMarked;
