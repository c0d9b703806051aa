/** The programs that the README shows, compiled and run. */
@org.jspecify.annotations.NullMarked
module io.leat.examples {
    requires static transitive org.jspecify;
    requires io.leat;
}
