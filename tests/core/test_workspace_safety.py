"""Nothing is lost: holders, views, damage, backups, wiping, a file that goes."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.errors import UserError
from core.report import Decision, RowKind
from core.review.session import ReviewSession
from core.workspace import Workspace
from core.workspace import backups as backing
from core.workspace.holding import STALE_SECONDS, lock_path
from core.workspace.place import on_network
from tests.core import samples

NOW = datetime(2026, 11, 24, 8, 30)  # noqa: DTZ001 - local time, as on the screen


def made(path: Path, **options: Path) -> Workspace:
    workspace = Workspace.open(path, user="张三", **options)
    samples.keep(workspace)
    return workspace


def confirm_one(workspace: Workspace, place: int = 0) -> int:
    session = ReviewSession(workspace, "张三")
    session.open_report(workspace.reports()[0].id)
    row = session.rows(RowKind.METRIC)[place]
    session.decide([row.id], Decision.ACCEPTED)
    return row.id


def decided(workspace: Workspace) -> set[int]:
    (entry,) = workspace.reports()
    return {
        stored.row.id
        for stored in workspace.rows(entry.id)
        if stored.row.decision is not Decision.NONE
    }


def code(workspace: Workspace) -> str:
    return "" if workspace.view is None else workspace.view.code


# -- who holds it


def test_a_second_program_looks_and_is_told_who_writes(tmp_path: Path) -> None:
    first = made(tmp_path / "a.hedui")
    row = confirm_one(first)
    second = Workspace.open(tmp_path / "a.hedui", user="李四")
    assert code(second) == "view.held"
    assert second.view is not None
    assert dict(second.view.args)["user"] == "张三"
    assert decided(second) == {row}
    with pytest.raises(UserError) as caught:
        confirm_one(second, 1)
    assert caught.value.message.code == "view.held"
    second.set_setting("report", "1")
    second.close()
    confirm_one(first, 1)
    first.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.hedui"]
    with closing(Workspace.open(tmp_path / "a.hedui")) as again:
        assert again.view is None
        assert len(decided(again)) == 2


def hold_elsewhere(path: Path, *, seconds_ago: float) -> None:
    told = {"user": "王五", "host": "不是本机", "since": "2026-11-24T08:00:00+08:00", "token": "t"}
    lock = lock_path(path)
    lock.write_text(json.dumps(told), encoding="utf-8")
    then = time.time() - seconds_ago
    os.utime(lock, (then, then))


def test_a_holder_on_another_machine_counts_while_it_renews(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    made(path).close()
    hold_elsewhere(path, seconds_ago=10)
    with closing(Workspace.open(path)) as viewed:
        assert code(viewed) == "view.held"
        assert viewed.view is not None
        assert dict(viewed.view.args)["host"] == "不是本机"
    hold_elsewhere(path, seconds_ago=STALE_SECONDS + 60)
    with closing(Workspace.open(path)) as ours:
        assert ours.view is None
        ours.stay()


def test_what_another_machine_took_over_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    workspace = made(path)
    hold_elsewhere(path, seconds_ago=0)
    with pytest.raises(UserError) as caught:
        confirm_one(workspace)
    assert caught.value.message.code == "workspace.taken"
    assert decided(workspace) == set()
    workspace.close()
    assert lock_path(path).exists()  # theirs, not ours to remove


def test_a_file_removed_while_open_is_noticed_and_saved_elsewhere(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.hedui", tmp_path / "copy.hedui"
    workspace = made(path)
    row = confirm_one(workspace)
    path.rename(tmp_path / "moved")
    with pytest.raises(UserError) as caught:
        confirm_one(workspace, 1)
    assert caught.value.message.code == "workspace.gone"
    workspace.save_copy(copy)
    workspace.save_copy(path)  # at its old place too
    workspace.close()
    for kept in (copy, path):
        with closing(Workspace.open(kept)) as saved:
            assert decided(saved) == {row}


# -- where it cannot be written


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    workspace = made(tmp_path / "a.hedui")
    row = confirm_one(workspace)
    connection = workspace._sql.database.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    with pytest.raises(UserError) as caught:
        session.add_remark(session.rows(RowKind.METRIC)[0].span, "理由" * 100_000)
    assert caught.value.message.code == "workspace.disk_full"
    connection.execute("PRAGMA max_page_count=1000000")
    other = confirm_one(workspace, 1)
    assert decided(workspace) == {row, other}
    assert workspace.remarks(1) == []
    workspace.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_gives_a_view(tmp_path: Path) -> None:
    made(tmp_path / "a.hedui").close()
    tmp_path.chmod(0o555)
    try:
        with closing(Workspace.open(tmp_path / "a.hedui")) as viewed:
            assert code(viewed) == "view.read_only"
            assert len(viewed.reports()) == 1
    finally:
        tmp_path.chmod(0o755)


def test_a_place_without_new_files_gives_a_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "a.hedui").close()

    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("core.workspace.holding.os.open", refuse)
    with closing(Workspace.open(tmp_path / "a.hedui")) as viewed:
        assert code(viewed) == "view.read_only"
        assert len(viewed.rows(1)) > 0


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:50 / /mnt/共享\\040盘 rw - cifs //server/share rw
31 22 0:51 / /home/a/net rw - fuse.sshfs a@b: rw
32 31 0:52 / /home/a/net/usb rw - vfat /dev/sdb1 rw
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for the drive")
@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("/home/a/x.hedui", False),
        ("/mnt/共享 盘/核对/x.hedui", True),
        ("/home/a/net/x.hedui", True),
        ("/home/a/net/usb/x.hedui", False),
        ("/home/a/network/x.hedui", False),
    ],
)
def test_shares_are_known(tmp_path: Path, place: str, expected: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert on_network(Path(place), mounts) is expected
    assert on_network(Path(place), tmp_path / "none") is False


def test_a_share_takes_no_wal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.workspace.opening.on_network", lambda _path: True)
    with closing(made(tmp_path / "a.hedui")) as workspace:
        assert workspace.journal == "truncate"
        confirm_one(workspace)


def test_what_an_old_file_left_is_not_played_into_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    workspace = made(path)
    left = path.with_name("a.hedui-wal").read_bytes()
    workspace.close()
    path.unlink()
    path.with_name("a.hedui-wal").write_bytes(left)
    with closing(Workspace.open(path)) as fresh:
        assert fresh.reports() == ()


# -- damage


def damage(path: Path, start: int, end: int) -> None:
    data = bytearray(path.read_bytes())
    data[start:end] = b"\x5a" * (min(end, len(data)) - start)
    path.write_bytes(data)


def test_a_damaged_file_is_left_alone_and_what_is_sound_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    workspace = made(path)
    confirm_one(workspace)
    whole = len(workspace.rows(1))
    rows_root = workspace._sql.number("SELECT rootpage FROM sqlite_schema WHERE name = 'proposal'")
    size = workspace._sql.number("PRAGMA page_size")
    workspace.close()
    damage(path, (rows_root - 1) * size, rows_root * size)
    before = path.read_bytes()
    viewed = Workspace.open(path)
    assert code(viewed) == "view.damaged"
    assert len(viewed.reports()) == 1
    assert len(viewed.rows(1)) == whole  # the proposals are lost, the rows and decisions are not
    assert len(decided(viewed)) == 1
    viewed.save_copy(tmp_path / "b.hedui")
    viewed.close()
    assert path.read_bytes() == before
    with closing(Workspace.open(tmp_path / "b.hedui")) as saved:
        assert code(saved) == ""
        assert len(decided(saved)) == 1


@pytest.mark.parametrize("start", [4096, 8192, 20_000, 60_000])
def test_any_damage_gives_a_view_or_a_message(tmp_path: Path, start: int) -> None:
    path = tmp_path / "a.hedui"
    made(path).close()
    damage(path, start, 10_000_000)
    with closing(Workspace.open(path)) as viewed:
        assert code(viewed) == "view.damaged"
        viewed.reports()


# -- backups


def test_the_first_change_of_a_day_finds_a_backup(tmp_path: Path) -> None:
    path, root = tmp_path / "a.hedui", tmp_path / "backups"
    workspace = made(path)
    first = confirm_one(workspace)
    workspace.close()
    workspace = Workspace.open(path, backups=root)
    folder = backing.folder_of(root, path)
    assert not folder.exists()
    second = confirm_one(workspace, 1)
    confirm_one(workspace, 2)
    (backup,) = backing.list_backups(folder)
    workspace.close()
    with closing(Workspace.view_only(backup.path)) as copy:
        assert decided(copy) == {first}
    kept = backing.restore(backup.path, path, folder, NOW)
    with closing(Workspace.open(path)) as restored:
        assert decided(restored) == {first}
    assert kept is not None
    with closing(Workspace.view_only(kept)) as before:
        assert second in decided(before)


def test_the_newest_backups_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, folder = tmp_path / "a.hedui", tmp_path / "backups"
    made(path).close()
    for day in range(14):
        backing.back_up(path, folder, NOW + timedelta(days=day))
    found = backing.list_backups(folder)
    assert len(found) == backing.KEPT
    assert found[0].made_at == NOW + timedelta(days=13)
    monkeypatch.setattr(backing, "LARGEST", found[0].size * 3)
    backing.back_up(path, folder, NOW + timedelta(days=20))
    assert len(backing.list_backups(folder)) == 3


def test_a_damaged_file_pushes_no_sound_backup_out(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.hedui", tmp_path / "backups"
    made(path).close()
    sound = backing.back_up(path, folder, NOW)
    damage(path, 8192, 16384)
    with pytest.raises(UserError) as caught:
        backing.back_up(path, folder, NOW + timedelta(days=1))
    assert caught.value.message.code == "workspace.damaged"
    assert [backup.path for backup in backing.list_backups(folder)] == [sound]
    kept = backing.restore(sound, path, folder, NOW)
    assert kept is not None
    assert kept.suffix == ".damaged"
    with closing(Workspace.open(path)) as restored:
        assert len(restored.rows(1)) > 0


def test_a_backup_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    path, root = tmp_path / "a.hedui", tmp_path / "backups"
    root.write_text("no folder", encoding="utf-8")
    with closing(made(path, backups=root)) as workspace:
        row = confirm_one(workspace)
        assert decided(workspace) == {row}
        assert workspace.backup is not None
        assert workspace.backup.trouble is not None
        assert workspace.backup.trouble.code == "backup.cannot_write"


def test_a_file_that_another_holds_is_not_replaced(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.hedui", tmp_path / "backups"
    workspace = made(path)
    backup = backing.back_up(path, folder, NOW)
    with pytest.raises(UserError) as caught:
        backing.restore(backup, path, folder, NOW)
    assert caught.value.message.code == "backup.held"
    confirm_one(workspace)
    workspace.close()


def test_nothing_else_is_taken_for_a_backup(tmp_path: Path) -> None:
    path, text = tmp_path / "a.hedui", tmp_path / "notes.hedui"
    made(path).close()
    text.write_text("不是工作区", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(UserError):
        backing.restore(text, path, tmp_path / "backups", NOW)
    assert path.read_bytes() == before
    assert backing.list_backups(tmp_path) == ()


# -- taking reports out


def test_a_report_taken_out_comes_back_by_undo(tmp_path: Path) -> None:
    workspace = made(tmp_path / "a.hedui")
    row = confirm_one(workspace)
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    outcome = session.drop_report(1)
    assert outcome.listed
    assert session.report_id is None
    assert session.entries() == ()
    assert list(session.rows(RowKind.METRIC)) == []
    assert not workspace.listed(1)
    undone = session.undo()
    assert undone is not None
    assert undone.listed
    assert decided(workspace) == {row}
    session.redo()
    session.bring_back(1)
    assert len(session.entries()) == 1
    workspace.close()


def test_wiping_leaves_no_trace(tmp_path: Path) -> None:
    path, root = tmp_path / "a.hedui", tmp_path / "backups"
    workspace = made(path, backups=root)
    confirm_one(workspace)
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    words = samples.TEXT[24:44].encode()
    session.add_remark(session.rows(RowKind.METRIC)[0].span, "理由独一无二")
    assert words in b"".join(found.read_bytes() for found in tmp_path.glob("a.hedui*"))
    backing.back_up(path, backing.folder_of(root, path), NOW)
    workspace.wipe(1)
    assert workspace.reports() == ()
    assert workspace.undoable() is None
    workspace.close()
    kept = [found.read_bytes() for found in tmp_path.rglob("*") if found.is_file()]
    assert len(kept) > 1
    for data in kept:
        assert words not in data
        assert "理由独一无二".encode() not in data
        assert "武昌区".encode() not in data


def test_a_file_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "a.hedui"
    made(path).close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DROP TABLE dismissal")
    raw.execute("DROP INDEX row_proposal")
    raw.execute("DROP INDEX row_newer")
    raw.execute("ALTER TABLE report DROP COLUMN removed")
    raw.execute("DELETE FROM _sqlite_migrations WHERE name NOT LIKE '1.0%'")
    raw.execute("PRAGMA user_version=1000")
    raw.close()
    with closing(Workspace.view_only(path)) as viewed:
        assert len(viewed.reports()) == 1
    with closing(Workspace.open(path)) as workspace:
        assert len(workspace.reports()) == 1
        assert workspace.dismissals(1) == []


def test_a_dismissal_is_kept_undone_and_taken_back(tmp_path: Path) -> None:
    workspace = made(tmp_path / "a.hedui")
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    with pytest.raises(UserError):
        session.dismiss("key", " ")
    assert session.dismiss("key", "口径不同").findings
    assert session.dismissals()["key"].reason == "口径不同"
    session.dismiss("key", "口径已说明")
    session.undo()
    assert session.dismissals()["key"].reason == "口径不同"
    session.undismiss("key")
    assert session.dismissals() == {}
    session.undo()
    workspace.close()
    with closing(Workspace.open(tmp_path / "a.hedui")) as again:
        assert [found.reason for found in again.dismissals(1)] == ["口径不同"]
