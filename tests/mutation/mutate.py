#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes one line of core at a time and sees whether the tests of its room notice.

    cmake --preset dev && cmake --build --preset dev     (here and below: in the root of the sources)
    pip install -r tests/mutation/requirements.txt
    tests/mutation/mutate.py --build build/dev --out mutants --count 130 --seed 11
    tests/mutation/mutate.py --out mutants --table

The build folder is read only: a mutant is compiled from a copy of its file, and linked into copies of the test programs
ahead of the library that holds the file unchanged. What has been run is kept in OUT/results.jsonl, so that a run that
was stopped goes on. Rooms share the mutants in proportion to their lines. Mutants that do not compile are left out, and
so are those whose machine code is that of the original: nothing can tell them from it.
"""
import argparse
import concurrent.futures
import contextlib
import io
import json
import pathlib
import random
import re
import shlex
import subprocess
import sys
import time

ROOT = pathlib.Path.cwd() # the sources, as they were built
# Rooms whose code other rooms' tests are meant to test, too: folders of tests/core or single programs.
ALSO = {
    "bench": ["evaluation"],
    "encoder": ["model", "reduction", "attribution"],
    "evaluation": ["bench"],
    "io": ["data", "trace", "model"],
    "kernels": ["encoder", "model"],
    "machine": ["model"],
    "measure": ["agreement", "evaluation"],
    "model": ["encoder", "attribution"],
    "reduction": ["model", "encoder"],
    "text": ["model", "agreement"],
    "trace": ["model"],
}
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def sensible(before, mutated, rule):
    """Whether a change has a chance to compile: the rules know neither templates and pointers nor names with digits."""
    at = next((i for i, pair in enumerate(zip(before, mutated)) if pair[0] != pair[1]), len(before))
    if re.match(r"(begin|end|min|max) ==>", rule) and re.match(r"\w", before[max(0, at - 1):]):
        return False
    if "/*" in mutated:
        return re.fullmatch(r"\s*(?!return|throw|const |auto )([\w:.\[\]()*]|->)+(\(.*\);|( [-+*/%|&]?= .*|\+\+|--|);)\s*", before)
    if re.search(r"\n\s*(break|continue);", mutated):
        return not re.match(r"\s*(return|throw|break|continue|}|case|default)", before) and re.search(r"[^}]\);$|(\+\+|--);$| [-+*/|&]?= .*;$", before.rstrip()) is not None and "const " not in before
    if rule.startswith(r"(\D)(\d+)(\D)"):
        while at > 0 and (before[at - 1].isdigit() or before[at - 1] in "(-"):
            at -= 1
        number = re.match(r"[(-]*\d+", before[at:])
        return number is not None and re.match(r"[\w']", before[at - 1]) is None and re.match(
            r"[A-EG-Za-km-tv-z_']", before[at + number.end():]) is None
    operator = re.match(r"(\\[*+/]|-|%|<|>|\(\[\^-\]\)>|\(\[\^&\]\)&|\(\[\^\\\*/\]\)/)", rule)
    if operator is not None and "=" not in rule.split(" ==> ")[0]:
        return re.match(r" ([-+*/%<>&]|\+\+|--) ", before[max(0, at - 2):] if before[max(0, at - 1)] != " " else before[at - 1:]) is not None
    return True


def mutants_of(path):
    """(line number, line, mutated line) of every change that universalmutator knows of a file, without strings."""
    from universalmutator.mutator import mutants_regexp

    lines = path.read_text().splitlines(keepends=True)
    with contextlib.redirect_stdout(io.StringIO()):
        found = mutants_regexp(lines, ["universal.rules", "c_like.rules", "cpp.rules"], ignorePatterns=[
            r"^\s*//", r"^\S", r"^\s*}", r"\breserve\(", r"\bthrow\b",
        r"^\s*(namespace|using|static_assert|assert|struct|class|enum|template|union|friend|public|private)\b"])
    changed = []
    for number, mutated, rule, *_ in found:
        before = lines[number - 1]
        if not sensible(before, mutated, rule[0]):
            continue
        blank = [re.sub(r"\s+", " ", STRING.sub('""', text.split(" // ")[0])).strip() for text in (before, mutated)]
        if blank[0] != blank[1] and not re.fullmatch(r"[{}();,\s]*", before):
            changed.append((number, before, mutated))
    return changed


def sample(seed, count):
    """Rooms with their quota and their mutants in a random order: first a line, then one of its mutants."""
    files = sorted(path for path in (ROOT / "core").glob("*/**/*.cpp"))
    sizes = {}
    for path in files:
        room = path.relative_to(ROOT / "core").parts[0]
        sizes[room] = sizes.get(room, 0) + len(path.read_text().splitlines())
    plan = {}
    for room, size in sorted(sizes.items()):
        chance = random.Random(f"{seed} {room}")
        by_line = {}
        for path in files:
            if path.relative_to(ROOT / "core").parts[0] == room:
                for number, before, after in mutants_of(path):
                    by_line.setdefault((str(path.relative_to(ROOT)), number), []).append((before, after))
        drawn = []
        for file, number in chance.sample(sorted(by_line), len(by_line)):
            before, after = chance.choice(by_line[file, number])
            drawn.append({"room": room, "file": file, "line": number, "before": before, "after": after})
        plan[room] = {"quota": max(2, round(count * size / sum(sizes.values()))), "mutants": drawn}
    return plan


class Builder:
    """Compiles and links mutants with the commands of a build folder, and runs them as ctest would."""

    def __init__(self, build, out):
        self.build, self.out = build.resolve(), out.resolve()
        self.compile = {}
        for entry in json.loads((self.build / "compile_commands.json").read_text()):
            self.compile[pathlib.Path(entry["file"])] = entry["command"]
        (self.out / "bin").mkdir(parents=True, exist_ok=True)
        share = self.out / "share" # where programs look for their resources
        if not share.exists():
            share.symlink_to(self.build / "share")
        listed = subprocess.run(["ctest", "--test-dir", self.build, "--show-only=json-v1"], check=True,
                                capture_output=True, text=True).stdout
        sources = {path.stem: path for path in (ROOT / "tests/core").rglob("tst_*.cpp")}
        self.tests = []
        for test in json.loads(listed)["tests"]:
            program = pathlib.Path(test.get("command", ["?"])[0])
            if program.name in sources:
                properties = {p["name"]: p["value"] for p in test["properties"]}
                self.tests.append({"name": test["name"], "program": program.name, "source": sources[program.name],
                                   "environment": properties.get("ENVIRONMENT", [])})
        kept = self.out / "seconds.json"
        self.seconds = json.loads(kept.read_text()) if kept.exists() else {}

    def measure(self, tests):
        """Notes how long tests take unchanged; one that fails is not used."""
        for test in tests:
            if test["name"] not in self.seconds:
                begun = time.monotonic()
                passed = self.run(self.build / "bin" / test["program"], test, 900)
                if not passed:
                    print(f"left out: {test['name']} fails without any change", file=sys.stderr)
                self.seconds[test["name"]] = time.monotonic() - begun if passed else None
                (self.out / "seconds.json").write_text(json.dumps(self.seconds, indent=1))

    def tests_of(self, room, file):
        """The tests of a file's room: of the same name first, then its room's, then others', quick ones before slow."""
        rooms = [room, *ALSO.get(room, [])]
        stem = pathlib.Path(file).stem

        def order(test):
            name = test["source"].stem.removeprefix("tst_")
            folder = test["source"].relative_to(ROOT / "tests/core").parts[0]
            return (rooms.index(folder), not (name.startswith(stem) or stem.startswith(name)), self.seconds[test["name"]])

        tests = [t for t in self.tests if t["source"].relative_to(ROOT / "tests/core").parts[0] in rooms]
        self.measure(tests)
        return sorted((t for t in tests if self.seconds[t["name"]] is not None), key=order)

    def run(self, program, test, limit):
        environment = [f"{pair}" for pair in test["environment"]]
        try:
            done = subprocess.run(["env", *environment, program, "--abort-after=1"], cwd=self.build / "tests",
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=limit)
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0

    def object_of(self, file, text, name, suffix=""):
        """The object file of a source with this text; None where it does not compile. It holds the name of its source."""
        source, made = self.out / f"{name}.cpp", self.out / f"{name}{suffix}.o"
        source.write_text(text)
        words = shlex.split(self.compile[ROOT / file])
        while "ccache" in " ".join(words[:1]) or "=" in words[0] or words[0].endswith("cmake") or words[0] in ("-E", "env"):
            words.pop(0)
        words[words.index("-o") + 1] = str(made)
        words[words.index("-c") + 1] = str(source)
        compiled = subprocess.run([*words, "-g0", "-w"], cwd=self.build, capture_output=True)
        source.unlink()
        return made if compiled.returncode == 0 else None

    def link(self, test, made, name):
        lines = subprocess.run(["ninja", "-C", self.build, "-t", "commands", f"bin/{test['program']}"],
                               capture_output=True, text=True, check=True).stdout.splitlines()
        command = next(line for line in reversed(lines) if f"-o bin/{test['program']}" in line)
        program = self.out / "bin" / f"{name}-{test['program']}"
        first = re.search(r"\S+\.cpp\.o ", command)
        command = command[:first.start()] + f"{shlex.quote(str(made))} " + command[first.start():]
        command = command.replace(f"-o bin/{test['program']}", f"-o {shlex.quote(str(program))}")
        linked = subprocess.run(command, shell=True, cwd=self.build, capture_output=True)
        return program if linked.returncode == 0 else None # a change of a signature

    def judge(self, mutant, name):
        begun = time.monotonic()
        lines = (ROOT / mutant["file"]).read_text().splitlines(keepends=True)
        original = "".join(lines)
        assert lines[mutant["line"] - 1] == mutant["before"], "the file has changed since the sample was drawn"
        lines[mutant["line"] - 1] = mutant["after"]
        made = self.object_of(mutant["file"], "".join(lines), name)
        result = dict(mutant, status="invalid", by="")
        if made is not None:
            result["status"] = "survived"
            programs = {}
            for test in self.tests_of(mutant["room"], mutant["file"]):
                if test["program"] not in programs:
                    programs[test["program"]] = self.link(test, made, name)
                    if programs[test["program"]] is None:
                        result["status"] = "invalid"
                        break
                limit = max(20.0, 10 * self.seconds[test["name"]])
                if not self.run(programs[test["program"]], test, limit):
                    result.update(status="killed", by=test["name"])
                    break
            for program in filter(None, programs.values()):
                program.unlink()
            if result["status"] == "survived":
                plain = self.object_of(mutant["file"], original, name, "-plain")
                if plain is not None and plain.read_bytes() == made.read_bytes():
                    result["status"] = "same code"
                (self.out / f"{name}-plain.o").unlink(missing_ok=True)
            made.unlink()
        result["seconds"] = round(time.monotonic() - begun, 1)
        return result


