package dev.tocsin.bench.startup;

/**
 * Seconds from the start of the process.
 *
 * @param page until the page's health address answers
 * @param article until the API lists an article with a confirmed tag
 * @param cpu CPU seconds that the process, without the database server, had used by then
 */
record StartTimes(double page, double article, double cpu) {}
