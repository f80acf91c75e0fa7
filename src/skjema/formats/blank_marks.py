"""Letters that draw a place to fill in: a line of underscores or points, a box to tick; the same in Word and in PDF."""

import re

BLANK = re.compile(r"_{3,}|\.{5,}|(?:\u2026\s*){2,}|-{6,}")
BOX = re.compile(r"[\u2610\u25a1\u25fb\u25a2\u274f\u2751\uf06f\uf0a8\uf071]|\[ {0,3}\]|\( {0,3}\)")
