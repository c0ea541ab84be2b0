package dev.tocsin.console.live;

import dev.tocsin.console.api.ArticleView;
import dev.tocsin.console.api.EvidenceView;
import dev.tocsin.console.api.TagView;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.schemas.EventTag;
import dev.tocsin.schemas.Evidence;
import dev.tocsin.schemas.Tag;
import dev.tocsin.schemas.TaggedArticle;

import java.util.Comparator;
import java.util.List;

/** The record as lists of articles show it. */
final class LiveArticle {
    private LiveArticle() {}

    static ArticleView view(TaggedArticle article, TopicNames names) {
        return new ArticleView(
                article.getId(),
                article.getRevision(),
                article.getFeedId(),
                article.getFeedTitle(),
                article.getPublisher().orElse(null),
                article.getSourceClass().orElse(null),
                article.getUrl().orElse(null),
                article.getTitle(),
                article.getSummary(),
                article.getLanguage(),
                article.getPublishedAt().orElse(null),
                article.getObservedAt(),
                article.getEventAt(),
                article.getEventTypes().stream().map(EventTag::getType).toList(),
                article.getCountries(),
                tags(article, names));
    }

    private static List<TagView> tags(TaggedArticle article, TopicNames names) {
        return article.getTags().stream()
                .sorted(Comparator.comparing(Tag::getTier).thenComparing(tag -> -tag.getScore()))
                .map(tag -> tag(tag, names))
                .toList();
    }

    private static TagView tag(Tag tag, TopicNames names) {
        return new TagView(
                tag.getConflictTopic(),
                names.name(tag.getConflictTopic()),
                tag.getTier().name(),
                tag.getScore(),
                tag.getEvidence().stream().map(LiveArticle::evidence).toList());
    }

    private static EvidenceView evidence(Evidence evidence) {
        return new EvidenceView(
                evidence.getTerm(),
                evidence.getRole().name(),
                evidence.getField().name(),
                evidence.getStart(),
                evidence.getEnd(),
                evidence.getText(),
                evidence.getWeight());
    }
}
