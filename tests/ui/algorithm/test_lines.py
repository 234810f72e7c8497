"""What the nine lines say, against the design's own table of symbols."""

from __future__ import annotations

import pytest

from bpviz.core import COSTS, Network
from bpviz.trace import Trace
from bpviz.trace.formula import plain
from bpviz.ui.algorithm.lines import lines, loop_layer
from bpviz.ui.algorithm.why import why


def pairs() -> list[Network]:
    return [Network((2, 3, 2), output=output, cost=cost) for output, cost in COSTS]


def test_the_lines_of_the_lecture() -> None:
    said = [plain(line.formula) for line in lines(Network((2, 2)))]
    assert said[0] == r"\Delta^{(l)}:=0"
    assert said[2] == "a^{(1)}:=x^{(i)}"
    assert said[3].startswith(r"z^{(l+1)}:=\Theta^{(l)}\,a^{(l)}")
    assert said[5].startswith(r"\delta^{(l)}:=(\Theta^{(l)})^{\mathsf{T}}\,\delta^{(l+1)}")
    assert said[6].endswith(r"\delta^{(l+1)}\,(a^{(l)})^{\mathsf{T}}")
    assert said[7].count(r"\Theta") == 1  # the bias is not regularised
    assert said[8] == r"\Theta^{(l)}:=\Theta^{(l)}-\alpha\,D^{(l)}"


@pytest.mark.parametrize("network", pairs(), ids=repr)
def test_line_5_has_a_slope_where_output_and_cost_do_not_match(network: Network) -> None:
    slope = "g'" in plain(lines(network)[4].formula)
    assert slope == (not network.pair.matched)


@pytest.mark.parametrize("network", pairs(), ids=repr)
@pytest.mark.parametrize("line", range(1, 10))
def test_every_line_has_a_reason(network: Network, line: int) -> None:
    reason = why(line, network)
    assert reason.endswith(".")
    assert 1 <= reason.count(". ") + 1 <= 4


def test_each_pair_has_its_own_reason_for_line_5() -> None:
    matched = {why(5, network) for network in pairs() if network.pair.matched}
    others = {why(5, network) for network in pairs() if not network.pair.matched}
    assert len(matched) == 3
    assert len(others) == 1


def test_the_loop_counter_is_the_l_of_the_line() -> None:
    # Of layers 2-3-2: line 4 makes layers 2 and 3, so l is 1 and 2; line 6 runs from 2 to 1.
    network = Network((2, 3, 2))
    trace = Trace(network, [[0.5, 1.0]], [[1.0, 0.0]])
    seen: dict[int, list[int | None]] = {}
    for step in trace:
        counted = seen.setdefault(step.line, [])
        if loop_layer(step) not in counted:
            counted.append(loop_layer(step))
    assert seen == {
        1: [1, 2],
        2: [None],
        3: [None],
        4: [1, 2],
        5: [None],
        6: [2, 1],
        7: [1, 2],
        8: [1, 2],
        9: [1, 2],
    }
