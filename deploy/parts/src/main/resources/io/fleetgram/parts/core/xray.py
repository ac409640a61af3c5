"""Gives Xray's Python module the command line of the xray program.

  xray run -c FILE         start, serve until SIGTERM or SIGINT, exit 0; a refused configuration exits 23
  xray run -test -c FILE   say whether the configuration would be accepted, without listening on its ports
  xray version             print the version

MODULE, the directory of the module, is set in a line above this text. The module keeps its reasons to itself. So -test starts the configuration in a process of its own, on free loopback
ports, and names the inbound or outbound that is refused.
"""

import copy
import json
import os
import re
import socket
import subprocess
import sys
import tempfile

REFUSED = 23
CANNOT_LISTEN = 255
STARTED = re.compile(r"Xray (\S+) started")
CHILD = "--fleetgram-serve-standard-input"


def serve(text):
    """Runs the core in this process; the module returns after SIGTERM or SIGINT and exits by itself on failure."""
    sys.path.insert(0, MODULE)
    import xray

    xray.startFromJSON(text)
    os._exit(0)


def fail(reason):
    print("Failed to start:", reason, flush=True)
    sys.exit(REFUSED)


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        fail(f"main: failed to load config files: [{path}] > {error}")
    try:
        parsed = json.loads(text)
    except ValueError as error:
        fail(f"main: failed to load config files: [{path}] > {error}")
    return text, parsed


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def elsewhere(config, directory):
    """The same configuration on free loopback ports and private socket files, logging to standard output."""
    moved = copy.deepcopy(config)
    moved["log"] = {"loglevel": "warning"}
    for number, inbound in enumerate(moved.get("inbounds") or []):
        listen = inbound.get("listen")
        if isinstance(listen, str) and listen[:1] in ("/", "@"):
            inbound["listen"] = os.path.join(directory, f"{number}.sock")
        else:
            inbound["listen"] = "127.0.0.1"
            inbound["port"] = free_port()
    for part in ("api", "metrics"):
        listen = (moved.get(part) or {}).get("listen")
        if listen and listen[:1] in ("/", "@"):
            moved[part]["listen"] = os.path.join(directory, part + ".sock")
        elif listen:
            moved[part]["listen"] = f"127.0.0.1:{free_port()}"
    return moved


def attempt(config):
    """Starts the configuration elsewhere and stops it again: the version, or None, with the exit code and the output."""
    with tempfile.TemporaryDirectory(prefix="xray-test-") as directory:
        child = subprocess.Popen(
            [sys.executable, os.path.abspath(__file__), CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            child.stdin.write(json.dumps(elsewhere(config, directory)))
            child.stdin.close()
            lines = []
            for line in child.stdout:
                lines.append(line)
                started = STARTED.search(line)
                if started:
                    return started.group(1), 0, ""
            return None, child.wait() % 256, "".join(lines)
        finally:
            child.kill()
            child.wait()


def culprit(config):
    """Names the inbounds and outbounds that the core refuses even alone."""
    refused = []
    for part in ("inbounds", "outbounds"):
        for handler in config.get(part) or []:
            alone = {part: [handler]}
            if attempt(alone)[1] == REFUSED:
                refused.append(f"{part[:-1]} {handler.get('tag', '')} ({handler.get('protocol', '')})")
    return ", ".join(refused) or "a part other than an inbound or outbound"


def test(config):
    _, code, output = attempt(config)
    if code == REFUSED:
        fail(f"main: failed to create server > refused: {culprit(config)}")
    if code not in (0, CANNOT_LISTEN):
        print(output, end="", flush=True)
        sys.exit(code)
    print("Configuration OK.", flush=True)


def version():
    found, code, output = attempt({})
    if found is None:
        print(output, end="", flush=True)
        sys.exit(code or 1)
    print(f"Xray {found} (Xray, Penetrates Everything.) through its Python module", flush=True)


def main(arguments):
    if arguments == [CHILD]:
        serve(sys.stdin.read())
    if arguments[:1] in (["version"], ["-version"], ["--version"]):
        return version()
    if arguments[:1] == ["run"]:
        arguments = arguments[1:]
    only_test = False
    path = None
    while arguments:
        name, _, value = arguments.pop(0).partition("=")
        name = name.replace("--", "-", 1)
        if name == "-test":
            only_test = True
        elif name in ("-c", "-config"):
            path = value or (arguments.pop(0) if arguments else None)
        else:
            fail(f"main: unknown argument {name}")
    if not path:
        fail("main: no configuration file; give one with -c FILE")
    text, parsed = read(path)
    if only_test:
        return test(parsed)
    return serve(text)


main(sys.argv[1:])
