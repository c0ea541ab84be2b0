/** The configuration: one YAML file, environment and flags over it, everything checked at once. */
@NullMarked
package dev.tocsin.app.config;

import org.jspecify.annotations.NullMarked;
