package io.leat.graph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a static method whose first parameter is {@link Ops} into the {@code Tf} facade, under a path such as
 * {@code reshape} or {@code nn.softplus}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Endpoint.All.class)
public @interface Endpoint {
    String value();

    /** Several endpoints of one method. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface All {
        Endpoint[] value();
    }
}
