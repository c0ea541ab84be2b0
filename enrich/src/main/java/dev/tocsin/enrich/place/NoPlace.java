package dev.tocsin.enrich.place;

import dev.tocsin.enrich.match.Meaning;

/** A phrase that holds a place's name and names no place. */
record NoPlace() implements Meaning {}
