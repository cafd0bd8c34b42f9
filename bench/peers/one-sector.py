"""The one-sector world as an economist writes it in numpy: damped iteration on wages to 1e-12.

Reads n, theta, then n*n flows and n*n cost ratios as doubles from stdin; prints wages and the median time as JSON.
"""
import json
import statistics
import sys
import time

import numpy as np

data = np.frombuffer(sys.stdin.buffer.read())
n, theta = int(data[0]), data[1]
flows = data[2 : 2 + n * n].reshape(n, n)
cost = data[2 + n * n :].reshape(n, n)


def solve():
    income, spending = flows.sum(1), flows.sum(0)
    pull = flows / spending * cost**-theta
    wage = np.ones(n)
    for passes in range(1, 10_000):
        attraction = wage**-theta
        demand = (spending + (wage - 1) * income) / (attraction @ pull)
        excess = np.log(attraction * (pull @ demand) / (wage * income))
        if np.abs(excess).max() < 1e-12:
            return wage, passes
        wage = wage * np.exp(excess / (1 + theta))
        wage *= income.sum() / (wage * income).sum()
    raise SystemExit("did not settle")


times = []
for _ in range(11):
    started = time.perf_counter()
    wage, passes = solve()
    times.append(1000 * (time.perf_counter() - started))
print(json.dumps({"medianMs": statistics.median(times[2:]), "passes": passes, "wage": wage.tolist()}))
