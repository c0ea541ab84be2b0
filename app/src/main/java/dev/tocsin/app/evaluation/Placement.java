package dev.tocsin.app.evaluation;

import java.util.Optional;

/** Where a system has put an article. */
public record Placement(String story, Optional<String> copyGroup) {}
