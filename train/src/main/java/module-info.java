/** Optimisers, losses, metrics, Saver and input pipelines. */
@org.jspecify.annotations.NullMarked
module io.leat.train {
    requires static transitive org.jspecify;
    requires transitive io.leat.ops;
    requires transitive io.leat.runtime;
    requires transitive io.leat.formats;

    exports io.leat.train;

    provides io.leat.ops.data.RecordIo with
            io.leat.train.RecordFiles;
    provides io.leat.ops.io.CheckpointIo with
            io.leat.train.CheckpointFiles;
    provides io.leat.ops.io.ExampleIo with
            io.leat.train.ExampleMessages;
    provides io.leat.ops.io.ProtoIo with
            io.leat.train.ProtoMessages;
    provides io.leat.ops.io.SummaryIo with
            io.leat.train.SummaryMessages;
}
