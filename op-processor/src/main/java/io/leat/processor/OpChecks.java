package io.leat.processor;

import io.leat.graph.Signature;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the {@code @OpSpec} of a class; whatever is wrong with it becomes a compile error at the class. */
final class OpChecks {
    private final Elements elements;
    private final Types types;
    private final Report report;
    private final Map<String, TypeElement> byName = new HashMap<>();

    OpChecks(Elements elements, Types types, Report report) {
        this.elements = elements;
        this.types = types;
        this.report = report;
    }

    /** The op, or null if it was wrong. */
    @Nullable
    OpClass read(TypeElement type) {
        AnnotationMirror spec = Mirrors.find(type, Names.OP_SPEC);
        AnnotationValue value = Mirrors.value(elements, spec, "value");
        String text = (String) value.getValue();
        boolean stateful = (Boolean) Mirrors.value(elements, spec, "stateful").getValue();
        boolean classIsGood = checkClass(type);
        Signature signature;
        try {
            signature = Signature.parse(text, stateful);
        } catch (RuntimeException e) {
            report.error(type, spec, value, "@OpSpec: " + e.getMessage());
            return null;
        }
        String wrong = SignatureChecks.firstError(signature);
        if (wrong == null && !type.getSimpleName().contentEquals(signature.name())) {
            wrong = "the class of op '" + signature.name() + "' must have its name, not " + type.getSimpleName();
        }
        if (wrong == null) {
            TypeElement other = byName.putIfAbsent(signature.name(), type);
            wrong = other == null ? null : "op '" + signature.name() + "' is also " + other.getQualifiedName();
        }
        if (wrong != null) {
            report.error(type, spec, value, "@OpSpec: " + wrong);
            return null;
        }
        return classIsGood ? new OpClass(type, text, signature) : null;
    }

    private boolean checkClass(TypeElement type) {
        String wrong = null;
        if (type.getKind() != ElementKind.CLASS || !extendsOp(type)) {
            wrong = "must be a class that extends " + Names.OP;
        } else if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
            wrong = "must be a top-level class";
        } else if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            wrong = "must be public";
        } else if (!type.getModifiers().contains(Modifier.FINAL)) {
            wrong = "must be final";
        } else if (!type.getTypeParameters().isEmpty()) {
            wrong = "must not have type parameters";
        } else if (!hasPublicConstructor(type)) {
            wrong = "must have a public constructor without parameters";
        }
        if (wrong != null) {
            report.error(type, "@OpSpec: " + type.getSimpleName() + " " + wrong);
        }
        return wrong == null;
    }

    private boolean extendsOp(TypeElement type) {
        TypeElement op = elements.getTypeElement(Names.OP);
        return op != null && types.isSubtype(type.asType(), (DeclaredType) op.asType());
    }

    private static boolean hasPublicConstructor(TypeElement type) {
        for (ExecutableElement c : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (c.getParameters().isEmpty() && c.getModifiers().contains(Modifier.PUBLIC)) {
                return true;
            }
        }
        return false;
    }
}
