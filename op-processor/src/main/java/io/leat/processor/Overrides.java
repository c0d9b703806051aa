package io.leat.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Finds out which methods of {@code Op} an op has. */
final class Overrides {
    private Overrides() {}

    /**
     * Whether the op has the method that {@code Op} declares with one parameter. A family that overrides it for its ops
     * and calls hooks of nearly the same name, such as {@code gradientA}, counts only for ops that have a hook.
     */
    static boolean has(TypeElement op, String method) {
        List<TypeElement> below = new ArrayList<>();
        for (TypeElement c = op; !c.getQualifiedName().contentEquals(Names.OP); c = superclass(c)) {
            List<ExecutableElement> alike = ElementFilter.methodsIn(c.getEnclosedElements()).stream()
                    .filter(m -> m.getSimpleName().toString().startsWith(method))
                    .toList();
            if (alike.stream().anyMatch(m -> isMethodOfOp(m, method))) {
                List<Name> hooks = alike.stream()
                        .filter(m -> !isMethodOfOp(m, method))
                        .map(ExecutableElement::getSimpleName)
                        .toList();
                return c.equals(op)
                        || hooks.isEmpty()
                        || below.stream()
                                .flatMap(b -> ElementFilter.methodsIn(b.getEnclosedElements()).stream())
                                .anyMatch(m -> hooks.contains(m.getSimpleName()));
            }
            below.add(c);
        }
        return false;
    }

    private static boolean isMethodOfOp(ExecutableElement m, String method) {
        return m.getSimpleName().contentEquals(method)
                && m.getParameters().size() == 1
                && m.getParameters().getFirst().asType() instanceof DeclaredType d
                && d.asElement() instanceof TypeElement t
                && t.getQualifiedName().toString().startsWith("io.leat.graph.");
    }

    private static TypeElement superclass(TypeElement c) {
        return (TypeElement) ((DeclaredType) c.getSuperclass()).asElement();
    }
}
