"""The Windows installer, made, checked and tested on Linux. Not part of the installed program."""
