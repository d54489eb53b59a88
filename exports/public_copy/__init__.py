"""The public copy: every public view as plain pages that need no server of ours.

The same contents stand in the first paint of the dashboard, before its scripts ran.
"""
