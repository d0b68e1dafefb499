"""A few short sounds of wood and paper, made from sine waves and noise the first time one is heard.

Without a sound device the game is silent. Everything heard is also seen.
"""

from __future__ import annotations

import random
from typing import Any

import pygame

RATE = 44_100


class Sounds:
    """Plays the sounds of the interface at the player's volume."""

    def __init__(self, volume: int = 40, muted: bool = False) -> None:
        self.volume = volume
        self.muted = muted
        self._made: dict[str, Any] | None = None

    def play(self, name: str) -> None:
        """Plays one of click, choose, lock, chime and no; nothing when muted or without device."""
        if self.muted or self.volume == 0:
            return
        if self._made is None:
            self._made = self._make()
        sound = self._made.get(name)
        if sound is not None:
            sound.set_volume((self.volume / 100) ** 2)
            sound.play()

    def _make(self) -> dict[str, Any]:
        try:
            pygame.mixer.init(RATE, -16, 2, 512)
        except pygame.error:
            return {}
        return {name: pygame.sndarray.make_sound(wave) for name, wave in waves().items()}


def waves() -> dict[str, Any]:
    """Every sound as stereo samples of 16 bits."""
    # numpy costs more to import than the whole window, so it waits until something is heard.
    import numpy

    shapes = {
        "click": _wood(numpy, 720, 0.045),
        "choose": _wood(numpy, 540, 0.07),
        "lock": _wood(numpy, 330, 0.11) + 0.5 * _paper(numpy, 0.11),
        "no": _wood(numpy, 210, 0.09),
        "chime": _chime(numpy),
    }
    return {name: _stereo(numpy, shape) for name, shape in shapes.items()}


def _time(numpy: Any, seconds: float) -> Any:
    return numpy.arange(int(RATE * seconds)) / RATE


def _wood(numpy: Any, pitch: float, seconds: float) -> Any:
    """A block of wood: a tone and an overtone that is not in tune, both gone at once."""
    time = _time(numpy, seconds)
    tone = numpy.sin(2 * numpy.pi * pitch * time) + 0.5 * numpy.sin(
        2 * numpy.pi * pitch * 2.76 * time
    )
    return 0.5 * tone * numpy.exp(-time * 5 / seconds)


def _paper(numpy: Any, seconds: float) -> Any:
    """A sheet being put down: soft noise that fades."""
    time = _time(numpy, seconds)
    luck = random.Random(7)
    noise = numpy.array([luck.uniform(-1, 1) for _ in time])
    soft = numpy.convolve(noise, numpy.ones(8) / 8, mode="same")
    return 0.5 * soft * numpy.exp(-time * 4 / seconds)


def _chime(numpy: Any) -> Any:
    """Two notes, a fourth apart: something has landed."""
    time = _time(numpy, 0.55)
    first = numpy.sin(2 * numpy.pi * 587.33 * time) * numpy.exp(-time * 9)
    later = numpy.clip(time - 0.13, 0, None)
    second = numpy.sin(2 * numpy.pi * 783.99 * later) * numpy.exp(-later * 8) * (time > 0.13)
    return 0.35 * (first + second)


def _stereo(numpy: Any, shape: Any) -> Any:
    fade = numpy.minimum(1.0, numpy.arange(len(shape))[::-1] / 200)
    samples = (numpy.clip(shape * fade, -1, 1) * 26_000).astype(numpy.int16)
    return numpy.ascontiguousarray(numpy.stack([samples, samples], axis=1))
