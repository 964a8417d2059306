"""Encodings: decided by themselves, overruled by a person, and never wrong in silence."""

from __future__ import annotations

import codecs
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.messages import LANGUAGES, render
from core.reading import identity, read_report
from core.reading.decoding import ENCODINGS, LOST, WIDER, candidates, decode
from core.reading.doubt import decoding_doubt, overruled
from core.reading.likelihood import likelihood

PLAIN = "2022年，地区生产总值完成1202亿元，同比增长4.5%。\n各位代表，现在我代表政府作报告。\n"
TRADITIONAL = "2022年，地區生產總值完成1202億元，同比增長4.5%。\n各位代表，現在報告，請審議。\n"
JAPANESE = "2022年、経済の報告によると、生産高は1202億円であった。\n前年と比べて増えている。\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (PLAIN.encode(), "utf-8", PLAIN),
        (PLAIN.encode("utf-8-sig"), "utf-8", PLAIN),
        (PLAIN.encode("gb18030"), "gb18030", PLAIN),
        (PLAIN.encode("gbk"), "gb18030", PLAIN),
        (PLAIN.encode("gb2312"), "gb18030", PLAIN),
        (TRADITIONAL.encode("gb18030"), "gb18030", TRADITIONAL),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), "utf-16-le", PLAIN),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), "utf-16-be", PLAIN),
        (PLAIN.encode("utf-16-le"), "utf-16-le", PLAIN),
        (PLAIN.encode("utf-16-be"), "utf-16-be", PLAIN),
        (codecs.BOM_UTF16_LE + "全文".encode("utf-16-le"), "utf-16-le", "全文"),
        ("GDP 1202".encode("utf-16-le"), "utf-16-le", "GDP 1202"),
        (TRADITIONAL.encode("big5"), "big5", TRADITIONAL),
        (JAPANESE.encode("shift_jis"), "shift_jis", JAPANESE),
        ("联通".encode("gbk"), "gb18030", "联通"),
        ("浣".encode("gbk"), "gb18030", "浣"),
        (b"1,2,3\n" * 50 + "增长".encode("gb18030"), "gb18030", "1,2,3\n" * 50 + "增长"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str, text: str) -> None:
    decoded = decode("a.txt", data)
    assert (decoded.encoding, decoded.text) == (encoding, text)


@pytest.mark.parametrize(
    ("data", "encoding", "line"),
    [
        ((PLAIN * 3).encode()[:-2], "utf-8", 6),  # cut inside the last character
        ((PLAIN + "增").encode("gb18030")[:-1], "gb18030", 3),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le")[:-1], "utf-16-le", 2),
        ((PLAIN[:8] + "\0" + PLAIN).encode(), "utf-8", 1),
        ((PLAIN[:8] + "\0" + PLAIN).encode("gb18030"), "gb18030", 1),
        (PLAIN.encode() * 20 + "增长".encode("gb18030") + PLAIN.encode(), "utf-8", 41),
    ],
)
def test_what_is_lost_is_shown_and_said(data: bytes, encoding: str, line: int) -> None:
    report = read_report("a.txt", data)
    assert report.encoding == encoding
    assert LOST in report.text
    assert "\0" not in report.text
    doubt = decoding_doubt(report)
    assert doubt is not None
    assert doubt.code == "reading.lost"
    assert dict(doubt.args)["line"] == str(line)
    assert dict(doubt.args)["count"] == str(report.text.count(LOST))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x00\x01\x02 text",
        b"MZ\x00\x00\xff\xfe\xff",
        b"\x00",
        PLAIN.encode() * 5 + PLAIN.encode("gb18030") * 5,  # two encodings, half and half
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as caught:
        decode("甲.txt", data)
    assert caught.value.message.code == "reading.not_text"
    for language in LANGUAGES:
        assert "甲.txt" in render(caught.value.message, language)


