"""What the pages around signing in say."""

from data_access.attempts import WRONG_BEFORE_LOCKED, Refusal
from domain.bilingual import Bilingual
from domain.password import LONGEST, SHORTEST, PasswordFault
from web.provider_trouble import Trouble

SIGN_IN = Bilingual("Masuk", "Sign in")
FOR_STAFF = Bilingual(
    "Untuk petugas KPU. Halaman publik terbuka bagi siapa pun tanpa masuk.",
    "For staff of the commission. Public pages are open to everybody without it.",
)
WITH_OFFICE = Bilingual("Masuk dengan akun kantor", "Sign in with an office account")
AGAIN_AT_OFFICE = Bilingual(
    "Coba lagi dengan akun kantor", "Try again with an office account"
)
OR_PASSWORD = Bilingual(
    "Atau masuk dengan nama pengguna dan kata sandi.",
    "Or sign in with a user name and a password.",
)
TO_SIGN_IN = Bilingual("Ke halaman masuk", "To the sign-in page")
NAME = Bilingual("Nama pengguna", "User name")
PASSWORD = Bilingual("Kata sandi", "Password")

ACCOUNT = Bilingual("Akun Anda", "Your account")
SIGNED_IN_AS = Bilingual("Anda masuk sebagai {name}.", "You are signed in as {name}.")
SIGN_OUT = Bilingual("Keluar", "Sign out")
EVERYWHERE = Bilingual("Keluar dari semua perangkat", "Sign out on every device")

CHANGE = Bilingual("Ganti kata sandi", "Change password")
MUST_CHANGE = Bilingual(
    "Kata sandi Anda dibuatkan oleh administrator. Gantilah sebelum melanjutkan.",
    "Your password was chosen by an administrator. Change it before you go on.",
)
PRESENT = Bilingual("Kata sandi sekarang", "Present password")
NEW = Bilingual("Kata sandi baru", "New password")
AGAIN = Bilingual("Ulangi kata sandi baru", "New password again")
RULE = Bilingual(
    f"{SHORTEST} sampai {LONGEST} karakter dan bukan nama Anda. Rangkaian beberapa kata"
    " mudah diingat dan sulit ditebak.",
    f"{SHORTEST} to {LONGEST} characters and not your name. A few words in a row are"
    " easy to remember and hard to guess.",
)
ENDS_SESSIONS = Bilingual(
    "Sesi Anda di perangkat lain akan berakhir.",
    "Your sessions on other devices will end.",
)
NOT_THE_SAME = Bilingual(
    "Kedua kata sandi baru tidak sama.", "The two new passwords are not the same."
)
BACK = Bilingual("Kembali", "Back")

REFUSED = {
    Refusal.WRONG: Bilingual(
        "Nama pengguna atau kata sandi salah.", "User name or password is wrong."
    ),
    Refusal.LOCKED: Bilingual(
        f"Nama ini terkunci setelah {WRONG_BEFORE_LOCKED} kali kata sandi salah, paling"
        " lama sehari. Administrator dapat membukanya.",
        f"This name is locked after {WRONG_BEFORE_LOCKED} wrong passwords, for a day at"
        " most. An administrator can unlock it.",
    ),
    Refusal.DELAYED: Bilingual(
        "Terlalu banyak percobaan dari jaringan Anda. Coba lagi dalam {seconds} detik.",
        "Too many attempts from your network. Try again in {seconds} seconds.",
    ),
    Refusal.DISABLED: Bilingual(
        "Akun ini dinonaktifkan. Hubungi administrator.",
        "This account is disabled. Ask an administrator.",
    ),
    Refusal.UNKNOWN: Bilingual(
        "Akun kantor ini belum terdaftar di Pantau Tahapan. Sampaikan kepada"
        " administrator: {account}",
        "This office account is not registered in Pantau Tahapan. Tell an"
        " administrator: {account}",
    ),
    Refusal.UNVERIFIED: Bilingual(
        "Layanan akun kantor belum memastikan bahwa alamat surel {account} milik Anda."
        " Pastikan alamat itu di sana, lalu masuk sekali lagi.",
        "The office's sign-in service has not verified that the e-mail address"
        " {account} is yours. Verify it there, then sign in again.",
    ),
}
TROUBLE = {
    Trouble.AWAY: Bilingual(
        "Layanan akun kantor sedang tidak menjawab. Coba lagi sebentar lagi.",
        "The office's sign-in service does not answer at the moment. Please try again"
        " shortly.",
    ),
    Trouble.STALE: Bilingual(
        "Proses masuk ini sudah kedaluwarsa atau dimulai di peramban lain. Mulailah"
        " sekali lagi.",
        "This sign-in has expired or was begun in another browser. Please start again.",
    ),
    Trouble.DECLINED: Bilingual(
        "Anda tidak jadi masuk dengan akun kantor.",
        "You did not go on signing in with an office account.",
    ),
    Trouble.UNSOUND: Bilingual(
        "Jawaban layanan akun kantor tidak dapat diterima. Hubungi administrator.",
        "The answer of the office's sign-in service cannot be accepted. Ask an"
        " administrator.",
    ),
}
SIGNED_OUT = Bilingual("Anda sudah keluar", "You are signed out")
OUT_THERE_TOO = Bilingual(
    "Sesi Anda di sini sudah berakhir. Selanjutnya sesi akun kantor Anda juga"
    " diakhiri.",
    "Your session here has ended. Next, that of your office account ends.",
)
END_THERE = Bilingual(
    "Akhiri sesi akun kantor", "End the session of the office account"
)
STILL_IN_THERE = Bilingual(
    "Sesi Anda di sini sudah berakhir, tetapi layanan akun kantor sedang tidak"
    " menjawab: akun kantor Anda mungkin masih terbuka di peramban ini.",
    "Your session here has ended, but the office's sign-in service does not answer:"
    " your office account may still be open in this browser.",
)
WRONG_PRESENT = Bilingual(
    "Kata sandi sekarang salah.", "The present password is wrong."
)
WEAK = {
    PasswordFault.TOO_SHORT: Bilingual(
        f"Kata sandi baru kurang dari {SHORTEST} karakter.",
        f"The new password has fewer than {SHORTEST} characters.",
    ),
    PasswordFault.TOO_LONG: Bilingual(
        f"Kata sandi baru lebih dari {LONGEST} karakter.",
        f"The new password has more than {LONGEST} characters.",
    ),
    PasswordFault.IS_THE_NAME: Bilingual(
        "Kata sandi baru sama dengan nama Anda.", "The new password is your name."
    ),
    PasswordFault.IS_THE_SAME: Bilingual(
        "Kata sandi baru sama dengan yang lama.",
        "The new password is the same as the old one.",
    ),
}
FORM_REFUSED = Bilingual(
    "Formulir ini tidak diterima. Buka halamannya sekali lagi, lalu ulangi.",
    "This form was not accepted. Open its page once more and try again.",
)
DATABASE_AWAY = Bilingual(
    "Basis data sedang tidak menjawab. Coba lagi sebentar lagi.",
    "The database does not answer at the moment. Please try again shortly.",
)
