/** What the user types. */
@NullMarked
package dev.tocsin.app.command;

import org.jspecify.annotations.NullMarked;
