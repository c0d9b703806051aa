package io.leat.runtime;

/** What a run returned, and how it went. */
public record Profiled<T>(T value, Profile profile) {}
