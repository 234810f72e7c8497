"""MP4 with H.264, as every browser, phone and slide program plays it."""

from __future__ import annotations

from fractions import Fraction
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from av.container import OutputContainer

    from .writing import Frame

_QUALITY: Final = {"crf": "17", "preset": "medium", "tune": "animation"}
_BT709: Final = 1  # what players take for granted in films that do not say otherwise
_TV_RANGE: Final = 1


def write_mp4(file: IO[bytes], frames: Iterable[Frame], fps: float) -> None:
    """Write pictures as H.264 in an MP4 file; one row or column is left out where it is odd."""
    import av  # noqa: PLC0415 (an extra, and large)

    # By its name: in the end FFmpeg reads what it has written, to put the index first, so that a
    # browser plays before it has everything.
    with av.open(file.name, "w", format="mp4", options={"movflags": "faststart"}) as container:
        _encode(container, frames, fps)


def _encode(container: OutputContainer, frames: Iterable[Frame], fps: float) -> None:
    import av  # noqa: PLC0415

    stream = container.add_stream(
        "libx264", Fraction(fps).limit_denominator(1000), options=_QUALITY
    )
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _TV_RANGE
    for n, frame in enumerate(frames):
        height, width = (side // 2 * 2 for side in frame.shape[:2])
        if n == 0:
            stream.width, stream.height = width, height
        picture = av.VideoFrame.from_ndarray(frame[:height, :width].copy(), format="rgb24")
        picture = picture.reformat(
            format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
        )
        picture.pts = n
        container.mux(stream.encode(picture))
    container.mux(stream.encode(None))
