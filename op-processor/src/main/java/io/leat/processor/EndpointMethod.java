package io.leat.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method with a correct {@code @Endpoint}.
 *
 * @param group the path to its group, empty for the facade itself
 * @param name its name there
 */
record EndpointMethod(ExecutableElement method, TypeElement owner, List<String> group, String name) {
    /** How users write it, such as {@code tf.nn().softplus}. */
    String path() {
        return "tf." + group.stream().map(g -> g + "().").collect(Collectors.joining()) + name;
    }
}
