package io.leat.compiler;

import io.leat.compiler.Program.Source;
import java.util.List;

/**
 * A program for feeds of certain shapes, with what follows from these for every tensor.
 *
 * @param feeds one fact for each feed
 * @param outputs for each step one fact for each of its outputs
 */
record ShapedProgram(Program program, List<Fact> feeds, List<List<Fact>> outputs) {
    Fact fact(Source s) {
        return s.isFeed() ? feeds.get(s.index()) : outputs.get(s.step()).get(s.index());
    }
}
