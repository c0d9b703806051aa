package io.leat.processor;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads annotations without their classes: those of the code being compiled may differ from those on our own path. */
final class Mirrors {
    private Mirrors() {}

    /** @throws IllegalStateException if the element does not have the annotation */
    static AnnotationMirror find(Element element, String annotation) {
        AnnotationMirror m = findOrNull(element, annotation);
        if (m == null) {
            throw new IllegalStateException(element + " is not annotated with " + annotation);
        }
        return m;
    }

    static @Nullable AnnotationMirror findOrNull(Element element, String annotation) {
        for (AnnotationMirror m : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) m.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return m;
            }
        }
        return null;
    }

    /** The value written or its default. */
    static AnnotationValue value(Elements elements, AnnotationMirror annotation, String key) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> e :
                elements.getElementValuesWithDefaults(annotation).entrySet()) {
            if (e.getKey().getSimpleName().contentEquals(key)) {
                return e.getValue();
            }
        }
        throw new IllegalStateException(annotation + " has no " + key);
    }
}
