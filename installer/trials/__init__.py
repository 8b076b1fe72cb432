"""What a user does with the installer and the installed program, done under Wine.

Run by `installer/test`. Each module has a Windows of its own.
"""
