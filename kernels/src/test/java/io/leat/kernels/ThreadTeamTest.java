package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ThreadTeamTest {
    @Test
    void runsEachPartOnce() {
        for (int threads = 1; threads <= 4; threads++) {
            try (ThreadTeam team = new ThreadTeam("once", threads)) {
                for (int parts = 0; parts < 200; parts++) {
                    AtomicIntegerArray runs = new AtomicIntegerArray(parts);
                    team.run(parts, runs::incrementAndGet);
                    for (int i = 0; i < parts; i++) {
                        assertThat(runs.get(i)).isEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void whatPartsWroteIsVisibleToTheCaller() {
        try (ThreadTeam team = new ThreadTeam("visible", 3)) {
            for (int round = 0; round < 2000; round++) {
                int[] data = new int[64];
                int value = round;
                team.run(64, i -> data[i] = value + i);
                for (int i = 0; i < 64; i++) {
                    assertThat(data[i]).isEqualTo(round + i);
                }
            }
        }
    }

    @Test
    void partsRunAtTheSameTimeOnNamedDaemonThreads() {
        try (ThreadTeam team = new ThreadTeam("both", 2)) {
            CountDownLatch met = new CountDownLatch(2);
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            team.run(2, i -> {
                threads.add(Thread.currentThread());
                met.countDown();
                awaitQuietly(met);
            });
            assertThat(threads).hasSize(2).contains(Thread.currentThread());
            threads.remove(Thread.currentThread());
            assertThat(threads).allMatch(t -> t.isDaemon() && t.getName().equals("both-1"));
        }
    }

    @Test
    void aNestedRunStaysOnItsThread() {
        try (ThreadTeam team = new ThreadTeam("nested", 2)) {
            AtomicInteger strangers = new AtomicInteger();
            team.run(8, i -> {
                Thread outer = Thread.currentThread();
                team.run(8, j -> {
                    if (Thread.currentThread() != outer) {
                        strangers.incrementAndGet();
                    }
                });
            });
            assertThat(strangers).hasValue(0);
        }
    }

    @Test
    void aBusyTeamLetsASecondCallerWorkAlone() throws InterruptedException {
        try (ThreadTeam team = new ThreadTeam("busy", 2)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Thread first = Thread.ofPlatform()
                    .name("first caller")
                    .start(() -> team.run(2, i -> {
                        inside.countDown();
                        awaitQuietly(release);
                    }));
            inside.await();
            List<Thread> seen = new ArrayList<>();
            team.run(5, i -> seen.add(Thread.currentThread()));
            assertThat(seen).hasSize(5).containsOnly(Thread.currentThread());
            release.countDown();
            first.join();
        }
    }

    @Test
    void rethrowsWhatAPartThrew() {
        try (ThreadTeam team = new ThreadTeam("failing", 2)) {
            for (int bad = 0; bad < 10; bad++) {
                int index = bad;
                IllegalStateException failure = new IllegalStateException("part " + bad);
                assertThatThrownBy(() -> team.run(10, i -> {
                            if (i == index) {
                                throw failure;
                            }
                        }))
                        .isSameAs(failure);
            }
            assertThatThrownBy(() -> team.run(10, i -> {
                        throw new AssertionError();
                    }))
                    .isInstanceOf(AssertionError.class);
            AtomicInteger sum = new AtomicInteger();
            team.run(10, sum::addAndGet);
            assertThat(sum).hasValue(45);
        }
    }

    @Test
    void keepsTheInterruptOfTheCaller() {
        try (ThreadTeam team = new ThreadTeam("interrupted", 2)) {
            Thread.currentThread().interrupt();
            AtomicInteger sum = new AtomicInteger();
            team.run(100, i -> {
                long end = System.nanoTime() + 100_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                sum.addAndGet(i);
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(sum).hasValue(4950);
        }
    }

    @Test
    void aClosedTeamRunsOnTheCaller() {
        ThreadTeam team = new ThreadTeam("closed", 2);
        team.close();
        List<Thread> seen = new ArrayList<>();
        team.run(5, i -> seen.add(Thread.currentThread()));
        assertThat(seen).hasSize(5).containsOnly(Thread.currentThread());
    }

    @Test
    void theSharedTeamCannotBeClosed() {
        ThreadTeam.shared().close();
        assertThat(ThreadTeam.shared().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        CountDownLatch met = new CountDownLatch(Math.min(2, ThreadTeam.shared().threads()));
        ThreadTeam.shared().run(2, i -> {
            met.countDown();
            awaitQuietly(met);
        });
        assertThat(met.getCount()).isZero();
    }

    @Test
    void needsAThread() {
        assertThatThrownBy(() -> new ThreadTeam("none", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
