"""Every path of every flow keeps the etiquette of the house."""

from __future__ import annotations

import pytest

from bot.app import FLOWS, demo_shop
from bot.flow import Flow
from bot.paths import draw, walk_flow
from tests.chat import config


@pytest.mark.timeout(400)
@pytest.mark.parametrize("flow", FLOWS, ids=lambda f: f.name)
async def test_every_path_keeps_the_etiquette(flow: Flow) -> None:
    walked = await walk_flow(flow, config().house(), demo_shop)
    assert walked.paths, "nothing was walked"
    assert not walked.offences, "\n".join(walked.offences[:5])
    assert flow.name in draw(walked, "text")
    assert draw(walked, "mermaid").startswith("flowchart TD")
