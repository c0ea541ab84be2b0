package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.language.LanguageDetector;
import dev.tocsin.enrich.taxonomy.TaxonomyReader;
import dev.tocsin.enrich.text.TextCleaner;
import dev.tocsin.schemas.TextField;
import dev.tocsin.schemas.Tier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures tagging against labelled articles. Run by hand: {@code -Dtagging.gold=FILE.jsonl},
 * optionally {@code -Dtagging.body=true} and {@code -Dtagging.errors=true}. Each line has title,
 * summary, body, lang, date, labels, optional (topics that are neither right nor wrong) and
 * hard_negative.
 */
final class TaggingQuality {

    private static final boolean WITH_BODY = Boolean.getBoolean("tagging.body");
    private static final boolean SHOW_ERRORS = Boolean.getBoolean("tagging.errors");

    private final Tagger tagger = new Tagger(TaxonomyReader.bundled());
    private final LanguageDetector detector = new LanguageDetector();
    private final Map<String, Counts> byConflict = new TreeMap<>();
    private final Map<String, Counts> byLanguage = new TreeMap<>();
    private final Map<String, Counts> byDataset = new TreeMap<>();
    private final Counts all = new Counts();
    private int unlabelled;
    private int unlabelledTagged;
    private int hardNegatives;
    private int hardNegativesTagged;

    static void main() throws IOException {
        TaggingQuality quality = new TaggingQuality();
        JsonMapper mapper = new JsonMapper();
        for (String line : Files.readAllLines(Path.of(System.getProperty("tagging.gold")))) {
            quality.judge(mapper.readTree(line));
        }
        quality.print();
    }

    private void judge(JsonNode gold) {
        Set<String> labels = strings(gold.path("labels"));
        Set<String> optional = strings(gold.path("optional"));
        Set<String> found = tags(gold);
        if (labels.isEmpty() && optional.isEmpty()) {
            unlabelled++;
            unlabelledTagged += found.isEmpty() ? 0 : 1;
            if (gold.path("hard_negative").asBoolean()) {
                hardNegatives++;
                hardNegativesTagged += found.isEmpty() ? 0 : 1;
            }
        }
        Set<String> both = new HashSet<>(labels);
        both.addAll(found);
        for (String slug : both) {
            count(gold, slug, labels.contains(slug), found.contains(slug), optional.contains(slug));
        }
    }

    private void count(JsonNode gold, String slug, boolean right, boolean found, boolean optional) {
        if (optional && !right) {
            return;
        }
        Counts language =
                byLanguage.computeIfAbsent(gold.path("lang").asString(""), _ -> new Counts());
        Counts conflict = byConflict.computeIfAbsent(slug, _ -> new Counts());
        Counts dataset =
                byDataset.computeIfAbsent(gold.path("dataset").asString(""), _ -> new Counts());
        for (Counts counts : Set.of(language, conflict, dataset, all)) {
            counts.add(right, found);
        }
        if (SHOW_ERRORS && right != found) {
            System.out.printf(
                    "%s %s [%s] %s # %s%n",
                    right ? "MISS" : "WRONG",
                    slug,
                    gold.path("lang").asString(""),
                    gold.path("title").asString(""),
                    gold.path("summary").asString(""));
        }
    }

    private Set<String> tags(JsonNode gold) {
        String title = TextCleaner.clean(TextField.TITLE, gold.path("title").asString(""));
        String summary = TextCleaner.clean(TextField.SUMMARY, gold.path("summary").asString(""));
        Optional<String> body =
                Optional.of(TextCleaner.clean(TextField.BODY, gold.path("body").asString("")))
                        .filter(text -> WITH_BODY && !text.isBlank());
        String language = detector.detect(Optional.empty(), title, summary);
        Set<String> slugs = new HashSet<>();
        tagger.tag(new ArticleText(language, title, summary, body, date(gold))).stream()
                .filter(tag -> tag.getTier() == Tier.CONFIRMED)
                .forEach(tag -> slugs.add(tag.getConflictTopic()));
        return slugs;
    }

    private static Instant date(JsonNode gold) {
        String date = gold.path("date").asString("");
        String day =
                date.matches("\\d{4}-\\d{2}-\\d{2}.*")
                        ? date.substring(0, 10)
                        : date.matches("\\d{4}.*") ? date.substring(0, 4) + "-12-31" : "2025-06-01";
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Set<String> strings(JsonNode array) {
        Set<String> strings = new HashSet<>();
        array.forEach(each -> strings.add(each.asString()));
        return strings;
    }

    private void print() {
        byDataset.forEach((key, counts) -> System.out.println(counts.line(key)));
        byLanguage.forEach((key, counts) -> System.out.println(counts.line(key)));
        byConflict.forEach((key, counts) -> System.out.println(counts.line(key)));
        System.out.println(all.line("MICRO"));
        System.out.printf(
                Locale.ROOT,
                "MACRO F1 over conflicts with 3 or more: %.3f%n",
                byConflict.values().stream()
                        .filter(counts -> counts.gold() >= 3)
                        .mapToDouble(Counts::f1)
                        .average()
                        .orElse(0));
        System.out.printf(
                "unlabelled tagged %d of %d, hard negatives tagged %d of %d%n",
                unlabelledTagged, unlabelled, hardNegativesTagged, hardNegatives);
    }

    private static final class Counts {
        private int hit;
        private int miss;
        private int wrong;

        void add(boolean right, boolean found) {
            hit += right && found ? 1 : 0;
            miss += right && !found ? 1 : 0;
            wrong += !right && found ? 1 : 0;
        }

        int gold() {
            return hit + miss;
        }

        double f1() {
            return hit == 0 ? 0 : 2.0 * hit / (2 * hit + miss + wrong);
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-28s P %.3f R %.3f F1 %.3f  hit %d miss %d wrong %d",
                    name,
                    hit == 0 ? 0 : (double) hit / (hit + wrong),
                    hit == 0 ? 0 : (double) hit / gold(),
                    f1(),
                    hit,
                    miss,
                    wrong);
        }
    }
}
