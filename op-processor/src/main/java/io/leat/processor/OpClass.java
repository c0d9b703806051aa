package io.leat.processor;

import io.leat.graph.Signature;
import javax.lang.model.element.TypeElement;

/**
 * A class with a correct {@code @OpSpec}.
 *
 * @param text the signature as it was written
 */
record OpClass(TypeElement type, String text, Signature signature) {
    String name() {
        return signature.name();
    }

    String className() {
        return type.getQualifiedName().toString();
    }
}
