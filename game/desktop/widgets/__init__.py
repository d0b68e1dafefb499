"""Every widget under one name, for scenes: `from game.desktop import widgets as w`."""

from game.desktop.widgets.base import Widget
from game.desktop.widgets.boxes import Column, Flow, Grid, Row, Spacer
from game.desktop.widgets.button import Button, IconButton
from game.desktop.widgets.card import Card
from game.desktop.widgets.chart import Chart
from game.desktop.widgets.frames import Fitting, Panel, Sized, Split, Stack
from game.desktop.widgets.inputs import Choice, Slider, Switch
from game.desktop.widgets.label import Divider, Icon, Label, Tag
from game.desktop.widgets.meter import Bar, Meter
from game.desktop.widgets.picture import Picture
from game.desktop.widgets.scroll import Scroll

__all__ = [
    "Bar",
    "Button",
    "Card",
    "Chart",
    "Choice",
    "Column",
    "Divider",
    "Fitting",
    "Flow",
    "Grid",
    "Icon",
    "IconButton",
    "Label",
    "Meter",
    "Panel",
    "Picture",
    "Row",
    "Scroll",
    "Sized",
    "Slider",
    "Spacer",
    "Split",
    "Stack",
    "Switch",
    "Tag",
    "Widget",
]
