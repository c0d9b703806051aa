package io.leat.conformance.models;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of a model of others, in a class with {@link ModelsPage}; it becomes a row of {@code docs/graphs.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface KnownAnswer {
    /** The models' folders or files. */
    String models();

    /** What is known of them. */
    String answer();
}
