package dev.tocsin.enrich.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what is remembered for a story: the layout, origins, articles with all quotes from them,
 * each there once, then the rules, which point into them by number. Numbers stay what they were, so
 * rules that nobody has read are copied as they lie.
 */
final class StoryAlertsWriter {
    static final int LAYOUT = 2;

    private final Archive archive;
    private final OriginTable origins;

    /** Matches of an article share its record, so there is no need to compare. */
    private final Map<MatchedArticle, ArticleDraft> drafts = new IdentityHashMap<>();

    private final List<ArticleDraft> added = new ArrayList<>();
    private final Packing part = new Packing();

    /**
     * @param archive of the rules that were not read
     */
    StoryAlertsWriter(Archive archive) {
        this.archive = archive;
        this.origins = new OriginTable(archive.origins());
        List<KeptArticle> kept = archive.articles();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).isRead()) {
                drafts.put(kept.get(i).read().article(), new ArticleDraft(i, kept.get(i)));
            }
        }
    }

    byte[] write(Map<String, KeptRule> rules) {
        Packing ruleTable = new Packing();
        rules.forEach((id, rule) -> rule(ruleTable, id, rule));
        Packing all = new Packing();
        all.number(LAYOUT);
        origins.write(all);
        articles(all);
        all.number(rules.size());
        all.raw(ruleTable);
        return all.toBytes();
    }

    private void rule(Packing out, String id, KeptRule rule) {
        switch (rule) {
            case KeptRule.Unread unread -> out.part(unread.whole());
            case RuleMemory read -> {
                part.text(id);
                memory(part, read);
                out.move(part);
            }
        }
    }

    private void memory(Packing out, RuleMemory rule) {
        out.list(rule.matches(), match -> match(out, match));
        out.number(rule.further().articles());
        out.number(rule.further().copies());
        Collection<String> further = rule.further().origins().stream().sorted().toList();
        out.list(further, origin -> out.number(origins.number(origin)));
        out.flag(rule.raised().isPresent());
        rule.raised()
                .ifPresent(raised -> {
                    out.text(raised.alertId());
                    out.number(raised.sequence());
                    out.number(raised.at().toEpochMilli());
                });
    }

    private void match(Packing out, Remembered match) {
        ArticleDraft draft = drafts.computeIfAbsent(match.article(), this::draft);
        out.number(draft.number());
        out.flag(match.woke());
        out.list(match.quotes(), quote -> out.number(draft.number(quote)));
    }

    private ArticleDraft draft(MatchedArticle article) {
        ArticleDraft draft = new ArticleDraft(archive.articles().size() + added.size(), article);
        added.add(draft);
        return draft;
    }

    private void articles(Packing out) {
        out.number(archive.articles().size() + added.size());
        for (KeptArticle kept : archive.articles()) {
            if (kept.isRead()) {
                article(out, Objects.requireNonNull(drafts.get(kept.read().article())));
            } else {
                out.part(kept.bytes());
            }
        }
        added.forEach(draft -> article(out, draft));
    }

    private void article(Packing out, ArticleDraft draft) {
        draft.write(part);
        out.move(part);
    }
}
