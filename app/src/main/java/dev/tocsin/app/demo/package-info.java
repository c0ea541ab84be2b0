/** A week of invented news, served on loopback. */
@NullMarked
package dev.tocsin.app.demo;

import org.jspecify.annotations.NullMarked;
