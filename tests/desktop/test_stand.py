"""The stand: whoever walks by plays with two keys or a finger, and it is ready for the next one."""

from __future__ import annotations

import json
import os
from datetime import date, timedelta

import pygame
import pytest
from crawl import faults_of

from game.desktop.settings import Settings
from game.desktop.stand.attract import AttractScene
from game.desktop.stand.flow import StandPlay
from game.desktop.stand.kiosk import Kiosk, print_count
from game.desktop.stand.scenes import (
    AnsweredScene,
    AreYouThereDialog,
    CardScene,
    QuestionScene,
)
from game.desktop.stand.tally import KEPT_DAYS, Tally, read


class Stand:
    """A stand in a window of its own, with a clock that the test moves."""

    def __init__(self, folder, size=(1280, 720), scenario="fjellvik", **settings) -> None:
        chosen = Settings(**{"motion": "off", "muted": True, **settings})
        self.app = Kiosk(StandPlay(folder, scenario, seed=7), chosen, size)
        self.now = 0.0
        self.wait(0.1)

    @property
    def scene(self):
        return self.app.ui.top.scene

    def wait(self, seconds: float) -> bool:
        going = True
        for _ in range(max(1, round(seconds))):
            self.now += min(1.0, seconds)
            going = self.app.pump(now=self.now)
        return going

    def key(self, code: int, mod: int = 0) -> bool:
        letter = chr(code) if code < 128 else ""
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=letter))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mod))
        return self.wait(0.1)

    def touch(self, place: tuple[int, int], up: bool = True) -> None:
        pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
        if up:
            pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))
        self.wait(0.1)

    def touch_widget(self, name: str) -> None:
        self.touch(self.app.ui.find(name=name).rect.center)

    def to_card(self) -> None:
        for _ in range(30):
            if isinstance(self.scene, CardScene):
                return
            self.key(pygame.K_a)
        raise AssertionError(f"no card: {self.app.ui.tree()}")


@pytest.fixture
def stand(tmp_path):
    return Stand(tmp_path)


def test_two_keys_are_enough_from_the_loop_to_the_card_and_again(stand):
    assert isinstance(stand.scene, AttractScene)
    stand.key(pygame.K_b)
    assert isinstance(stand.scene, QuestionScene)
    stand.key(pygame.K_b)
    assert isinstance(stand.scene, AnsweredScene)
    stand.to_card()
    stand.key(pygame.K_a)
    assert isinstance(stand.scene, QuestionScene)


def test_a_finger_is_enough_and_the_game_is_five_answers(stand):
    stand.touch((700, 300))
    answers = 0
    while not isinstance(stand.scene, CardScene):
        if isinstance(stand.scene, QuestionScene):
            answers += 1
            assert f"Valg {answers} av 5" in stand.app.ui.tree()
            stand.touch_widget("option:A")
        else:
            stand.touch_widget("go_on")
    assert answers == 5
    assert "Tre jobber du møtte" in stand.app.ui.tree()
    stand.touch_widget("again")
    assert isinstance(stand.scene, QuestionScene)


@pytest.mark.parametrize("presses", [0, 1, 2, 3])
def test_whoever_leaves_is_asked_and_then_the_loop_begins(stand, presses):
    stand.key(pygame.K_a)
    for _ in range(presses):
        stand.key(pygame.K_a)
    stand.wait(44)
    assert not isinstance(stand.scene, AreYouThereDialog)
    stand.wait(2)
    assert isinstance(stand.scene, AreYouThereDialog)
    stand.wait(15)
    assert isinstance(stand.scene, AttractScene)
    assert stand.app.play.game is None


def test_whoever_leaves_the_card_leaves_it_to_the_next_one(stand):
    stand.to_card()
    stand.wait(61)
    assert isinstance(stand.scene, AttractScene)


def test_whoever_is_there_after_all_goes_on_where_they_were(stand):
    stand.key(pygame.K_a)
    asked = stand.scene
    stand.wait(46)
    stand.key(pygame.K_b)
    assert stand.scene is asked, "what is pressed means yes, and answers nothing"


