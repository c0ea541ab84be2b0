/** The program. */
@NullMarked
package dev.tocsin.app;

import org.jspecify.annotations.NullMarked;
