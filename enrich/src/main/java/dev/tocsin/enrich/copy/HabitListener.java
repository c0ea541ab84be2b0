package dev.tocsin.enrich.copy;

/** Hears from which texts the habits of a source are learnt, for whoever has to write it down. */
public interface HabitListener {
    /** For whoever need not. */
    HabitListener NONE =
            new HabitListener() {
                @Override
                public void learnt(String source, HabitText text) {}

                @Override
                public void forgot(String source, int article) {}
            };

    /** One more. */
    void learnt(String source, HabitText text);

    /** The oldest, for which a newer one was learnt. */
    void forgot(String source, int article);
}
