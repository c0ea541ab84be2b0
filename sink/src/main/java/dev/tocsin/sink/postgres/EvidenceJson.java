package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.Evidence;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evidence as the tables hold it. */
final class EvidenceJson {
    private static final JsonMapper JSON = new JsonMapper();

    private EvidenceJson() {}

    static String of(List<Evidence> evidence) {
        return JSON.writeValueAsString(evidence.stream().map(EvidenceJson::plain).toList());
    }

    /** A person's word in the form of a hit: who said so and why. */
    static String of(Correction correction) {
        String who = correction.getBy().map(name -> "by " + name).orElse("by a person");
        String why = correction.getReason().map(reason -> ": " + reason).orElse("");
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("term", SafeText.of(correction.getConflictTopic().orElse("")));
        plain.put("role", "CORRECTION");
        plain.put("field", "CORRECTION");
        plain.put("start", 0);
        plain.put("end", 0);
        plain.put("text", SafeText.of("tagged " + who + why));
        plain.put("weight", 0);
        return JSON.writeValueAsString(List.of(plain));
    }

    private static Map<String, Object> plain(Evidence evidence) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("term", SafeText.of(evidence.getTerm()));
        plain.put("role", evidence.getRole().name());
        plain.put("field", evidence.getField().name());
        plain.put("start", evidence.getStart());
        plain.put("end", evidence.getEnd());
        plain.put("text", SafeText.of(evidence.getText()));
        plain.put("weight", evidence.getWeight());
        return plain;
    }
}
