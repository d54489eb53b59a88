"""Rules of elections and of party verification, in plain Python."""
