/** A real broker and a real database in this process, for a laptop without either. */
@NullMarked
package dev.tocsin.app.embedded;

import org.jspecify.annotations.NullMarked;
