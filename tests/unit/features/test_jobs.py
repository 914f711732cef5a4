"""Jobs: one per problem, cancelled by whoever may; the engine is kept for as long as one of them uses it."""

import asyncio
from collections.abc import Callable

import pytest

from lsp_server.engine.client import Engine
from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.features import engine as engines
from lsp_server.features.engine import disconnect, engine_of
from lsp_server.features.jobs import JobKey, Jobs
from lsp_server.features.session import VibeServer
from lsp_server.settings import EngineSettings

HERE = JobKey("solve", "file:///a.py", "add two numbers", "add")
ELSEWHERE = JobKey("solve", "file:///b.py", "add two numbers", "add")


def waiting(jobs: Jobs, key: JobKey) -> "asyncio.Task[None]":
    async def work() -> None:
        with jobs.begin(key.uri) as job:
            jobs.claim(job, key)
            await asyncio.Event().wait()

    return asyncio.create_task(work())


async def test_a_job_gives_way_to_a_later_one_about_the_same() -> None:
    jobs = Jobs()
    first = waiting(jobs, HERE)
    await asyncio.sleep(0)
    second = waiting(jobs, HERE)
    with pytest.raises(asyncio.CancelledError):
        await first
    assert [job.task for job in jobs.running.values()] == [second]
    second.cancel()


async def test_the_jobs_of_one_document_can_be_cancelled() -> None:
    jobs = Jobs()
    here, elsewhere = waiting(jobs, HERE), waiting(jobs, ELSEWHERE)
    await asyncio.sleep(0)
    assert jobs.cancel("file:///a.py") == 1
    await asyncio.wait({here})
    assert (here.cancelled(), elsewhere.done()) == (True, False)
    assert jobs.cancel() == 1
    await asyncio.wait({elsewhere})
    assert jobs.running == {}


async def test_what_is_kept_outlives_its_document() -> None:
    jobs = Jobs()
    kept, other = (waiting(jobs, HERE._replace(kind=kind)) for kind in ("solve", "explain"))
    await asyncio.sleep(0)
    next(job for job in jobs.running.values() if job.task is kept).keeps = True
    assert (jobs.close("file:///b.py"), jobs.close("file:///a.py")) == (0, 1)
    await asyncio.wait({other})
    assert not kept.done()
    kept.cancel()


async def test_one_job_of_several_can_be_cancelled_by_its_id() -> None:
    jobs = Jobs()
    tasks = [waiting(jobs, HERE._replace(statement=text)) for text in ("add two numbers", "add three")]
    await asyncio.sleep(0)
    assert jobs.cancel(id=next(iter(jobs.running))) == 1
    await asyncio.wait({tasks[0]})
    assert [task.done() for task in tasks] == [True, False]
    assert jobs.cancel(id="none of ours") == 0
    jobs.cancel()


async def test_a_job_can_be_cancelled_before_its_problem_is_known() -> None:
    jobs = Jobs()

    async def looking() -> None:
        with jobs.begin("file:///a.py"):
            await asyncio.Event().wait()

    task = asyncio.create_task(looking())
    await asyncio.sleep(0)
    assert jobs.cancel("file:///a.py") == 1
    await asyncio.wait({task})
    assert (task.cancelled(), jobs.running) == (True, {})


async def test_a_second_cancel_leaves_the_cleaning_up_alone() -> None:
    jobs, cleaned = Jobs(), list[str]()

    async def work() -> None:
        with jobs.begin("file:///a.py"):
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.sleep(0.01)
                cleaned.append("scratch folder")

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    assert jobs.cancel() == 1
    await asyncio.sleep(0)
    assert jobs.cancel() == 0
    await asyncio.wait({task})
    assert cleaned == ["scratch folder"]


class Connections:
    """Stands where `connect` is: makes scripted engines and lets a test say what state they are in."""

    def __init__(self) -> None:
        self.made: list[ScriptedEngine] = []
        self.tell: Callable[[str], None] = print

    def __call__(self, _: EngineSettings, on_state: Callable[[str], None]) -> Engine:
        self.tell = on_state
        self.made.append(ScriptedEngine())
        return self.made[-1]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Connections:
    made = Connections()
    monkeypatch.setattr(engines, "connect", made)
    return made


async def test_all_who_wait_for_the_engine_hear_its_state(connections: Connections) -> None:
    ls = VibeServer()
    heard: list[list[str]] = [[], []]
    async with engine_of(ls, heard[0].append) as one, engine_of(ls, heard[1].append) as other:
        connections.tell("loading")
        assert one is other
    connections.tell("idle")
    assert heard == [["loading"], ["loading"]]


async def test_new_settings_do_not_cut_off_a_request_under_way(connections: Connections) -> None:
    ls = VibeServer()
    async with engine_of(ls, print):
        await disconnect(ls)
        assert not connections.made[0].closed
        async with engine_of(ls, print) as new:
            assert new is connections.made[1]
    assert connections.made[0].closed
    assert not connections.made[1].closed
    await disconnect(ls)
    assert connections.made[1].closed
