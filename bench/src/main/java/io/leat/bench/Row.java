package io.leat.bench;

import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * What a race gave.
 *
 * @param nanos the median of each contender that ran
 * @param failures why others did not
 * @param profile where Leat's time went, empty where it did not run
 */
record Row(
        String workload,
        int threads,
        Map<Contender, Double> nanos,
        Map<Contender, String> failures,
        String profile,
        Work work) {
    private static final Set<Contender> TENSORFLOW = EnumSet.of(Contender.TENSORFLOW, Contender.TENSORFLOW_ONEDNN);

    private static final Set<Contender> PEERS =
            EnumSet.of(Contender.TENSORFLOW, Contender.TENSORFLOW_ONEDNN, Contender.ONNX_RUNTIME);

    /** Leat's time divided by the fastest peer's. */
    OptionalDouble toFastest() {
        return to(PEERS);
    }

    private OptionalDouble to(Set<Contender> others) {
        Double leat = nanos.get(Contender.LEAT);
        OptionalDouble other = nanos.entrySet().stream()
                .filter(e -> others.contains(e.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .min();
        return leat == null || other.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(leat / other.getAsDouble());
    }

    /** Leat's time divided by the floor, where there is one to speak of. */
    OptionalDouble toFloor(Limits limits) {
        Double leat = nanos.get(Contender.LEAT);
        return leat == null || !work.hasFloor(limits)
                ? OptionalDouble.empty()
                : OptionalDouble.of(leat / work.floor(limits));
    }

    /** By how many times Leat misses its goal; at most 1 where it reaches it, empty where it did not run. */
    OptionalDouble miss(Goal goal) {
        Double leat = nanos.get(Contender.LEAT);
        return leat == null
                ? OptionalDouble.empty()
                : DoubleStream.of(
                                leat / 1000 / goal.micros(),
                                nanos.getOrDefault(Contender.LEAT_RUN, 0.0) / 1000 / goal.microsByRun(),
                                to(PEERS).orElse(0) / goal.ofFastest(),
                                to(TENSORFLOW).orElse(0) / goal.ofTensorFlow())
                        .max();
    }
}
