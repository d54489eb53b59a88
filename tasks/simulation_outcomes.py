"""What is known of the verification in NTB, and the outcomes made to agree with it."""

from datetime import date

PARLIAMENTARY = (
    "pkb", "gerindra", "pdip", "golkar", "nasdem", "pks", "pan", "demokrat", "ppp",
)  # fmt: skip
"""Parties of the DPR of 2019 to 2024: administrative verification only."""

WITHOUT_CORRECTION = ("parsindo", "republik", "republiku", "republik-satu")
"""Parties that handed in no, or incomplete, corrections by 28 September 2022."""

FAILED_ADMINISTRATIVE = {
    "prima": ("52.01", "52.04", "52.08", "52.72"),
    "pkp": ("52.02", "52.03", "52.05", "52.06", "52.71"),
}
"""Parties found TMS on 14 October 2022, with the kab/kota they are made to fail in."""

REGIONS = (
    "52.01", "52.02", "52.03", "52.04", "52.05",
    "52.06", "52.07", "52.08", "52.71", "52.72",
)  # fmt: skip
"""The ten kab/kota of NTB, in the order of the letters below."""

FIRST_ROUND = {
    "buruh": "MMMMBBMMBM",
    "gelora": "MMMMBMMMMM",
    "pkn": "MBMBMMMB-M",
    "hanura": "MMBMBMMMBM",
    "garuda": "MBMMMBBMBM",
    "pbb": "MMBMMMMBBM",
    "psi": "MBBBMMMBBM",
    "perindo": "MBBBMMMBMM",
    "ummat": "MBBMBBBMBM",
}
"""Verdict of each kab/kota in the first factual round: M is MS, B is BMS, - no sample.

Known: Gelora needed no correction and the other eight did; Perindo corrected in Lombok
Utara, Lombok Tengah, Lombok Timur and Sumbawa, Ummat in six with Mataram; six parties
became MS in Mataram only by correction, PKN never did. The rest is made up.
"""

FACTUAL_PARTIES = tuple(FIRST_ROUND)
"""The nine parties that went through factual verification."""

CORRECTION_FAILED = frozenset(
    {("garuda", "52.06"), ("pkn", "52.08"), ("psi", "52.02"), ("ummat", "52.07")}
)
"""Corrections made to end TMS; every party still reaches 8 kab/kota."""

MATARAM = "52.71"
MATARAM_SAMPLE = 1_789
"""Members sampled in Kota Mataram, over eight parties."""

MATARAM_VISITED = 600
"""Members visited there by `MATARAM_REPORTED_ON`, about."""

MATARAM_REPORTED_ON = date(2022, 10, 27)

PERINDO_CORRECTION_SAMPLE = 1_070
"""Members sampled for Perindo's corrections in four kab/kota together."""

NO_SAMPLE = ("pkn", MATARAM)
"""PKN is missing from every list of Mataram."""


def verdict_letter(party: str, region: str) -> str:
    """Return the letter of a party's first factual round in a kab/kota."""
    return FIRST_ROUND[party][REGIONS.index(region)]
