/** TensorFlow's ops, one class each. */
@org.jspecify.annotations.NullMarked
module io.leat.ops {
    requires static transitive org.jspecify;
    requires transitive io.leat.graph;
    requires io.leat.kernels;

    exports io.leat.ops.array;
    exports io.leat.ops.audio;
    exports io.leat.ops.bitwise;
    exports io.leat.ops.control;
    exports io.leat.ops.ctc;
    exports io.leat.ops.data;
    exports io.leat.ops.debug;
    exports io.leat.ops.family;
    exports io.leat.ops.fft;
    exports io.leat.ops.image;
    exports io.leat.ops.io;
    exports io.leat.ops.linalg;
    exports io.leat.ops.list;
    exports io.leat.ops.lookup;
    exports io.leat.ops.math;
    exports io.leat.ops.nn;
    exports io.leat.ops.parsing;
    exports io.leat.ops.quantization;
    exports io.leat.ops.queue;
    exports io.leat.ops.ragged;
    exports io.leat.ops.random;
    exports io.leat.ops.rnn;
    exports io.leat.ops.sparse;
    exports io.leat.ops.state;
    exports io.leat.ops.strings;
    exports io.leat.ops.tensorarray;
    exports io.leat.ops.training;
    exports io.leat.ops;

    uses io.leat.ops.data.RecordIo;
    uses io.leat.ops.io.CheckpointIo;
    uses io.leat.ops.io.ExampleIo;
    uses io.leat.ops.io.ProtoIo;
    uses io.leat.ops.io.SummaryIo;

    provides io.leat.graph.OpLibrary with
            io.leat.ops.Catalogue;
}
