#!/usr/bin/env python3
"""Times Isoflop's fits beside SciPy and NumPy, in one run on one machine, and prints the ratios.

    tests/speed/compare.py PRODUCT BENCHMARKS.jar [--quick]

PRODUCT is a folder with the script isoflop and plugins/, as releng/org.isoflop.product builds it (or ./isoflop of the
sources); BENCHMARKS.jar is tests/org.isoflop.benchmarks/target/benchmarks.jar. Debian: python3-scipy (with NumPy).
SciPy and NumPy run on one thread, as they do by themselves; Isoflop runs on all processors. Of several rounds the
quickest counts, on both sides. --quick runs a twentieth of SciPy's work and multiplies.
"""
import csv
import os
import resource
import subprocess
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.special import logsumexp

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = os.path.join(HERE, "../../examples/chinchilla-runs.csv")
DELTA = 1e-3
STARTS = 4500
RESAMPLES = 4000
SCALE = 1e6


def read_runs():
    with open(RUNS, newline="") as file:
        rows = [(float(r["Model Size"]), float(r["Training FLOP"]), float(r["loss"])) for r in csv.DictReader(file)]
    rows.sort(key=lambda row: -row[2])
    n, c, loss = np.array(rows[5:]).T
    return np.log(n), np.log(c / (6 * n)), np.log(loss)


def objective(p, x, y, z):
    """Huber of the residuals of ln L, with its gradient (analytic)."""
    terms = np.stack([p[0] - p[3] * x, p[1] - p[4] * y, np.full_like(x, p[2])])
    top = terms.max(axis=0)
    e = np.exp(terms - top)
    total = e.sum(axis=0)
    r = np.log(total) + top - z
    share = e / total
    clipped = np.clip(r, -DELTA, DELTA)
    value = np.sum(clipped * (r - 0.5 * clipped))
    g = clipped * share
    gradient = np.array([g[0].sum(), g[1].sum(), g[2].sum(), -(g[0] * x).sum(), -(g[1] * y).sum()])
    return SCALE * value, SCALE * gradient


def solve(start, x, y, z):
    return minimize(objective, start, args=(x, y, z), jac=True, method="L-BFGS-B")


def scipy_fit(part):
    x, y, z = read_runs()
    grid = [(a, b, e, alpha, beta) for a in range(0, 26, 5) for b in range(0, 26, 5) for e in (-1, -.5, 0, .5, 1)
            for alpha in (0, .5, 1, 1.5, 2) for beta in (0, .5, 1, 1.5, 2)]
    grid = grid[::part]
    begin, begin_cpu = time.perf_counter(), time.process_time()
    results = [solve(start, x, y, z) for start in grid]
    best = min(results, key=lambda result: result.fun)
    rng = np.random.default_rng(1)
    for _ in range(RESAMPLES // part):
        chosen = rng.integers(0, len(x), len(x))
        solve(best.x, x[chosen], y[chosen], z[chosen])
    seconds = (time.perf_counter() - begin) * part
    cpu = (time.process_time() - begin_cpu) * part
    agreeing = sum(result.fun <= best.fun * (1 + 1e-6) for result in results)
    return seconds, cpu, best.fun / SCALE, agreeing, len(grid)


def best_of(function, rounds):
    function()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        function()
        times.append(time.perf_counter() - begin)
    return min(times)


def numpy_losses():
    rng = np.random.default_rng(1)
    n = np.exp(rng.uniform(15, 25, 1_000_000))
    d = 20 * n
    return best_of(lambda: 1.8172 + 482.01 * n ** -0.3478 + 2085.43 * d ** -0.3658, 20)


def numpy_band():
    rng = np.random.default_rng(1)
    e = rng.normal(1.817, 0.025, 4000)[:, None]
    k = rng.normal(7.9, 0.3, 4000)[:, None]
    kappa = rng.normal(0.178, 0.006, 4000)[:, None]
    budgets = np.log(np.logspace(18, 26, 500) / 6)[None, :]
    return best_of(lambda: np.percentile(e + np.exp(k - kappa * budgets), [2.5, 50, 97.5], axis=0), 5)


def isoflop_fit(product):
    command = [os.path.join(product, "isoflop"), "fit", RUNS, "--drop-highest", "5", "--bootstrap", str(RESAMPLES),
               "--seed", "1"]
    subprocess.run(command, check=True, capture_output=True)
    times = []
    for _ in range(5):
        begin, begin_cpu = time.perf_counter(), children_cpu()
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        times.append((time.perf_counter() - begin, children_cpu() - begin_cpu))
    return min(times)[0], min(cpu for _, cpu in times), answer


def children_cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def jmh(jar, pattern):
    java = os.path.join(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    out = subprocess.run([java, "-jar", jar, pattern, "-bm", "sample", "-f", "1", "-wi", "5", "-i", "5", "-w", "1", "-r",
                          "1", "-rf", "csv", "-rff", "/dev/stderr"], check=True, capture_output=True, text=True).stderr
    rows = [row for row in csv.reader(out.splitlines()) if len(row) > 5 and row[0].endswith(":p0.00")]
    return {row[0].split(".")[-2].split(":")[0]: float(row[4]) / 1000 for row in rows}


def main():
    product, jar = sys.argv[1:3]
    part = 20 if "--quick" in sys.argv else 1
    print(f"{os.cpu_count()} processors; Python {sys.version.split()[0]}, NumPy {np.__version__}, "
          f"SciPy {scipy.__version__}")
    seconds, cpu, answer = isoflop_fit(product)
    times = jmh(jar, "FitBenchmark")
    theirs, their_cpu, reached, agreeing, starts = scipy_fit(part)
    print(answer)
    print(f"SciPy: objective {reached:.10e}, {agreeing} of {starts} starts agree")
    rows = [("fit: 4,500 starts, 4,000 resamples of 240 runs, whole process", seconds, "SciPy", theirs),
            ("the same, processor time", cpu, "SciPy", their_cpu),
            ("a million losses, one thread", times["millionLossesOnOneThread"], "NumPy", numpy_losses()),
            ("a million losses, all processors", times["millionLosses"], "NumPy", numpy_losses()),
            ("band of the optimum: 4,000 laws, 500 budgets, 3 percentiles", times["band"], "NumPy", numpy_band())]
    print(f"{'':62}{'Isoflop':>12}{'':>8}{'':>12}{'ratio':>8}")
    for what, ours, who, other in rows:
        print(f"{what:62}{1000 * ours:9.2f} ms{who:>8}{1000 * other:9.1f} ms{other / ours:8.1f}")


main()
