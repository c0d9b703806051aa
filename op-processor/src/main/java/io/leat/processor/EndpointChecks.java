package io.leat.processor;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the {@code @Endpoint}s of a method; whatever is wrong with them becomes a compile error at the method. */
final class EndpointChecks {
    private final Elements elements;
    private final Report report;

    EndpointChecks(Elements elements, Report report) {
        this.elements = elements;
        this.report = report;
    }

    /** The correct ones. */
    List<EndpointMethod> read(ExecutableElement method) {
        TypeElement owner = (TypeElement) requireNonNull(method.getEnclosingElement());
        String wrong = wrongWith(method, owner);
        if (wrong != null) {
            report.error(method, "@Endpoint: " + wrong);
            return List.of();
        }
        List<EndpointMethod> out = new ArrayList<>();
        for (AnnotationMirror endpoint : endpoints(method)) {
            AnnotationValue value = Mirrors.value(elements, endpoint, "value");
            String path = (String) value.getValue();
            List<String> parts = List.of(path.split("\\.", -1));
            if (parts.stream().allMatch(EndpointChecks::isGoodName)) {
                out.add(new EndpointMethod(method, owner, parts.subList(0, parts.size() - 1), parts.getLast()));
            } else {
                report.error(
                        method,
                        "@Endpoint: '" + path
                                + "' is not a path of Java names in lower camel case, such as nn.softplus");
            }
        }
        return out;
    }

    private static boolean isGoodName(String part) {
        return part.matches("[a-z][A-Za-z0-9]*") && !SourceVersion.isKeyword(part);
    }

    private static @Nullable String wrongWith(ExecutableElement method, TypeElement owner) {
        if (!method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))) {
            return method.getSimpleName() + " must be public and static";
        }
        for (Element e = owner; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return e.getSimpleName() + " must be public";
            }
        }
        List<? extends VariableElement> params = method.getParameters();
        if (params.isEmpty() || !isOps(params.getFirst().asType()) || params.size() == 1 && method.isVarArgs()) {
            return method.getSimpleName() + " must take " + Names.OPS + " first";
        }
        return null;
    }

    static boolean isOps(TypeMirror type) {
        return type instanceof DeclaredType d
                && ((TypeElement) d.asElement()).getQualifiedName().contentEquals(Names.OPS);
    }

    private List<AnnotationMirror> endpoints(ExecutableElement method) {
        List<AnnotationMirror> out = new ArrayList<>();
        AnnotationMirror one = Mirrors.findOrNull(method, Names.ENDPOINT);
        if (one != null) {
            out.add(one);
        }
        AnnotationMirror several = Mirrors.findOrNull(method, Names.ENDPOINTS);
        if (several != null) {
            for (Object v : (List<?>) Mirrors.value(elements, several, "value").getValue()) {
                out.add((AnnotationMirror) ((AnnotationValue) v).getValue());
            }
        }
        return out;
    }
}
