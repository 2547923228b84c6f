"""What IngestSpeed.cs measures, by pandas: python3 ingest.py FILE"""
import resource
import sys
import time

import pandas

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
start = time.perf_counter()
frame = pandas.read_csv(sys.argv[1])
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"pandas seconds={seconds:.3f} peak_MiB={peak:.0f} idle_MiB={before:.0f}")
