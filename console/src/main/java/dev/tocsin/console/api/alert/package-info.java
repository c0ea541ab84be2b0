/** What can be asked about alerts, their deliveries and rules, and how people change them. */
@NullMarked
package dev.tocsin.console.api.alert;

import org.jspecify.annotations.NullMarked;
