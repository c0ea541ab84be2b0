package dev.tocsin.enrich.alert;

import dev.tocsin.enrich.match.Findings;
import dev.tocsin.enrich.match.Found;
import dev.tocsin.enrich.match.Lexicon;
import dev.tocsin.enrich.match.LexiconBuilder;
import dev.tocsin.enrich.text.Passage;
import dev.tocsin.enrich.text.Reading;
import dev.tocsin.schemas.TaggedArticle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keywords of all rules in one trie, each there once however many rules have it. */
final class Keywords {
    private final Lexicon lexicon;

    Keywords(Collection<String> written) {
        Set<String> distinct = new LinkedHashSet<>(written);
        LexiconBuilder builder = new LexiconBuilder();
        for (String each : distinct) {
            Keyword keyword = Keyword.of(each);
            builder.add(keyword.term(), keyword);
        }
        this.lexicon = builder.build();
    }

    /** What the article has of them: title first, then summary and body. */
    List<KeywordHit> find(TaggedArticle article) {
        Reading reading = Reading.of(article.getTitle(), article.getSummary(), article.getBody());
        List<KeywordHit> hits = new ArrayList<>();
        for (Passage passage : reading.passages()) {
            Findings findings = lexicon.find(article.getLanguage(), passage);
            for (Found found : findings.found()) {
                if (found.meaning() instanceof Keyword keyword
                        && keyword.isOfLanguage(article.getLanguage())) {
                    hits.add(new KeywordHit(keyword, span(findings, found)));
                }
            }
        }
        return hits;
    }

    private static Span span(Findings findings, Found found) {
        return new Span(findings.passage().field(), findings.start(found), findings.end(found));
    }
}
