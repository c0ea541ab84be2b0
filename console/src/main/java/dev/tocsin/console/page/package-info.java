/** The web page and the headers that guard it. */
@NullMarked
package dev.tocsin.console.page;

import org.jspecify.annotations.NullMarked;
