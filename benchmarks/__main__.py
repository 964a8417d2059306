"""List the benchmarks, or run one: `python -m benchmarks [NAME… | all]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
HELPERS: Final = ("__init__", "__main__", "bench", "child", "material", "measure", "watch")


def names() -> list[str]:
    """Name the benchmarks: every module here that is no helper."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in HELPERS)


def main(arguments: list[str]) -> int:
    """Run the named benchmarks, or say what there is."""
    if arguments == ["all"]:
        arguments = names()
    unknown = [name for name in arguments if name not in names()]
    if unknown or not arguments:
        for name in names():
            first = (import_module(f"benchmarks.{name}").__doc__ or "").splitlines()[0]
            print(f"{name:14} {first}")
        return 2 if unknown else 0
    for name in arguments:
        import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
