package io.leat.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Compile errors at the annotated element. */
record Report(Messager messager) {
    void error(Element at, String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, message, at);
    }

    void error(Element at, AnnotationMirror annotation, AnnotationValue value, String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, message, at, annotation, value);
    }
}
