"""Least costs by scipy's csgraph Dijkstra: the peer that issue trackers and papers reach for.

Reads from stdin, as doubles: nodes, arcs, sources, targets; then from, to, cost of the arcs and the lists of sources
and targets. Prints the median time as JSON on the first line, then the matrix as doubles.
"""
import json
import statistics
import sys
import time

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

data = np.frombuffer(sys.stdin.buffer.read())
nodes, arcs, sources, targets = (int(value) for value in data[:4])
start, end, cost = data[4 : 4 + 3 * arcs].reshape(3, arcs)
wanted = data[4 + 3 * arcs :].astype(int)
graph = csr_matrix((cost, (start.astype(int), end.astype(int))), shape=(nodes, nodes))

times = []
for _ in range(3):
    started = time.perf_counter()
    rows = dijkstra(graph, directed=True, indices=wanted[:sources])[:, wanted[sources:]]
    times.append(1000 * (time.perf_counter() - started))
print(json.dumps({"medianMs": statistics.median(times)}), flush=True)
sys.stdout.buffer.write(np.ascontiguousarray(rows).tobytes())
