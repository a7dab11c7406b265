"""Accuracy on the development data; `RECONCILE_DATA` names their folder, see measure.py."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.quality
def test_no_figure_lies_below_its_floor():
    data = os.environ.get("RECONCILE_DATA")
    assert data, "set RECONCILE_DATA to the folder that holds news-dev and ecb-dev"
    script = Path(__file__).with_name("measure.py")
    run = subprocess.run(
        [sys.executable, script, data], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
