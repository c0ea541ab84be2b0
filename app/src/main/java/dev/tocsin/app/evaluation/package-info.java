/** Scores against gold: how good the groups are that the product makes. */
@NullMarked
package dev.tocsin.app.evaluation;

import org.jspecify.annotations.NullMarked;
