package io.leat.train;

import io.leat.graph.Gradient;
import io.leat.graph.Variable;
import org.jspecify.annotations.Nullable;

/**
 * A variable with the gradient of the loss with respect to it.
 *
 * @param gradient null where the loss does not depend on the variable
 */
public record GradientAndVariable(@Nullable Gradient gradient, Variable variable) {}