def test_a_hint_is_said_and_certainty_is_not() -> None:
    hinted = decoding_doubt(read_report("a.txt", TRADITIONAL.encode("big5")))
    assert hinted is not None
    assert hinted.code == "reading.hinted"
    assert "Big5" in render(hinted, "zh")
    for encoding in ("utf-8", "gb18030", "utf-16-le"):
        assert decoding_doubt(read_report("a.txt", PLAIN.encode(encoding))) is None
    garbled = read_report("a.txt", PLAIN.encode("utf-8"), encoding="gb18030")
    assert likelihood(garbled.text) < likelihood(PLAIN)


def test_a_person_overrules_and_it_is_another_report() -> None:
    data = TRADITIONAL.encode("big5")
    found = read_report("a.txt", data)
    assert not overruled(found)
    same = read_report("a.txt", data, encoding="big5")
    assert same == found
    other = read_report("a.txt", data, encoding="gb18030")
    assert other.sha256 == f"{found.sha256}:gb18030" == identity(data, "gb18030")
    assert overruled(other)
    assert decoding_doubt(other) is None  # a person looked


@pytest.mark.parametrize("encoding", ["utf-8", "no-such-encoding"])
def test_an_encoding_in_which_most_is_lost_is_refused(encoding: str) -> None:
    with pytest.raises(UserError) as caught:
        decode("a.txt", PLAIN.encode("gb18030"), encoding=encoding)
    assert caught.value.message.code == "reading.not_text"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PLAIN, "utf-8"), (PLAIN, "gb18030"), (PLAIN, "utf-16-le"), (PLAIN, "utf-16-be"),
        (TRADITIONAL, "big5"), (JAPANESE, "shift_jis"),
    ],
)  # fmt: skip
def test_the_best_candidate_comes_first(text: str, encoding: str) -> None:
    readings = candidates(text.encode(encoding))
    assert {reading.encoding for reading in readings} == set(ENCODINGS)
    assert (readings[0].encoding, readings[0].text) == (encoding, text)
    assert readings[0].reason is None
    reasons = [reading.reason is not None for reading in readings]
    assert reasons == sorted(reasons)  # what cannot be read comes last
    for reading in readings:
        if reading.reason is not None:
            assert dict(reading.reason.args)["count"] == str(reading.lost)


def test_candidates_of_a_long_file_cut_no_character() -> None:
    readings = candidates(("国" * 700_000).encode())
    assert readings[0].encoding == "utf-8"
    assert readings[0].lost == 0


def test_the_detector_is_loaded_only_where_strict_decoding_gives_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "chardet", None)  # importing it would fail
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert decode("a.txt", PLAIN.encode(encoding)).text == PLAIN
    with pytest.raises(ImportError):
        decode("a.txt", TRADITIONAL.encode("big5"))


def encodable(encoding: str) -> st.SearchStrategy[str]:
    """Make Chinese texts that an encoding can write."""
    words = PLAIN + ("經濟總值億" if encoding == "big5" else "㐀𠮷鎔") + "aZ09，。％\t\n"

    def can(char: str) -> bool:
        try:
            char.encode(WIDER.get(encoding, encoding))
        except UnicodeEncodeError:
            return False
        return True

    return st.text(alphabet=[char for char in dict.fromkeys(words) if can(char)], min_size=1)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.data())
def test_what_is_written_in_an_encoding_is_read_in_it(encoding: str, data: st.DataObject) -> None:
    text = data.draw(encodable(encoding))
    written = text.encode(WIDER.get(encoding, encoding))
    if any(char > "\x7f" for char in text) or encoding in {"utf-8", "gb18030"}:
        assert decode("a.txt", written, encoding=encoding).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@given(text=st.text(alphabet=PLAIN, min_size=8))
def test_the_usual_encodings_are_found_by_themselves(encoding: str, text: str) -> None:
    text = "地区生产总值" + text
    assert decode("a.txt", text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for reading in candidates(data):
        assert 0 <= reading.likely <= 1
    with suppress(UserError):
        assert decode("a.txt", data).encoding in ENCODINGS
