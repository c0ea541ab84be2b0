/** Tables for people, JSON for machines. */
@NullMarked
package dev.tocsin.app.output;

import org.jspecify.annotations.NullMarked;
