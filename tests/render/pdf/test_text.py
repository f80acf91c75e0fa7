"""Values in boxes: every word is there, no line is too wide, and what doesn't fit is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skjema.formats.fonts import latin_font
from skjema.formats.pdf.fit_text import LARGEST, SMALLEST, BoxWriter, TextBox, TextTooLongError, lay_out, width, wrapped

FONT = latin_font()
LETTERS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzæøåÆØÅčđŋ ,.-"), max_size=300)


def without_spaces(text: str) -> str:
    return "".join(text.split())


@given(LETTERS, st.floats(5, 60))
def test_wrapping_keeps_every_letter_and_stays_within_the_room(text: str, room: float) -> None:
    lines = wrapped(text, room, FONT)
    assert without_spaces("".join(lines)) == without_spaces(text)
    assert all(width(line, FONT) <= room + 1e-9 for line in lines)


@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_line_breaks_are_kept(parts: list[str]) -> None:
    assert len(wrapped("\n".join(parts), 10_000, FONT)) == len(parts)


def test_words_are_broken_between_and_only_where_they_must_within() -> None:
    room = width("en to", FONT)
    assert wrapped("en to tre", room, FONT) == ["en to", "tre"]
    assert wrapped("fire", width("re", FONT), FONT) == ["fi", "re"]


@given(LETTERS, st.floats(30, 400), st.booleans())
def test_type_is_between_ten_and_eight_points_and_fits(text: str, wide: float, multiline: bool) -> None:
    box = TextBox(wide, 60 if multiline else 20, multiline)
    try:
        size, lines = lay_out(text, box, FONT)
    except TextTooLongError as error:
        assert 0 < error.excess <= len(text)
        shorter = text[: len(text) - error.excess]
        if not multiline:
            assert lay_out(shorter, box, FONT)[0] >= SMALLEST
    else:
        assert SMALLEST <= size <= LARGEST
        assert all(width(line, FONT) * size <= wide - 2.9 for line in lines)


def test_a_single_line_shrinks_before_it_is_refused() -> None:
    box = TextBox(100, 20, multiline=False)
    assert lay_out("kort", box, FONT) == (10, ["kort"])
    assert SMALLEST <= lay_out("x" * 21, box, FONT)[0] < 10
    with pytest.raises(TextTooLongError) as caught:
        lay_out("x" * 40, box, FONT)
    assert lay_out("x" * (40 - caught.value.excess), box, FONT)[0] >= SMALLEST
    with pytest.raises(TextTooLongError):
        lay_out("x" * (41 - caught.value.excess), box, FONT)


def test_operators_show_glyphs_from_the_top_of_a_long_text_and_the_middle_of_a_line() -> None:
    line = BoxWriter(TextBox(100, 20, multiline=False), FONT, "SkjU").operators("Ål")
    glyphs = FONT.hex[ord("Å")] + FONT.hex[ord("l")]
    assert line == f"BT /SkjU 10 Tf 0 g 1.50 {(20 - FONT.cap_height / 100) / 2:.2f} Td <{glyphs}> Tj ET".encode()
    text = BoxWriter(TextBox(100, 40, multiline=True), FONT, "SkjU", (10, 5)).operators("a\nb")
    assert text.count(b"Td") == 2
    assert b"0 -12.20 Td" in text


@given(st.text(st.sampled_from("abcæøåŋ ,.-\n"), max_size=600), st.floats(60, 400), st.floats(14, 90), st.booleans())
def test_what_is_begun_fits_and_what_is_left_is_the_rest(text: str, wide: float, high: float, multiline: bool) -> None:
    writer, ending = BoxWriter(TextBox(wide, high, multiline), FONT, "F"), "(mer på 1)"
    text = text if multiline else text.replace("\n", " ")
    if not writer.excess(text):
        return
    beginning, rest = writer.split(text, ending)
    assert not writer.excess(beginning)
    assert beginning.endswith(ending)
    if writer.has_lines:
        assert without_spaces(beginning.removesuffix(ending) + rest) == without_spaces(text)
        assert rest or not text.strip()
    else:
        assert rest == text
        assert text.replace("\n", " ").startswith(beginning.removesuffix(ending).removesuffix("\u2026 "))


def test_a_box_without_room_for_the_ending_says_so() -> None:
    with pytest.raises(TextTooLongError):
        BoxWriter(TextBox(20, 14, multiline=False), FONT, "F").split("0150 Oslo", "se vedlegg 1")


def test_empty_lines_too_many_are_too_long_as_well() -> None:
    with pytest.raises(TextTooLongError) as caught:
        lay_out("a" + "\n" * 40, TextBox(200, 30, multiline=True), FONT)
    assert caught.value.excess > 0
    assert BoxWriter(TextBox(200, 30, multiline=True), FONT, "F").excess("a" + "\n" * 40) > 0


def test_the_smallest_type_takes_all_the_lines_there_is_room_for() -> None:
    room = 2 * 1.5 + SMALLEST + 2 * SMALLEST * 1.22 + 0.1
    assert lay_out("a\nb\nc", TextBox(200, room, multiline=True), FONT)[0] == SMALLEST


def test_a_double_name_is_broken_at_its_hyphen() -> None:
    name = "Świętosława Grzegorzewska-Brzęczyszczykiewicz"
    assert wrapped(name, width("Grzegorzewska-Brzęcz", FONT), FONT) == [
        "Świętosława",
        "Grzegorzewska-",
        "Brzęczyszczykiewicz",
    ]
    assert wrapped("a-bcdef", width("bcd", FONT), FONT) == ["a-", "bcd", "ef"]
