"""The framework models that come with the program."""

from __future__ import annotations

from functools import cache

from dragapp import resources
from dragapp.plan.form import Form, load_form


@cache
def forms() -> tuple[Form, ...]:
    """Return every form, the one longest in force first; raise FormError for a broken one."""
    paths = sorted(resources.folder("forms").glob("*.toml"))
    return tuple(sorted(map(load_form, paths), key=lambda form: form.valid_from))


def current_form() -> Form:
    """Return the form that a new plan is made with: the newest; raise FormError as `forms`."""
    return forms()[-1]
