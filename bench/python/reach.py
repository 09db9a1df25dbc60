"""
What a Python SDK costs whoever uses it, in processor time beside bare httpx: its import, and a call.

    python bench/python/reach.py SERVER_URL FOLDER PACKAGE [FOLDER PACKAGE …]

The first package is Smithery's, which is called. Least of rounds that take turns; children are counted with
what the operating system says of them.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import time
from typing import Callable, Dict, List


def import_cost(statement: str, folder: str) -> float:
    # Bytecode is kept, as it is where a package is installed.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", statement], check=True, env={**env, "PYTHONPATH": folder})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(rounds: int, costs: Dict[str, Callable[[], float]]) -> Dict[str, float]:
    found: Dict[str, List[float]] = {name: [] for name in costs}
    for _ in range(rounds):
        for name, cost in costs.items():
            found[name].append(cost())
    return {name: min(all_of) for name, all_of in found.items()}


def call_cost(call: Callable[[], object]) -> Callable[[], float]:
    def cost() -> float:
        gc.collect()
        start = time.process_time()
        for _ in range(CALLS):
            call()
        return (time.process_time() - start) / CALLS

    return cost


CALLS = 200


def main() -> None:
    url, *places = sys.argv[1:]
    packages = dict(zip(places[1::2], places[::2]))
    imports = least(
        12,
        {
            "httpx, pydantic": lambda: import_cost("import httpx, pydantic", ""),
            **{name: lambda name=name: import_cost(f"import {name}", packages[name]) for name in packages},
        },
    )
    base = imports.pop("httpx, pydantic")
    for name, seconds in imports.items():
        print(f"import {name}: {seconds * 1000:.1f} ms, {seconds / base:.2f} x `import httpx, pydantic`")

    name, folder = next(iter(packages.items()))
    sys.path.insert(0, folder)
    import httpx

    bare = httpx.Client()
    client = getattr(__import__(name), name.capitalize())(api_key="key", base_url=url)
    calls = least(
        40,
        {
            "httpx": call_cost(
                lambda: json.loads(bare.get(f"{url}/health", headers={"authorization": "Bearer key"}).content)
            ),
            "sdk": call_cost(lambda: client.health.check()),
        },
    )
    print(f"call: {calls['sdk'] * 1e6:.0f} us, {calls['sdk'] / calls['httpx']:.2f} x httpx with `json.loads`")


main()
