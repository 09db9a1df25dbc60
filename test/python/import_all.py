"""Imports every module of a package, and reads every type as the runtime does at its first use. `import_all.py SRC NAME`"""

import sys
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
print(f"{len(names)} modules, {count} types")
