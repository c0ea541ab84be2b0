package dev.tocsin.schemas;

/** A short hash of what a rule says, wherever it is written. */
public final class RuleVersion {
    private RuleVersion() {}

    /** The rule with its version. */
    public static AlertRule on(AlertRule rule) {
        AlertRule plain = AlertRule.newBuilder(rule).setVersion("").setOrigin("").build();
        return AlertRule.newBuilder(rule).setVersion(ContentVersion.of(plain.toString())).build();
    }
}
