package io.leat.bench;

import java.util.Map;
import java.util.OptionalDouble;

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
    OptionalDouble fastestPeer() {
        return nanos.entrySet().stream()
                .filter(e -> e.getKey().isPeer())
                .mapToDouble(Map.Entry::getValue)
                .min();
    }

    /** Leat's time divided by the fastest peer's. */
    OptionalDouble toFastest() {
        Double leat = nanos.get(Contender.LEAT);
        OptionalDouble peer = fastestPeer();
        return leat == null || peer.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(leat / peer.getAsDouble());
    }

    /** Leat's time divided by the floor, where there is one to speak of. */
    OptionalDouble toFloor(Limits limits) {
        Double leat = nanos.get(Contender.LEAT);
        double floor = work.floor(limits);
        return leat == null || floor < 1000 ? OptionalDouble.empty() : OptionalDouble.of(leat / floor);
    }

    /** Whether Leat ran and reached its goal. */
    boolean reaches(Goal goal) {
        Double leat = nanos.get(Contender.LEAT);
        Double byRun = nanos.get(Contender.LEAT_RUN);
        return leat != null
                && leat <= goal.micros() * 1000
                && (byRun == null || byRun <= goal.microsByRun() * 1000)
                && toFastest().orElse(0) <= goal.ofFastest();
    }
}
