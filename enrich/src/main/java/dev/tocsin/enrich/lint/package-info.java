/** Finds what is wrong or doubtful in the files of a taxonomy. */
@NullMarked
package dev.tocsin.enrich.lint;

import org.jspecify.annotations.NullMarked;
