"""What the pages of the pledge say.

The pledge is the project's own wording, no official text of the commission.
"""

from domain.bilingual import Bilingual
from domain.region import Region, RegionLevel

TITLE = Bilingual("Ikrar Kasih Suara", "Ikrar Kasih Suara")
PLEDGE = Bilingual(
    "Saya tidak akan membenci siapa pun karena pilihannya berbeda.",
    "I will not hate anybody for choosing differently.",
)
CHOOSE = Bilingual(
    "Ketuk kabupaten/kota Anda untuk berikrar.", "Tap your kab/kota to make the pledge."
)
NO_REGION = Bilingual(
    "Belum ada kabupaten/kota yang dapat dipilih.", "No kab/kota is stored yet."
)
PRIVACY = Bilingual(
    "Tanpa nama. Yang disimpan hanya jumlah ikrar per kabupaten/kota. Tanda acak yang"
    " mencegah ikrar ganda hanya berlaku satu hari.",
    "Without a name. Only the number of pledges per kab/kota is kept. A random mark"
    " that prevents double pledges is valid for one day only.",
)
ONCE_MORE = Bilingual(
    "Ikrar belum tercatat. Ketuk sekali lagi; bila berulang, izinkan kuki di peramban"
    " Anda.",
    "The pledge was not counted yet. Tap once more; if this comes again, allow cookies"
    " in your browser.",
)
THANKS = Bilingual("Terima kasih", "Thank you")
COUNTED = Bilingual(
    "Ikrar sampai saat ini: {count}, dari {regions} kabupaten/kota.",
    "Pledges up to now: {count}, from {regions} kab/kota.",
)
ONCE_A_DAY = Bilingual(
    "Satu perangkat dihitung satu kali sehari.", "One device counts once a day."
)
DASHBOARD = Bilingual("Buka Pantau Tahapan", "Open Pantau Tahapan")
OTHER_LANGUAGE = Bilingual("English", "Bahasa Indonesia")


def place(region: Region) -> str:
    """Return a kab/kota in full enough to tell Bima from Kota Bima."""
    is_regency = region.level is RegionLevel.REGENCY
    return f"Kab. {region.name}" if is_regency else region.title
