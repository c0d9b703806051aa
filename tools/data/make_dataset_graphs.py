"""Writes small graphs with datasets whose elements functions compute, as TensorFlow's Python makes them, for tests.

    python make_dataset_graphs.py FOLDER

Each file NAME.pb is a GraphDef. The tests run the node "init" where there is one, fetch "next" until the dataset ends,
and compare with what TensorFlow gave: the constants want0, want1 ...
"""
import pathlib
import sys

import tensorflow as tf

v1 = tf.compat.v1
Dataset = v1.data.Dataset


def mapped():
    offset = tf.constant(100, tf.int64)
    return Dataset.range(5).map(lambda x: x * x + offset).batch(2)


def flat():
    return Dataset.range(4).flat_map(lambda x: Dataset.range(x).map(lambda y: x * 10 + y))


def interleaved():
    return Dataset.range(5).interleave(lambda x: Dataset.from_tensors(x).repeat(x + 1), cycle_length=2, block_length=2)


def in_parallel():
    return Dataset.range(5).interleave(
        lambda x: Dataset.from_tensors(x).repeat(x + 1), cycle_length=3, block_length=1, num_parallel_calls=2,
        deterministic=True)


def texts():
    return Dataset.from_tensor_slices(["a", "b", "c"]).map(lambda s: tf.strings.join([s, "!"])).repeat(2)


def make(folder, name, dataset, once):
    with tf.Graph().as_default() as graph:
        data = dataset().with_options(tf.data.Options())
        iterator = v1.data.make_one_shot_iterator(data) if once else v1.data.make_initializable_iterator(data)
        out = tf.identity(iterator.get_next(), name="next")
        if not once:
            tf.group(iterator.initializer, name="init")
        with v1.Session() as session:
            if not once:
                session.run("init")
            values = []
            while True:
                try:
                    values.append(session.run(out))
                except tf.errors.OutOfRangeError:
                    break
        for i, value in enumerate(values):
            tf.constant(value, out.dtype, name="want%d" % i)
        (folder / (name + ("_once" if once else "") + ".pb")).write_bytes(
            graph.as_graph_def().SerializeToString(deterministic=True))
        print(name, once, values, sorted({n.op for n in graph.as_graph_def().node if "ataset" in n.op or "Iter" in n.op}))


def main():
    folder = pathlib.Path(sys.argv[1])
    v1.disable_eager_execution()
    for dataset in (mapped, flat, interleaved, in_parallel, texts):
        make(folder, dataset.__name__, dataset, False)
        make(folder, dataset.__name__, dataset, True)


main()
