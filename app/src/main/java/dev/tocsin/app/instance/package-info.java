/** The data folder and who is using it. */
@NullMarked
package dev.tocsin.app.instance;

import org.jspecify.annotations.NullMarked;
