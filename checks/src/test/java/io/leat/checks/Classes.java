package io.leat.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of all modules, read once. */
final class Classes {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.leat");

    private Classes() {}

    /** Every class of the modules, without their tests. */
    static JavaClasses all() {
        return ALL;
    }
}
