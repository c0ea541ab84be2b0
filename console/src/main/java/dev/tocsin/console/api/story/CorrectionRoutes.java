package dev.tocsin.console.api.story;

import dev.tocsin.console.api.Json;
import dev.tocsin.console.api.QueryParameters;
import dev.tocsin.console.api.Reader;
import dev.tocsin.console.api.RequestBody;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.console.record.RecordWriter;
import dev.tocsin.schemas.Correction;
import dev.tocsin.schemas.KafkaTopics;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.time.Clock;
import java.util.Map;

import javax.sql.DataSource;

/** {@code POST /api/v1/corrections}: what people decide goes to the stream. */
public final class CorrectionRoutes {
    private final Reader reader;
    private final Corrections corrections;
    private final RecordWriter writer;

    public CorrectionRoutes(
            DataSource dataSource, TopicNames names, RecordWriter writer, Clock clock) {
        this.reader = new Reader(dataSource);
        this.corrections = new Corrections(names, clock);
        this.writer = writer;
    }

    /** Adds the address. */
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/corrections", this::correct);
    }

    private void correct(Context context) {
        QueryParameters.of(context);
        RequestBody body = RequestBody.of(context.body(), Corrections.FIELDS);
        Correction correction = reader.read(handle -> corrections.read(handle, body));
        writer.write(KafkaTopics.CORRECTIONS, correction.getStoryKey(), correction);
        context.status(202);
        Json.answer(context, Map.of("correction", view(correction)));
    }

    private static StoryDetail.CorrectionView view(Correction correction) {
        return new StoryDetail.CorrectionView(
                correction.getId(),
                correction.getKind().name(),
                correction.getAt(),
                correction.getBy().orElse(null),
                correction.getReason().orElse(null),
                correction.getStoryId().orElse(null),
                correction.getIntoStoryId().orElse(null),
                correction.getArticleIds(),
                correction.getConflictTopic().orElse(null));
    }
}
