package io.leat.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.invoke.MethodHandles;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What only one place of the house may touch, and why. */
final class FencesTest {
    @Test
    void vectorsStayInKernels() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.leat.kernels..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because(
                        "the Vector API is an incubator: one module follows its changes, and a JVM without it still runs"
                                + " everything else"));
    }

    @Test
    void classFilesStayInTheCodeGenerator() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.leat.compiler.codegen..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.classfile..")
                .because("bytecode is written in one place, behind the verifier and the dumps of the compiler"));
    }

    @Test
    void hiddenClassesStayInTheCodeGenerator() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.leat.compiler.codegen..")
                .should()
                .callMethodWhere(describe(
                        "a class is defined at run time",
                        call -> call.getTarget().getOwner().isEquivalentTo(MethodHandles.Lookup.class)
                                && call.getTarget().getName().startsWith("define")))
                .because("classes are made at run time in one place, which caches them by structure"));
    }

    @Test
    void protobufStaysInFormats() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.leat.formats..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.protobuf..")
                .because("TensorFlow's messages end in formats; everything else knows Graph, Node and Tensor"));
    }

    @Test
    void noNativeMethods() {
        check(noMethods()
                .should()
                .haveModifier(JavaModifier.NATIVE)
                .because("Leat is pure Java: it runs wherever a JVM does"));
    }

    @Test
    void noNativeLibraries() {
        var loaders = Set.of("load", "loadLibrary");
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "a native library is loaded",
                        call -> loaders.contains(call.getTarget().getName())
                                && Set.of("java.lang.System", "java.lang.Runtime")
                                        .contains(call.getTarget().getOwner().getName())))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.foreign.Linker")
                .because("Leat is pure Java: it runs wherever a JVM does"));
    }

    @Test
    void noFinalizers() {
        check(noMethods()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.have(describe(
                        "the name finalize",
                        (JavaCodeUnit method) -> method.getName().equals("finalize"))))
                .because("nobody closes a tensor, and the collector needs no help for arrays"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Classes.all());
    }
}
