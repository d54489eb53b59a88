from charts.typeface import text_width, widest


def test_wide_letters_take_more_room_than_narrow_ones():
    assert text_width("mmm", 14) > 3 * text_width("i", 14)


def test_width_grows_with_the_size():
    assert text_width("Masa tenang", 28) == 2 * text_width("Masa tenang", 14)


def test_a_letter_outside_the_table_has_a_width():
    assert text_width("–", 10) > 0


def test_the_widest_of_no_texts_is_nothing():
    assert widest([], 14) == 0
    assert widest(["Bima", "Kota Mataram"], 14) == round(text_width("Kota Mataram", 14))
