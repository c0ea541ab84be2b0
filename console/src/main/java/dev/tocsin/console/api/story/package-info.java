/** What can be asked about stories, and how people correct them. */
@NullMarked
package dev.tocsin.console.api.story;

import org.jspecify.annotations.NullMarked;
