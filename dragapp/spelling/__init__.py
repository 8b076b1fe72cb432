"""Spelling: Hunspell dictionaries read, Romanian text cut into words, suggestions made."""
