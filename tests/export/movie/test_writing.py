"""Movies opened by others: GIF by Pillow, MP4 by FFmpeg's libraries; files whole or not at all."""

from __future__ import annotations

import errno
import importlib.util
import io
from typing import TYPE_CHECKING, Any

import av
import numpy as np
import pytest
from PIL import Image

from bpviz.data.files.errors import FileError
from bpviz.export.movie import write_movie
from bpviz.export.movie.gif import write_gif

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpviz.export.movie import Frame

GROUND, INK, LINE = (255, 255, 255), (200, 36, 107), (31, 111, 196)


def frames(count: int = 12, still: int = 3) -> Iterator[Frame]:
    """Yield a square that moves on a ground that does not; each picture `still` times."""
    for n in range(count):
        frame = np.full((61, 101, 3), GROUND, np.uint8)
        frame[50, :] = LINE
        left = 4 * (n // still)
        frame[10:20, left : left + 10] = INK
        yield frame


def shown(path: Path) -> list[tuple[int, Any]]:
    """Return the frames of a GIF, as a player shows them, with their durations."""
    found = []
    with Image.open(path) as movie:
        for n in range(getattr(movie, "n_frames", 1)):
            movie.seek(n)
            found.append((int(movie.info["duration"]), np.asarray(movie.convert("RGB"))))
    return found


def test_a_gif_shows_every_picture_for_its_time(tmp_path: Path) -> None:
    path = tmp_path / "movie.gif"
    write_movie(path, frames(), 10, list(frames(1)))
    with Image.open(path) as movie:
        assert movie.size == (101, 61)
        assert movie.info["loop"] == 0
    found = shown(path)
    assert [duration for duration, _ in found] == [300] * 4  # equal pictures are one
    for n, (_, picture) in enumerate(found):
        np.testing.assert_array_equal(picture, list(frames())[3 * n])


def test_durations_add_up_where_hundredths_do_not_come_out_even(tmp_path: Path) -> None:
    path = tmp_path / "movie.gif"
    write_movie(path, frames(30, still=1), 30, list(frames(1)))
    assert sum(duration for duration, _ in shown(path)) == 1000


def test_still_ground_does_not_flicker_however_many_colours_there_are(tmp_path: Path) -> None:
    generator = np.random.default_rng(1)
    wall = generator.integers(0, 256, (61, 101, 3)).astype(np.uint8)  # thousands of colours

    def pictures() -> Iterator[Frame]:
        for n in range(5):
            frame = wall.copy()
            frame[:10, 10 * n : 10 * n + 10] = INK
            yield frame

    path = tmp_path / "movie.gif"
    write_movie(path, pictures(), 10, list(pictures()))
    found = [picture for _, picture in shown(path)]
    assert len(found) == 5
    for picture in found[1:]:
        np.testing.assert_array_equal(picture[10:], found[0][10:])


def test_fine_lines_keep_their_colour_beside_much_ground(tmp_path: Path) -> None:
    ramp = np.full((200, 200, 3), 250, np.uint8)
    ramp[:, :, 0] += (np.arange(200) % 5).astype(np.uint8)
    ramp[100, :3] = LINE
    path = tmp_path / "movie.gif"
    write_movie(path, [ramp], 10, [ramp])
    ((_, picture),) = shown(path)
    assert np.abs(picture[100, 1].astype(int) - LINE).max() <= 8


def test_an_mp4_has_all_frames_their_size_and_colours(tmp_path: Path) -> None:
    path = tmp_path / "movie.mp4"
    write_movie(path, frames(), 12, [])
    with av.open(str(path)) as movie:
        (stream,) = movie.streams.video
        assert stream.codec_context.name == "h264"
        assert (stream.width, stream.height) == (100, 60)  # an odd row and column are left out
        assert stream.average_rate == 12
        found = [
            frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
            for frame in movie.decode(stream)
        ]
    assert len(found) == 12
    assert np.abs(found[-1][15, 17].astype(int) - INK).max() <= 12
    assert np.abs(found[-1][40, 80].astype(int) - GROUND).max() <= 3


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_what_breaks_off_leaves_what_was_there(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"movie{suffix}"
    path.write_bytes(b"before")

    def broken() -> Iterator[Frame]:
        yield from frames(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_movie(path, broken(), 10, list(frames(1)))
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_a_full_disk_is_said_in_a_sentence(suffix: str, tmp_path: Path) -> None:
    def full() -> Iterator[Frame]:
        yield from frames(2)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(FileError, match="no room left"):
        write_movie(tmp_path / f"movie{suffix}", full(), 10, list(frames(1)))
    assert not list(tmp_path.iterdir())


class Disk(io.BytesIO):
    """Has room for some bytes only."""

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > 600:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_what_the_disk_says_is_told() -> None:
    with pytest.raises(OSError, match="No space left"):
        write_gif(Disk(), frames(60, still=1), 10, list(frames(1)))


def test_mp4_without_its_extra_says_how_to_come_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(FileError, match=r"pip install 'bpviz\[video\]'"):
        write_movie(tmp_path / "movie.mp4", frames(), 10, [])
    with pytest.raises(FileError, match=r"\.gif, \.mp4"):
        write_movie(tmp_path / "movie.avi", frames(), 10, [])
    assert not list(tmp_path.iterdir())
