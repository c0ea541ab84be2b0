/** YAML files with line numbers, and errors that say where and what was probably meant. */
@NullMarked
package dev.tocsin.yaml;

import org.jspecify.annotations.NullMarked;
