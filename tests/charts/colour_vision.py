"""How far two colours are apart for eyes that tell fewer of them.

Simulation: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0, applied to
linear light. Distance: CIEDE2000, after Sharma, Wu and Dalal, "The CIEDE2000
Color-Difference Formula", Color Research and Application 30(1), 2005.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

USUAL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITANOPIA = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
TO_XYZ = (  # sRGB, white D65
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)


def seen(colour, eyes):
    """Return a hexadecimal colour as these eyes see it, in CIELAB."""
    light = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    shown = [min(max(part, 0), 1) for part in _times(eyes, light)]
    x, y, z = (
        _cube_root(part / white)
        for part, white in zip(_times(TO_XYZ, shown), WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other):
    """Return the CIEDE2000 distance of two colours in CIELAB."""
    (light, a, b), (light2, a2, b2) = one, other
    chroma7 = ((hypot(a, b) + hypot(a2, b2)) / 2) ** 7
    grey = 1.5 - sqrt(chroma7 / (chroma7 + 25**7)) / 2
    chroma, chroma2 = hypot(grey * a, b), hypot(grey * a2, b2)
    hue, hue2 = _angle(grey * a, b), _angle(grey * a2, b2)
    turn = (hue2 - hue + 180) % 360 - 180 if chroma * chroma2 else 0
    middle = _middle(hue, hue2, chroma * chroma2)
    mean_light, mean_chroma = (light + light2) / 2, (chroma + chroma2) / 2
    offset = (mean_light - 50) ** 2
    in_light = (light2 - light) / (1 + 0.015 * offset / sqrt(20 + offset))
    in_chroma = (chroma2 - chroma) / (1 + 0.045 * mean_chroma)
    in_hue = 2 * sqrt(chroma * chroma2) * sin(radians(turn / 2))
    in_hue /= 1 + 0.015 * mean_chroma * _weight(middle)
    blue = 30 * exp(-(((middle - 275) / 25) ** 2))
    mean7 = mean_chroma**7
    rotation = -2 * sqrt(mean7 / (mean7 + 25**7)) * sin(radians(2 * blue))
    squares = in_light**2 + in_chroma**2 + in_hue**2
    return sqrt(squares + rotation * in_chroma * in_hue)


def _linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _times(matrix, vector):
    return [sum(map(float.__mul__, map(float, row), vector)) for row in matrix]


def _cube_root(share):
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _angle(a, b):
    return degrees(atan2(b, a)) % 360


def _middle(hue, hue2, chromas):
    if not chromas:
        return hue + hue2
    if abs(hue - hue2) <= 180:
        return (hue + hue2) / 2
    return (hue + hue2 + 360) / 2 % 360


def _weight(hue):
    return (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
