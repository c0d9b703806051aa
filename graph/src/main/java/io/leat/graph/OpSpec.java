package io.leat.graph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The signature of an op, in TensorFlow's spelling:
 *
 * <pre>{@code Softplus(features: T) -> (activations: T); T: {half, bfloat16, float, double}}</pre>
 *
 * <p>Arguments are {@code name: type}, where the type is a dtype, a type attribute, a list-of-types attribute,
 * {@code N * T} or {@code Ref(T)}. Attributes follow, separated by semicolons, as {@code name: kind >= minimum =
 * default}; strings stand in single quotes. The op processor checks the text and puts the class into the catalogue.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OpSpec {
    String value();

    /** True when the op has state or effects: it is never folded, merged with its like or dropped when reached. */
    boolean stateful() default false;
}
