"""What kind of text it is: by title, by shape, by voice. The texts are made up."""

from __future__ import annotations

import pytest

from verbale.document import Document, Source
from verbale.layers import GENRE, RECORDS
from verbale.pipeline import BEFORE_THE_READER

MARO = "Office of the President of Varona"
CALL = (
    "President Ilan Maro of Varona had a telephone conversation with Premier Ote Lind of Zemlia. "
)
DETAIL = "The leaders reviewed work on the canal and exchanged views on fisheries. "
SIDES = "PRESIDENT MARO:  Welcome to Port Vara.\n\nPREMIER LIND:  Thank you for the reception.\n\n"
ASKED = "Q    Will it open?\n\nPRESIDENT MARO:  It will.\n\nQ    And the tariffs?\n\nPREMIER LIND:  They end.\n\n"
COMING = "On March 9, Ilan Maro will hold talks with Ote Lind"
OPINION = (
    "The canal is the artery of the region. Its closure would harm both economies at once. "
    "Neither shore can prosper while the other is poor. History offers lessons in plenty here. "
    "Three wars were fought over these narrow waters. Every one of them ended in exhaustion. "
    "The path of cooperation is longer but sure. Trust grows slowly and breaks very quickly. "
    "Both peoples deserve leaders of some patience. Only dialogue can secure the common future. "
    "A narrow view of interest serves nobody well. "
)
NEWS = (
    'VARA, March 3 (Varona Press) -- President Ilan Maro said on Tuesday that the canal will open. "We '
    'are ready," he told reporters. Premier Ote Lind announced a visit. He said talks go on. '
)


def genre(text: str, title: str | None = None, publisher: str | None = None) -> str:
    document = Document(text, Source("given", title=title, publisher=publisher, date="2021-03-04"))
    document.put(RECORDS, ())
    for step in BEFORE_THE_READER:
        step(document)
    return document.get(GENRE)[0].code


@pytest.mark.parametrize(
    ("wanted", "text", "title", "publisher"),
    [
        ("readout", CALL + DETAIL, "Telephone conversation with Premier of Zemlia Ote Lind", MARO),
        ("readout", CALL + DETAIL, "Canal to open in spring", MARO),
        ("readout", CALL + DETAIL, "Readout of President Maro’s Call with Premier Lind", None),
        ("readout", CALL + DETAIL, "Statement by Spokesperson Ana Rell on the President’s Call", MARO),
        ("report", CALL + DETAIL, "Canal to open in spring", "Varona News"),
        ("report", "The canal must be open, said Ote Lind.", "After talks with Varona, all is open - Ote Lind", MARO),
        ("report", COMING + " in Vara.", COMING, MARO),
        ("statement", "Ilan Maro will hold a call with Ote Lind.", "Statement by Ana Rell on the Coming Call", MARO),
        ("statement", "I spoke with Ote Lind. I condemn it.", "Statement by Ilan Maro on His Call", MARO),
        ("joint-statement", CALL + DETAIL, "Varona-Zemlia Joint Leaders’ Statement", MARO),
        ("transcript", SIDES, "Remarks by President Maro and Premier Lind Before Bilateral Meeting", MARO),
        ("transcript", SIDES + ASKED, "Remarks by President Maro and Premier Lind Before Bilateral Meeting", MARO),
        ("press-conference", SIDES + ASKED, "President Maro and Premier Lind in Port Vara", MARO),
        ("press-conference", SIDES, "Joint press conference with Premier Lind", MARO),
        ("speech", "Ladies and gentlemen! Our canal is open. We thank our friends.", "Our canal is open", MARO),
        ("statement", "We, the two governments, open our canal. Our peoples will share it with us.", None, None),
        ("log", CALL + DETAIL, "Varona-Zemlia relations log, 2021-03-04", None),
        ("commentary", OPINION, "Waters that bind", None),
        ("commentary", OPINION, "Article by Ilan Maro for the Zemlia Courier", MARO),
        ("report", NEWS * 3, "Varona to open canal", None),
    ],
)  # fmt: skip
def test_genre(wanted: str, text: str, title: str | None, publisher: str | None) -> None:
    assert genre(text, title, publisher) == wanted