def read_results(out):
    kept = out / "results.jsonl"
    return [json.loads(line) for line in kept.read_text().splitlines()] if kept.exists() else []


def key(mutant):
    return mutant["file"], mutant["before"], mutant["after"], mutant["line"]


class Room:
    """What is left to do in a room: its mutants in their order, until enough of them were valid."""

    def __init__(self, quota, mutants, done):
        self.quota = quota
        self.counted = sum(done.get(key(m)) in ("killed", "survived") for m in mutants)
        self.left = [m for m in reversed(mutants) if key(m) not in done]
        self.running = 0

    def wants(self):
        return self.left and self.counted + self.running < self.quota


def work(builder, rooms, out, jobs):
    """Runs the mutants of all rooms, so many at a time."""
    for name in rooms:
        builder.tests_of(name, "") # measures them while nothing else runs
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        running = {}
        free = list(range(jobs))
        while running or any(room.wants() for room in rooms.values()):
            while free and (name := next((n for n, room in rooms.items() if room.wants()), None)):
                rooms[name].running += 1
                place = free.pop()
                running[pool.submit(builder.judge, rooms[name].left.pop(), f"mutant-{place}")] = (name, place)
            for future in concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED).done:
                name, place = running.pop(future)
                free.append(place)
                result, room = future.result(), rooms[name]
                with open(out / "results.jsonl", "a") as kept:
                    kept.write(json.dumps(result) + "\n")
                room.running -= 1
                room.counted += result["status"] in ("killed", "survived")
                print(f"{name} {room.counted}/{room.quota} {result['status']} {result['by']} {result['seconds']} s "
                      f"{result['file']}:{result['line']}: {result['after'].strip()}", flush=True)


