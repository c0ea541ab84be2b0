package dev.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the story of a new report among the stories that it is like. Small stories are grouped anew
 * with it, so that what was decided on few articles can be decided better on more; large ones and
 * those that a person has corrected only take in.
 */
final class Grouping {
    /** With more reports in question nothing is grouped anew. */
    private static final int REGROUPED = 40;

    /** Latest reports of a large story with which a new one is compared. */
    private static final int COMPARED = 32;

    private final Clusters clusters;

    Grouping(Clusters clusters) {
        this.clusters = clusters;
    }

    /**
     * @param own story of a new report, that has nothing else in it
     * @param alike other stories that may be the report's, oldest first
     */
    void place(Cluster own, List<Cluster> alike) {
        int reports = alike.stream().mapToInt(cluster -> cluster.reports().size()).sum();
        boolean asTheyAre = reports >= REGROUPED || alike.stream().anyMatch(Cluster::isCorrected);
        if (asTheyAre) {
            attach(own, alike);
        } else {
            List<Cluster> all = new ArrayList<>(alike);
            all.add(own);
            regroup(own, all);
        }
    }

    private void attach(Cluster own, List<Cluster> alike) {
        Report report = own.reports().getFirst();
        Cluster best = own;
        double bestAverage = Similarity.SAME;
        for (Cluster cluster : alike) {
            double average = average(report, cluster);
            if (best == own ? average >= bestAverage : average > bestAverage) {
                best = cluster;
                bestAverage = average;
            }
        }
        if (best != own) {
            best.takeOver(List.of(report));
            clusters.drop(own);
        }
    }

    private static double average(Report report, Cluster cluster) {
        Similarity similarity = new Similarity(report.first());
        List<Report> reports = cluster.reports();
        return reports.subList(Math.max(0, reports.size() - COMPARED), reports.size()).stream()
                .mapToDouble(other -> similarity.to(other.first()))
                .average()
                .orElse(0);
    }

    private void regroup(Cluster own, List<Cluster> all) {
        List<Report> pool = new ArrayList<>();
        all.forEach(cluster -> pool.addAll(cluster.reports()));
        pool.sort(Comparator.comparingInt(Report::number));
        double[][] similarities = similarities(pool);
        List<Part> parts =
                AverageLink.group(similarities, Similarity.SAME).stream()
                        .map(places -> part(places, pool, similarities))
                        .toList();
        assign(parts, all);
        if (own.isEmpty()) {
            clusters.drop(own);
        }
    }

    private static Part part(List<Integer> places, List<Report> pool, double[][] similarities) {
        return new Part(places.stream().map(pool::get).toList(), title(places, pool, similarities));
    }

    /** Some of the reports, and the title that speaks for most of them. */
    private record Part(List<Report> reports, String title) {
        long overlap(Cluster cluster) {
            return reports.stream().filter(report -> report.cluster() == cluster).count();
        }

        boolean isNamedLike(Cluster cluster) {
            return reports.stream()
                    .flatMap(report -> report.live().stream())
                    .anyMatch(entry -> entry.id().equals(cluster.id()));
        }
    }

    private static String title(List<Integer> places, List<Report> pool, double[][] similarities) {
        int best = places.getFirst();
        double bestSum = Double.NEGATIVE_INFINITY;
        for (int place : inForemostLanguage(places, pool)) {
            double sum = places.stream().mapToDouble(other -> similarities[place][other]).sum();
            if (sum > bestSum) {
                best = place;
                bestSum = sum;
            }
        }
        return pool.get(best).first().title();
    }

    /**
     * Those in the language of most; of languages that have as many, in the one that came first.
     */
    private static List<Integer> inForemostLanguage(List<Integer> places, List<Report> pool) {
        Map<String, List<Integer>> byLanguage = new LinkedHashMap<>();
        for (int place : places) {
            String language = pool.get(place).first().language();
            byLanguage.computeIfAbsent(language, each -> new ArrayList<>()).add(place);
        }
        List<Integer> foremost = places;
        int most = 0;
        for (List<Integer> those : byLanguage.values()) {
            if (those.size() > most) {
                foremost = those;
                most = those.size();
            }
        }
        return foremost;
    }

    private static double[][] similarities(List<Report> pool) {
        double[][] similarities = new double[pool.size()][pool.size()];
        for (int one = 0; one < pool.size(); one++) {
            Similarity similarity = new Similarity(pool.get(one).first());
            for (int other = 0; other < one; other++) {
                double alike = similarity.to(pool.get(other).first());
                similarities[one][other] = alike;
                similarities[other][one] = alike;
            }
        }
        return similarities;
    }

    /** Every story goes on in the part that has the article it is named after, or most of it. */
    private void assign(List<Part> parts, List<Cluster> all) {
        Map<Part, Cluster> homes = new HashMap<>();
        Map<Cluster, Part> heirs = new LinkedHashMap<>();
        for (Cluster cluster : all) {
            Part heir = heir(parts, cluster);
            heirs.put(cluster, heir);
            homes.putIfAbsent(heir, cluster);
        }
        for (Part part : parts) {
            Cluster home = homes.computeIfAbsent(part, this::begin);
            home.takeOver(part.reports());
            home.setTitle(part.title());
        }
        heirs.forEach((cluster, heir) -> {
            if (cluster.isEmpty() && cluster != all.getLast()) {
                clusters.absorb(cluster, homes.getOrDefault(heir, cluster));
            }
        });
    }

    private Cluster begin(Part part) {
        return clusters.begin(part.reports().getFirst().first());
    }

    private static Part heir(List<Part> parts, Cluster cluster) {
        return parts.stream()
                .filter(part -> part.isNamedLike(cluster))
                .findFirst()
                .orElseGet(() ->
                        parts.stream()
                                .max(Comparator.comparingLong(part -> part.overlap(cluster)))
                                .orElseThrow());
    }
}
