"""Runs `extract.py` for real, on a cluster of two workers on this machine, and compares it with the plain filter.

    python3 -m venv target/spark && target/spark/bin/pip install pyspark
    cargo build --release --features serde --example jsonl
    target/spark/bin/python examples/spark/test.py [--documents 2000] [--filter target/release/examples/jsonl]

Three runs: undisturbed; with an executor killed while it works; with a filter that fails. Needs Java 17.
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

import extract

HERE = pathlib.Path(__file__).resolve().parent


def make(folder: pathlib.Path, count: int) -> int:
    """Documents that differ in a number, in folders of a hundred; how many bytes."""
    text = (HERE.parent / "notice.txt").read_text()
    size = 0
    for n in range(count):
        path = folder / f"{n // 100:03}" / f"{n:05}.txt"
        path.parent.mkdir(exist_ok=True)
        size += path.write_bytes(text.replace("260公里", f"{n}公里").encode())
    return size


def plain(program: str, folder: pathlib.Path) -> tuple[dict, float]:
    """What the filter says without Spark, by the address of the file, and how long it takes."""
    # Spark writes file:/a/b where others write file:///a/b.
    name = lambda path: path.as_uri().replace("file://", "file:")
    texts = [json.dumps({"id": name(path), "text": path.read_text()}) for path in sorted(folder.rglob("*.txt"))]
    start = time.monotonic()
    ran = subprocess.run([program], input="\n".join(texts), capture_output=True, text=True, check=True)
    seconds = time.monotonic() - start
    return {answer["id"]: answer["document"] for answer in map(json.loads, ran.stdout.splitlines())}, seconds


def below(pid: int) -> list[int]:
    """The processes that a process started, and those that they did."""
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *below(child)]
    return found


def executors() -> list[int]:
    """The executors that this very process has started."""
    backend = b"org.apache.spark.executor.CoarseGrainedExecutorBackend"

    def is_executor(pid: int) -> bool:
        try:
            return backend in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False

    return [pid for pid in below(os.getpid()) if is_executor(pid)]


def kill_one(spark: SparkSession, group: str, tasks: int, killed: list[int]) -> None:
    """Kills an executor once some tasks are done and others are not."""
    tracker = spark.sparkContext.statusTracker()
    while not killed:
        for job in tracker.getJobIdsForGroup(group):
            for stage in tracker.getJobInfo(job).stageIds:
                info = tracker.getStageInfo(stage)
                if info and info.numTasks == tasks and info.numCompletedTasks >= tasks // 4:
                    os.kill(executors()[0], signal.SIGKILL)
                    killed.append(info.numCompletedTasks)
                    return
        time.sleep(0.01)


def lost(spark: SparkSession) -> int:
    """How many executors are gone, as Spark itself says."""
    context = spark.sparkContext
    address = f"{context.uiWebUrl}/api/v1/applications/{context.applicationId}/allexecutors"
    with urllib.request.urlopen(address) as answer:
        return sum(not executor["isActive"] for executor in json.load(answer))


def compare(spark: SparkSession, out: str, expected: dict) -> None:
    rows = spark.read.parquet(out).collect()
    assert len(rows) == len(expected), f"{len(rows)} rows for {len(expected)} documents"
    for row in rows:
        assert json.loads(row.document) == expected[row.id], f"{row.id} says something else"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--filter", default=str(HERE.parent.parent / "target/release/examples/jsonl"))
    arguments = parser.parse_args()
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("gongwen-test")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.showConsoleProgress", False)
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "documents"
        folder.mkdir()
        size = make(folder, arguments.documents)
        expected, seconds = plain(arguments.filter, folder)
        print(f"plain: {len(expected)} documents, {size / 1e6:.1f} MB, {seconds:.2f} s")

        lines = extract.documents(spark, str(folder))
        found = extract.rows(extract.answers(spark, lines, arguments.filter))
        tasks = found.rdd.getNumPartitions()
        for name in ["undisturbed", "an executor killed"]:
            out = f"{scratch}/{name.replace(' ', '-')}.parquet"
            killed: list[int] = []
            spark.sparkContext.setJobGroup(name, name)
            if name != "undisturbed":
                killer = threading.Thread(target=kill_one, args=(spark, name, tasks, killed), daemon=True)
                killer.start()
            start = time.monotonic()
            found.write.parquet(out)
            seconds = time.monotonic() - start
            compare(spark, out, expected)
            note = f", killed behind {killed[0]} tasks" if killed else ""
            print(f"{name}: {tasks} tasks, {seconds:.2f} s{note}; the same as plain")
            assert bool(killed) == (name != "undisturbed"), "the executor was killed too late"
        assert lost(spark) >= 1, "Spark has missed no executor"

        broken = pathlib.Path(scratch) / "broken"
        # The hard case: every line is answered, and only the exit code says that something went wrong.
        broken.write_text("#!/bin/sh\ncat\nexit 3\n")
        broken.chmod(0o755)
        try:
            extract.answers(spark, lines, str(broken)).write.parquet(f"{scratch}/broken.parquet")
        except Py4JJavaError as error:
            assert "exited with status 3" in str(error), error
            print("a filter that fails: the job fails")
        else:
            sys.exit("a filter failed and the job did not")
    spark.stop()
    print("all well")


if __name__ == "__main__":
    main()