def test_no_key_of_a_passer_by_gets_out_or_changes_anything(stand):
    stand.key(pygame.K_a)
    asked = stand.scene
    for code in (pygame.K_ESCAPE, pygame.K_F1, pygame.K_F11, pygame.K_k, pygame.K_m, pygame.K_o):
        assert stand.key(code)
        assert stand.scene is asked
    assert stand.key(pygame.K_F4, pygame.KMOD_ALT)
    assert stand.key(pygame.K_PLUS, pygame.KMOD_CTRL)
    assert stand.app.ui.settings.text_scale == 100
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    assert stand.wait(0.1)


def test_the_staff_gets_out_by_holding_the_corner_and_nobody_by_touching_it(stand):
    stand.touch((10, 10))
    assert stand.wait(8)
    assert isinstance(stand.scene, AttractScene), "the corner begins no game"
    stand.touch((10, 10), up=False)
    assert stand.wait(4)
    assert not stand.wait(2)


def test_the_staff_gets_out_by_a_key_nobody_presses_in_passing(stand):
    assert not stand.key(pygame.K_q, pygame.KMOD_CTRL | pygame.KMOD_SHIFT)


def test_the_loop_shows_five_questions_in_half_a_minute_and_stands_still_without_motion(tmp_path):
    moving, still = Stand(tmp_path, motion="full"), []
    seen = set()
    for _ in range(30):
        seen.add(moving.app.ui.tree())
        moving.wait(1)
    assert len({tree.split("Hva gjør du?")[0] for tree in seen}) >= 5
    quiet = Stand(tmp_path)
    for _ in range(30):
        still.append(quiet.app.ui.tree())
        quiet.wait(1)
    assert len(set(still)) == 1


def test_each_game_is_in_the_next_municipality(tmp_path):
    stand, places = Stand(tmp_path, scenario=""), set()
    for _ in range(6):
        stand.key(pygame.K_a)
        places.add(stand.app.play.game.scenario.id)
        stand.wait(62)
    assert len(places) == 6


def test_plays_are_counted_by_day_without_a_word_about_anyone(stand, tmp_path, capsys):
    stand.to_card()
    stand.key(pygame.K_a)
    stand.wait(62)
    (day,) = json.loads((tmp_path / "stand.json").read_text("utf-8")).values()
    assert (day["begun"], day["finished"]) == (2, 1)
    assert sum(day["endings"].values()) == 1
    print_count(tmp_path)
    assert "begynt 2  fullført 1" in capsys.readouterr().out


def test_the_count_never_grows_beyond_two_months(tmp_path):
    first = date(2026, 1, 1)
    for day in range(KEPT_DAYS + 40):
        Tally(tmp_path, lambda day=day: first + timedelta(days=day)).begin()
    kept = read(tmp_path / "stand.json")
    assert len(kept) == KEPT_DAYS
    assert min(kept) == (first + timedelta(days=40)).isoformat()


BROKEN = ("", "[]", '{"2026-01-01": 3}', '{"2026-01-01": {"begun": "x"}}')


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_count_stops_nothing(tmp_path, content):
    (tmp_path / "stand.json").write_text(content, encoding="utf-8")
    stand = Stand(tmp_path)
    stand.to_card()
    assert stand.app.play.tally.begun == 1


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only another way")
def test_a_folder_that_is_a_file_stops_nothing(tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    stand = Stand(tmp_path / "taken")
    stand.to_card()
    assert isinstance(stand.scene, CardScene)


def test_the_players_own_game_and_settings_are_not_touched(tmp_path, monkeypatch):
    monkeypatch.setenv("KOMMUNESPILLET_HOME", str(tmp_path))
    stand = Stand(tmp_path / "stand")
    stand.to_card()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stand"]


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (1080, 1920)])
def test_everything_is_in_sight_at_once_on_the_screens_of_a_stand(tmp_path, size):
    stand = Stand(tmp_path, size)
    for _ in range(11):
        assert faults_of(stand.app.ui) == []
        assert not stand.app.ui.page_scrolls, stand.app.ui.tree()
        stand.key(pygame.K_a)
    assert isinstance(stand.scene, CardScene)
    assert not stand.app.ui.page_scrolls


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_large_text_reflows_in_every_language(tmp_path, language):
    stand = Stand(tmp_path, (1024, 768), language=language, text_scale=200)
    for _ in range(3):
        assert faults_of(stand.app.ui) == []
        stand.key(pygame.K_a)
    stand.to_card()
    assert faults_of(stand.app.ui) == []
