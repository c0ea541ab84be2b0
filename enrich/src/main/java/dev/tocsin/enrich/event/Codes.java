package dev.tocsin.enrich.event;

import java.util.List;

/** The names that other schemes have for what happens. */
final class Codes {

    /** Event types of PLOVER. */
    static final List<String> PLOVER =
            List.of(
                    "ACCUSE",
                    "AGREE",
                    "AID",
                    "ASSAULT",
                    "COERCE",
                    "CONCEDE",
                    "CONSULT",
                    "COOPERATE",
                    "MOBILIZE",
                    "PROTEST",
                    "REJECT",
                    "REQUEST",
                    "RETREAT",
                    "SANCTION",
                    "SUPPORT",
                    "THREATEN");

    /** Sub-event types of ACLED. */
    static final List<String> ACLED =
            List.of(
                    "Abduction/forced disappearance",
                    "Agreement",
                    "Air/drone strike",
                    "Armed clash",
                    "Arrests",
                    "Attack",
                    "Change to group/activity",
                    "Chemical weapon",
                    "Disrupted weapons use",
                    "Excessive force against protesters",
                    "Government regains territory",
                    "Grenade",
                    "Headquarters or base established",
                    "Looting/property destruction",
                    "Mob violence",
                    "Non-state actor overtakes territory",
                    "Non-violent transfer of territory",
                    "Other",
                    "Peaceful protest",
                    "Protest with intervention",
                    "Remote explosive/landmine/IED",
                    "Sexual violence",
                    "Shelling/artillery/missile attack",
                    "Suicide bomb",
                    "Violent demonstration");

    private Codes() {}
}
