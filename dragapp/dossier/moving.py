"""*Mută pe alt calculator*: a dossier, its safety copies and settings in one file, and out again."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from dragapp.dossier.backup import copy_database, failing, verify
from dragapp.dossier.backup_name import SUFFIX, Backup, backup_name
from dragapp.dossier.durable import (
    SIDES,
    digest,
    put,
    put_new,
    read_chunks,
    remove,
    sync,
    temporary_folder,
    write_new,
)
from dragapp.dossier.file_names import safe_name
from dragapp.dossier.opening import connect
from dragapp.dossier.package import SETTINGS, Manifest, Package, write_package
from dragapp.dossier.reading import read_entries
from dragapp.dossier.shelf import Shelf
from dragapp.errors import BackupError, DossierError, PackageError, cause, named
from dragapp.progress import Progress, silent
