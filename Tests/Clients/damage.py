"""What may have happened to a store while no server ran, for `trouble.py`: the server starts all the same, or says in one sentence why
not."""
import asyncio
import glob
import os
import re
import sqlite3
import subprocess

from load import booking
from plain_form import require

LINES = [line for line, _ in booking("Damage", 0)]
PAGE = 4096


async def begin(disk, people=12, lines=3):
    """Everybody has said some lines; then the server was killed. Gives what each was told last."""
    await asyncio.to_thread(disk.server.start)
    last = {}
    for number in range(people):
        name = "person-%d" % number
        async with disk.client(name) as client:
            for index, line in enumerate(LINES[:lines]):
                last[name] = await client.says(line, message_id="%s-%d" % (name, index))
    await asyncio.sleep(0.2)  # the deliveries are written
    disk.server.kill()
    return last


async def go_on(disk, last, lines=3):
    """Everybody goes on. Gives how many had to begin anew."""
    anew = 0
    await asyncio.to_thread(disk.server.start)
    await disk.ready(200)
    for name in last:
        async with disk.client(name) as client:
            await client.send(LINES[lines], message_id=name + "-next")
            answer = await client.answer()
            if "type" in answer:
                require(answer["error_code"] == "STATE_RECOVERED", "%s: %s was told %r" % (disk.name, name, answer))
                anew += 1
                rest = LINES
            else:
                rest = LINES[lines + 1:]
            for line in rest:
                words = await client.says(line)
            require("Booked" in words, "%s: %s was told %r in the end" % (disk.name, name, words))
        require(len(disk.events(name)) == 1, "%s: the calendar of %s holds %r" % (disk.name, name, disk.events(name)))
    return anew


def edit(disk, *statements):
    store = sqlite3.connect(disk.store, isolation_level=None)
    for statement in statements:
        store.execute(statement)
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()


def expect_log(disk, *words):
    for word in words:
        require(word in disk.logged(), "%s: the log does not say %r" % (disk.name, word))


async def checkpoint_garbage(disk):
    """The newest checkpoint of everybody: an older one and the journal stand in for it, and nobody notices."""
    last = await begin(disk)
    edit(disk, "UPDATE checkpoint SET json = '{\"v\": 1, \"state\": ' WHERE record = (SELECT max(record) FROM checkpoint c "
               "WHERE c.thread = checkpoint.thread)")
    require(await go_on(disk, last) == 0, "somebody had to begin anew")
    expect_log(disk, "critical", "damaged")
    store = sqlite3.connect(disk.store)
    aside = store.execute("SELECT count(*) FROM checkpoint WHERE aside").fetchone()[0]
    require(aside == len(last), "%d checkpoints were set aside" % aside)


async def all_garbage(disk):
    """All checkpoints, and the journal: everybody is told, once, and begins anew."""
    last = await begin(disk)
    edit(disk, "UPDATE checkpoint SET json = 'garbage'", "UPDATE record SET json = x'00ff'")
    require(await go_on(disk, last) == len(last), "somebody was not told")
    expect_log(disk, "critical", "damaged")


async def page_overwritten(disk):
    """Any page of the file: what lies beside it is saved, and the damaged file is set aside."""
    for page in (4, 9, 15, 22, 30):
        for path in glob.glob(disk.store + "*"):
            os.unlink(path)
        last = await begin(disk)
        edit(disk)
        require(os.path.getsize(disk.store) > page * PAGE, "the file is too small: %d" % os.path.getsize(disk.store))
        with open(disk.store, "r+b") as file:
            file.seek(page * PAGE)
            file.write(b"\xa5" * PAGE)
        is_sound = sqlite3.connect(disk.store).execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        for path in glob.glob(disk.store + "-*"):
            os.unlink(path)
        anew = await go_on(disk, last)
        require(anew < len(last), "page %d: everybody had to begin anew" % page)
        require(os.path.exists(disk.store + ".damaged-1") != is_sound, "page %d: %s" % (page, os.listdir(disk.folder)))
        disk.server.kill()
    expect_log(disk, "critical", "set aside")


async def file_cut_off(disk):
    """The last third of the file is gone."""
    last = await begin(disk)
    edit(disk)
    os.truncate(disk.store, os.path.getsize(disk.store) * 2 // 3)
    await go_on(disk, last)
    expect_log(disk, "critical", "set aside")
    require(os.path.exists(disk.store + ".damaged-1"), "the damaged file is gone")


async def wal_garbage(disk):
    """Behind the last transaction of the WAL: nobody notices."""
    last = await begin(disk)
    with open(disk.store + "-wal", "ab") as wal:
        wal.write(os.urandom(5 * PAGE))
    require(await go_on(disk, last) == 0, "somebody had to begin anew")


async def refusals(disk):
    """What cannot be served from, in one sentence and with status 3."""
    await begin(disk, people=1)
    edit(disk)

    def refused(*words):
        ended = subprocess.run(disk.server.command, capture_output=True, text=True, timeout=60)
        require(ended.returncode == 3, "%s: exit %d: %s" % (disk.name, ended.returncode, ended.stderr))
        sentences = [line for line in ended.stderr.splitlines() if not re.match(r"\d{4}-\d\d-\d\dT", line)]
        require(len(sentences) == 1 and all(word in sentences[0] for word in words), "%s: %s" % (words, ended.stderr))

    holder = sqlite3.connect(disk.store, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    refused("held by another process")
    holder.close()
    subprocess.run(["mount", "-o", "remount,ro", disk.folder], check=True)
    refused("may be written to")
    subprocess.run(["mount", "-o", "remount,rw", disk.folder], check=True)
    edit(disk, "PRAGMA user_version = 99")
    refused("newer build")
    with open(disk.store, "r+b") as file:
        file.write(b"\xa5" * PAGE)
    refused("damaged", "Put a backup in its place")


DAMAGES = [checkpoint_garbage, all_garbage, page_overwritten, file_cut_off, wal_garbage, refusals]
