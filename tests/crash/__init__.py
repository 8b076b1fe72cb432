"""A program that kills a working program at random moments and looks at what the file then holds.

Promise 3: killing the program loses at most the action under way. `python -m tests.crash 200`.
"""
