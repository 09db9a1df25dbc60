"""Imports every module of a package, and reads every type as the runtime does at its first use. `import_all.py SRC NAME`"""

import sys
import inspect
import pkgutil
import warnings
import importlib

warnings.simplefilter("error")
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
names = [one.name for one in pkgutil.walk_packages(package.__path__, f"{sys.argv[2]}.")]
for name in names:
    importlib.import_module(name)

models = importlib.import_module(f"{sys.argv[2]}._models")
decode = importlib.import_module(f"{sys.argv[2]}._decode")
transform = importlib.import_module(f"{sys.argv[2]}._transform").transform
is_typeddict = importlib.import_module("typing_extensions").is_typeddict
count = 0
for name in names:
    for value in list(vars(sys.modules[name]).values()):
        if getattr(value, "__module__", None) != name or ".types" not in name:
            continue
        if isinstance(value, type) and issubclass(value, models.BaseModel):
            decode.plan_of(value).decode({})
            count += 1
        elif is_typeddict(value):
            transform({}, value)
            count += 1
# Lazy names lead somewhere.
for name in ("", ".types", ".resources"):
    module = importlib.import_module(sys.argv[2] + name)
    for attribute in dir(module):
        getattr(module, attribute)


def touch(thing: object, seen: set[int]) -> None:
    """Reads all public attributes of the client's objects, down to the methods."""
    for attribute in dir(thing):
        if attribute.startswith("_"):
            continue
        value = getattr(thing, attribute)
        kind = type(value)
        if kind.__module__.startswith((f"{sys.argv[2]}.resources", f"{sys.argv[2]}._client")) and id(value) not in seen:
            kept.append(value)
            seen.add(id(value))
            touch(value, seen)


kept: list[object] = []
STANDARD = ("base_url", "timeout", "max_retries", "default_headers", "default_query", "http_client", "environment")
clients = importlib.import_module(f"{sys.argv[2]}._client")
for kind in (clients.Client, clients.AsyncClient):
    parameters = inspect.signature(kind).parameters
    options = {one: "x" for one in parameters if one not in STANDARD and not one.startswith("_")}
    with warnings.catch_warnings():
        # Methods that are deprecated, and clients that are not closed.
        warnings.simplefilter("ignore")
        touch(kind(base_url="http://localhost", **options), set())
print(f"{len(names)} modules, {count} types")
