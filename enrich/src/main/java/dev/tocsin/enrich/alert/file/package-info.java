/** The file in which people write alert rules: its reader, its mistakes, its doubtful rules. */
@NullMarked
package dev.tocsin.enrich.alert.file;

import org.jspecify.annotations.NullMarked;
