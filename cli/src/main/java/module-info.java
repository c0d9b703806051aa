/** The leat command. */
@org.jspecify.annotations.NullMarked
module io.leat.cli {
    requires static transitive org.jspecify;
    requires io.leat;
    requires info.picocli;
    requires java.desktop;

    opens io.leat.cli to
            info.picocli;
}
