package dev.tocsin.enrich.story;

import java.util.List;

/**
 * What an engine remembers differently than before.
 *
 * @param written pieces that are new or not as they were
 * @param removed keys of pieces that are no more; none of them is among the written ones
 */
public record EngineDelta(List<StatePart> written, List<StateKey> removed) {}
