"""How far each tab of a plan is: an icon, and the same in words for tooltip and screen reader."""

from __future__ import annotations

from dragapp.plan.completeness import Completeness, state_of
from dragapp.plan.counted import counted
from dragapp.plan.section import State
from dragapp.ui.chapter_tab import ChapterTab
from dragapp.ui.completeness_list import PICTURES
from dragapp.ui.icons import icon
from dragapp.ui.plan_tabs import PlanTabs
from dragapp.ui.state_bar import STATE_NAMES


def show_states(tabs: PlanTabs, now: Completeness) -> None:
    """Show on the tabs what is filled in by now."""
    for place in range(tabs.count()):
        tab = tabs.widget(place)
        words = ""
        if tab is tabs.general:
            words = f"de completat: {', '.join(now.general)}" if now.general else "completat"
        elif isinstance(tab, ChapterTab):
            points = [point for point in now.points if point.chapter == tab.top]
            if points:
                state = state_of(points)
                tabs.setTabIcon(place, icon(PICTURES[state]))
                words = STATE_NAMES[state].lower()
                if state == State.TODO:
                    left = sum(bool(point.wants) for point in points)
                    words = f"{counted(left, 'punct', 'puncte')} de completat"
        if words:
            tabs.setTabToolTip(place, f"{tabs.tabText(place)} – {words}")
            tabs.tabBar().setAccessibleTabName(place, f"{tabs.tabText(place)}, {words}")
