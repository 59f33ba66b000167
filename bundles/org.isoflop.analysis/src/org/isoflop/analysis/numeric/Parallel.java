package org.isoflop.analysis.numeric;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Splits work over the processors. What is computed does not depend on how it is split. */
public final class Parallel {

    /** A piece of work on a range of indices. */
    public interface Ranged {

        /**
         * Does the work.
         *
         * @param from the first index
         * @param to the index after the last one
         */
        void work(int from, int to);
    }

    private Parallel() {
    }

    /**
     * How many threads work unless somebody asks for another number.
     *
     * @return the number of processors
     */
    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Does work on all indices, a chunk at a time, each thread taking the next chunk when it is free. Every thread has
     * a worker of its own, with its own scratch.
     *
     * @param n number of indices
     * @param chunk indices in a chunk
     * @param threads how many threads
     * @param workers makes the worker of a thread; it is called once for each thread, in that thread
     */
    public static void chunks(int n, int chunk, int threads, IntFunction<? extends Ranged> workers) {
        AtomicInteger next = new AtomicInteger();
        Throwable[] failure = new Throwable[1];
        int most = Math.max(1, Math.min(threads, (n + chunk - 1) / chunk));
        Thread[] others = new Thread[most - 1];
        for (int t = 0; t < others.length; t++) {
            int number = t + 1;
            others[t] = new Thread(() -> run(n, chunk, next, workers, number, failure), "isoflop-" + number);
            others[t].setDaemon(true);
            others[t].start();
        }
        run(n, chunk, next, workers, 0, failure);
        boolean interrupted = false;
        for (Thread other : others) {
            interrupted |= join(other);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (failure) {
            switch (failure[0]) {
                case null -> {
                }
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure[0]);
            }
        }
    }

    private static void run(int n, int chunk, AtomicInteger next, IntFunction<? extends Ranged> workers, int number,
            Throwable[] failure) {
        try {
            Ranged worker = workers.apply(number);
            for (int from = next.getAndAdd(chunk); from < n; from = next.getAndAdd(chunk)) {
                worker.work(from, Math.min(n, from + chunk));
            }
        } catch (RuntimeException | Error e) {
            next.set(n);
            synchronized (failure) {
                failure[0] = failure[0] == null ? e : failure[0];
            }
        }
    }

    private static boolean join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
