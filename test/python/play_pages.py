"""Runs programs one after the other, every host being one server on this machine, and tells which of them fail."""

from __future__ import annotations

import io
import os
import sys
import runpy
import traceback
import contextlib

port, *programs = sys.argv[1:]
sys.argv[1:] = [port, os.devnull]
# What moves requests to the server stands there.
runpy.run_path(os.path.join(os.path.dirname(os.path.abspath(__file__)), "play_program.py"))

for program in programs:
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            runpy.run_path(program, run_name="__main__")
    except BaseException:
        lines = traceback.format_exc().strip().split("\n")
        print(f"{program}: {lines[-1]}")
