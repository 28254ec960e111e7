"""Who speaks in a transcript: labels on lines of their own, and run on inside a paragraph."""

from __future__ import annotations

from verbale.clean import furniture
from verbale.document import Document, Source
from verbale.layers import PARAGRAPHS, TURNS


def turns(text: str) -> list[tuple[str, str, str]]:
    document = Document(text, Source("a.txt"))
    furniture.annotate(document)
    return [
        (text[t.label_start : t.label_end].rstrip(":"), t.role, text[t.start : t.end])
        for t in document.get(TURNS)
    ]


def test_labels_at_line_starts() -> None:
    text = (
        "Press Conference\n\nPRESIDENT MAREN:  The pier is open to all.\n\nQ    Since when, please?\n\n"
        "PRESIDENT MAREN:  Since this morning, and it stays so.\n\nEND 5:03 P.M."
    )
    assert turns(text) == [
        ("PRESIDENT MAREN", "speaker", "The pier is open to all."),
        ("Q", "journalist", "Since when, please?"),
        ("PRESIDENT MAREN", "speaker", "Since this morning, and it stays so."),
    ]


def test_labels_run_on_inside_a_paragraph() -> None:
    text = (
        "President of Avaria Ilse Maren: Welcome to the old harbour. I am glad that you came. "
        "President of Orvenia Kao Denshi (retranslated): Thank you. Our ferry took nine hours: a "
        "record. Question: Will there be a second line? Ilse Maren: We shall see in spring. "
        "Kao Denshi: In spring, yes."
    )
    assert turns(text) == [
        (
            "President of Avaria Ilse Maren",
            "speaker",
            "Welcome to the old harbour. I am glad that you came.",
        ),
        (
            "President of Orvenia Kao Denshi (retranslated)",
            "speaker",
            "Thank you. Our ferry took nine hours: a record.",
        ),
        ("Question", "journalist", "Will there be a second line?"),
        ("Ilse Maren", "speaker", "We shall see in spring."),
        ("Kao Denshi", "speaker", "In spring, yes."),
    ]


def test_colons_of_prose_are_no_labels() -> None:
    text = (
        "The ministers met on Monday. Three points were settled: the ferry, the pier, the light. "
        "Foreign Minister Velde: a man of few words. Then they parted. The Harbour Office: shut."
    )
    assert turns(text) == []


def test_a_heading_may_run_into_the_label() -> None:
    text = (
        "Jan Holt held talks with Ilse Maren in Szohod. Beginning of Bordurian-Avarian talks "
        "President of Borduria Jan Holt: Madam President, welcome. We have much to do. "
        "President of Avaria Ilse Maren Maren IlsePresident of Avaria: Thank you. "
        "Jan Holt: Let us begin."
    )
    found = [(label.split()[-1], words) for label, _, words in turns(text)]
    assert found == [
        ("Holt", "Madam President, welcome. We have much to do."),
        ("Avaria", "Thank you."),
        ("Holt", "Let us begin."),
    ]


def test_an_office_told_of_is_no_label() -> None:
    assert turns("This was said by President of Borduria Jan Holt: We shall see.") == []


def test_a_narrators_paragraph_ends_a_turn() -> None:
    text = (
        "Daily Courier: Will the road open?\n\nOtto Lind: It will open.\n\n"
        "Trade Minister Rolf Brand joined the morning programme of a radio station.\n\n"
        "Press: Is the road ready?\n\nRolf Brand: We hope so."
    )
    found = [(label, words) for label, role, words in turns(text) if role == "speaker"]
    assert found == [("Otto Lind", "It will open."), ("Rolf Brand", "We hope so.")]


def test_who_only_asks_interviews() -> None:
    text = (
        "Anna Verne: What of the road?\n\nMinister Brand: It opens.\n\n"
        "Anna Verne: And the river?\n\nMinister Brand: It is calm."
    )
    assert [role for _, role, _ in turns(text)] == ["journalist", "speaker"] * 2


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "We have come to this old hall to speak of\nthe river that joins our two countries, the\n"
        "Republic of Avaria and the Kingdom of Borduria.\nIt has carried grain and timber for as long as\n"
        "anybody remembers, and it must carry more. We\nshall keep it open.\n"
        "Then there is the road across the mountains,\nwhich the snow closes for half of every year, as\n"
        "President Maren knows better than any of us.\nIt needs a tunnel.\n"
    )
    document = Document(wrapped, Source("a.txt"))
    furniture.annotate(document)
    found = [wrapped[p.start : p.end] for p in document.get(PARAGRAPHS)]
    assert [f.split()[-1] for f in found] == ["open.", "tunnel."]


def test_a_sentence_with_a_colon_introduces_a_voice() -> None:
    text = (
        "President Maren posted on the net about the pier:\n\nI had it mended. It is open.\n\n"
        "Minister Velde published a list of piers.\n\n"
        "Before leaving, Minister Velde told Harbour Radio that: I will count them. They are ten."
    )
    assert turns(text) == [
        ("President Maren", "speaker", "I had it mended. It is open."),
        ("Minister Velde", "speaker", "I will count them. They are ten."),
    ]


def test_news_of_an_official_ends_a_turn_in_a_compilation() -> None:
    text = (
        "Minister Velde answered questions about the pier.\n\nPress: Is it open?\n\n"
        "Minister Velde: It is open.\n\nIt is safe as well.\n\n"
        "Deputy Minister Quill convened a round table on piers.\n\n"
        "Press: And the light?\n\nMinister Velde: It shines."
    )
    assert [words for _, role, words in turns(text) if role == "speaker"] == [
        "It is open.\n\nIt is safe as well.",
        "It shines.",
    ]


def test_quotations_behind_their_topic_are_its_subjects() -> None:
    text = (
        "Minister Velde discussed the pier and the U.S. ferries.\n\n"
        "“The pier is open, and it stays open.”\n\n“The ferries are late again this year.”\n\n"
        "Minister Quill also addressed the light: “It shines for every ship.”\n\n"
        "The harbour was full."
    )
    assert [(label, words) for label, _, words in turns(text)] == [
        ("Minister Velde", "“The pier is open, and it stays open.”"),
        ("Minister Velde", "“The ferries are late again this year.”"),
        ("Minister Quill", "“It shines for every ship.”"),
    ]


def test_words_passed_on_are_whose_they_are() -> None:
    text = (
        "The Harbour Office reposted a message from Minister Ada Velde on the U.S. ferries:\n\n"
        "They are late again. We shall see."
    )
    assert turns(text) == [("Minister Ada Velde", "speaker", "They are late again. We shall see.")]


def test_an_introduced_quotation_ends_with_its_marks() -> None:
    text = (
        "President Maren said on Monday:\n\n“The pier is open.\n\n“So is the light.”\n\n"
        "The harbour was full."
    )
    assert turns(text) == [
        ("President Maren", "speaker", "“The pier is open.\n\n“So is the light.”"),
    ]


def test_accounts_and_lists_are_introduced_as_nobodys_words() -> None:
    text = (
        "The readout of the Harbour Office states:\n\nThe ministers met.\n\n"
        "The two sides agreed on three points:\n\nThe pier, the ferry and the light."
    )
    assert turns(text) == []
