package dev.tocsin.console.api.alert;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * A rule in force.
 *
 * @param rule all that it says
 * @param editable false for a rule of a file, which is changed there
 * @param alerts how many it has raised
 * @param lastAlertAt when it raised the latest, null if none
 */
record RuleView(JsonNode rule, boolean editable, long alerts, @Nullable Instant lastAlertAt) {}
