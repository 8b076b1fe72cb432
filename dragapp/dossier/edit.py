"""All changes that an action may make, in one class."""

from __future__ import annotations

from dragapp.dossier.edit_node import NodeEdit
from dragapp.dossier.edit_own import OwnEdit
from dragapp.dossier.edit_plan import PlanEdit
from dragapp.dossier.edit_section import SectionEdit
from dragapp.dossier.edit_table import TableEdit


class Edit(PlanEdit, SectionEdit, TableEdit, NodeEdit, OwnEdit):
    """The changes of one action, by row ids; `touched` says what they touched.

    Wrong arguments raise LookupError (no such row), ValueError (does not fit) or TypeError (no
    such field); what SQLite refuses leaves the action as StorageError.
    """