def table(out):
    """The Markdown table of tests/README.md. OUT/verdicts.json says of survivors what they are: a list of objects with
    file, after (the mutated line, stripped) and either "equivalent": why, or "answered": the test that now kills it."""
    verdicts = {}
    for path in (out / "verdicts.json", ROOT / "tests/mutation/verdicts.json"):
        if path.exists():
            verdicts = {(v["file"], v["after"].strip()): v for v in json.loads(path.read_text())}
            break
    print("| room | mutants | killed | equivalent | answered by a test | left |\n| --- | --- | --- | --- | --- | --- |")
    rooms = {}
    for result in read_results(out):
        if result["status"] in ("killed", "survived"):
            row = rooms.setdefault(result["room"], [0] * 5)
            verdict = verdicts.get((result["file"], result["after"].strip()), {})
            row[0] += 1
            row[1 if result["status"] == "killed" else 2 if "equivalent" in verdict else 3 if "answered" in verdict else 4] += 1
    total = [sum(row[i] for row in rooms.values()) for i in range(5)]
    for room, row in [*sorted(rooms.items()), ("all", total)]:
        print(f"| {room} | " + " | ".join(map(str, row)) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/dev"), help="a build folder that is up to date")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder of the sample and the results")
    parser.add_argument("--count", type=int, default=130)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rooms", default="", help="only these, by commas")
    parser.add_argument("--most", type=int, help="no more than so many of each room, for a try")
    parser.add_argument("--again", action="store_true", help="runs the survivors again, against new tests")
    parser.add_argument("--table", action="store_true", help="prints the table of what has been run")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.table:
        return table(options.out)
    if options.again:
        builder = Builder(options.build, options.out)
        for mutant in (r for r in read_results(options.out) if r["status"] == "survived"):
            result = builder.judge(mutant, "again")
            print(f"{result['status']} {result['by']} {result['file']}:{result['line']}: {result['after'].strip()}", flush=True)
        return None
    kept = options.out / "plan.json"
    if not kept.exists():
        kept.write_text(json.dumps(sample(options.seed, options.count), indent=1))
    plan = json.loads(kept.read_text())
    builder = Builder(options.build, options.out)
    done = {key(r): r["status"] for r in read_results(options.out)}
    rooms = {}
    for name in options.rooms.split(",") if options.rooms else plan:
        quota = plan[name]["quota"] if options.most is None else min(options.most, plan[name]["quota"])
        rooms[name] = Room(quota, plan[name]["mutants"], done)
    work(builder, rooms, options.out, options.jobs)
    return table(options.out)


if __name__ == "__main__":
    main()
