"""The tabs of a plan: made when they are first looked at, and up to date with one another."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt

from dragapp.examples import example
from dragapp.plan.section import Section, State
from dragapp.ui.chapter_tab import ChapterTab
from dragapp.ui.section_editor import SectionEditor
from dragapp.ui.section_tree import SectionTree
from tests.ui.conftest import User

KEY = Qt.ItemDataRole.UserRole


def chapters(user: User) -> list[ChapterTab]:
    tabs = user.window.tabs
    assert tabs is not None
    every = (tabs.widget(place) for place in range(tabs.count()))
    return [tab for tab in every if isinstance(tab, ChapterTab)]


def holder(user: User, section: str) -> ChapterTab:
    tops = {
        each.key: top.key
        for top in user.plan.sections
        for each in top.walk()
        if each.key == section
    }
    return next(tab for tab in chapters(user) if tab.top == tops[section])


def listed(tree: SectionTree) -> dict[str, tuple[str, str]]:
    """Return the text and the tooltip of each listed section."""
    return {item.data(0, KEY): (item.text(0), item.toolTip(0)) for item in tree._items()}


def change(user: User, section: Section, **fields: object) -> None:
    session = user.window.session
    assert session is not None
    with session.act("schimbă", session.spot(section)) as edit:
        edit.set_section(section.id, **fields)


def test_the_list_of_another_tab_follows_a_state(piatra_neamt: User) -> None:
    tree = holder(piatra_neamt, "contracting").tree
    piatra_neamt.go("contracting")
    piatra_neamt.go("objectives-matrix")
    section = piatra_neamt.plan.section("contracting")
    before = listed(tree)
    other = State.TODO if section.state != State.TODO else State.DONE
    change(piatra_neamt, section, state=other)
    assert listed(tree)["contracting"] != before["contracting"]
    session = piatra_neamt.window.session
    assert session is not None
    session.undo()
    assert listed(tree) == before


def test_hiding_a_section_renumbers_the_list_and_the_one_being_edited(piatra_neamt: User) -> None:
    siblings = next(
        each.sections
        for each in piatra_neamt.plan.walk()
        if "existing-services" in [child.key for child in each.sections]
    )
    place = [child.key for child in siblings].index("existing-services")
    later = siblings[place + 1]
    editor = piatra_neamt.go(later.key)
    tree = holder(piatra_neamt, later.key).tree
    before, label = listed(tree), editor.label.text()
    assert before[later.key][0].startswith(label)
    change(piatra_neamt, siblings[place], hidden=True)
    assert editor.label.text() != label
    assert listed(tree)[later.key][0].startswith(editor.label.text())
    assert tree._items()[0].data(0, Qt.ItemDataRole.ForegroundRole) is None
    change(piatra_neamt, siblings[place], hidden=False)
    assert (listed(tree), editor.label.text()) == (before, label)
    assert tree.current() == later.key


def test_the_chosen_sections_stay_chosen(piatra_neamt: User) -> None:
    piatra_neamt.go("existing-services")
    tree = holder(piatra_neamt, "existing-services").tree
    current = tree.currentItem()
    assert current is not None
    for item in tree._items()[:4]:
        tree.setCurrentItem(current, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        item.setSelected(True)
    chosen = [section.key for section in tree.selected()]
    assert len(chosen) > 2
    piatra_neamt.do("state_none")
    assert [section.key for section in tree.selected()] == chosen
    tree.refresh()
    assert [section.key for section in tree.selected()] == chosen
    assert tree.current() == "existing-services"


def test_only_the_section_being_looked_at_has_an_editor(piatra_neamt: User) -> None:
    window = piatra_neamt.window
    assert window.tabs is not None
    assert window.tabs.findChildren(SectionEditor) == []
    piatra_neamt.go("existing-services")
    section = piatra_neamt.plan.section("proposed-services")
    change(piatra_neamt, section, state=State.NONE)
    session = window.session
    assert session is not None
    parent = next(each for each in piatra_neamt.plan.walk() if section in each.sections)
    with session.act("adaugă", session.spot(section)) as edit:
        edit.add_section(piatra_neamt.plan.id, parent.id, 0, Section("s-nou", "Punct nou"))
    piatra_neamt.settle()
    assert "s-nou" in listed(holder(piatra_neamt, "existing-services").tree)
    assert len(window.tabs.findChildren(SectionEditor)) == 1
    session.undo()
    piatra_neamt.settle()
    assert "s-nou" not in listed(holder(piatra_neamt, "existing-services").tree)
    editors = window.tabs.findChildren(SectionEditor)
    assert [editor.section.key for editor in editors] == ["proposed-services"]
    assert sum(tab.editor is not None for tab in chapters(piatra_neamt)) == 1


def test_another_plan_leaves_nothing_of_the_first_behind(piatra_neamt: User) -> None:
    window, session = piatra_neamt.window, piatra_neamt.window.session
    assert session is not None
    assert window.tabs is not None
    window.tabs.setCurrentWidget(window.tabs.decision)
    plan = example("draguseni-2024")
    with session.act("adaugă planul") as edit:
        made = edit.add_plan(plan)
    first = session.plan.id
    for chosen in (made, first, made):
        window.show_plan(chosen)
        window.tabs.setCurrentWidget(window.tabs.decision)
        piatra_neamt.settle()
        session.flush()
    assert session.plan.year == 2024
    assert "2024" in window.windowTitle()


def test_undoing_the_plan_on_screen_shows_another(piatra_neamt: User) -> None:
    window, session = piatra_neamt.window, piatra_neamt.window.session
    assert session is not None
    with session.act("adaugă planul") as edit:
        made = edit.add_plan(example("draguseni-2024"))
    window.show_plan(made)
    piatra_neamt.settle()
    piatra_neamt.do("undo")
    assert piatra_neamt.plan.year == 2021
    editor = piatra_neamt.go("existing-services")
    assert editor.section is piatra_neamt.plan.section("existing-services")
    assert "2021" in window.windowTitle()
