package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.schemas.AlertRule;
import dev.tocsin.sink.postgres.AlertRuleQueries;
import dev.tocsin.sink.postgres.AlertRuleQueries.ListedRule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(name = "list", description = "Shows the alert rules in force and what they told last.")
final class AlertsListCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Override
    public Integer call() throws ConfigurationException {
        try (StoreAccess store = StoreAccess.open(flags.configuration())) {
            print(new AlertRuleQueries(store.dataSource()).list());
        }
        return ExitCodes.DONE;
    }

    private void print(List<ListedRule> rules) {
        Table table =
                new Table("rule", "name", "kind", "to", "alerts", "last", "last alert", "from");
        for (ListedRule listed : rules) {
            AlertRule rule = listed.rule();
            table.row(
                    rule.getId(),
                    rule.getName(),
                    kind(rule),
                    String.join(" ", rule.getDelivery().getTargets()),
                    listed.alerts(),
                    listed.lastRaised(),
                    listed.lastTitle(),
                    rule.getOrigin());
        }
        output.print(rules.stream().map(AlertsListCommand::json).toList(), table);
    }

    private static String kind(AlertRule rule) {
        String kind = rule.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return rule.getEnabled() ? kind : kind + ", OFF";
    }

    private static Map<String, Object> json(ListedRule listed) {
        AlertRule rule = listed.rule();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.getId());
        json.put("name", rule.getName());
        json.put("version", rule.getVersion());
        json.put("kind", rule.getKind().name());
        json.put("enabled", rule.getEnabled());
        json.put("origin", rule.getOrigin());
        json.put("targets", rule.getDelivery().getTargets());
        json.put("alerts", listed.alerts());
        json.put("lastRaised", listed.lastRaised() == null ? null : listed.lastRaised().toString());
        json.put("lastTitle", listed.lastTitle());
        return json;
    }
}
