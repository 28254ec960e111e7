"""Who said what in sentences of our own: cues, how far what is said goes, manner, whose voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verbale.records import Record, Statement

MAREN, HOLT, LIND = "person:ilse-maren", "person:jan-holt", "person:otto-lind"
OPENING = "President of Avaria Ilse Maren had a phone call with President of Borduria Jan Holt. "
Said = Callable[..., list[Statement]]


@pytest.fixture
def said(read_records: Callable[..., list[Record]]) -> Said:
    """`said(text, title=None, publisher=None)`: the statements of a text."""

    def statements(
        text: str, title: str | None = None, publisher: str | None = None
    ) -> list[Statement]:
        found = read_records(text, Statement, publisher, title)
        return [r for r in found if isinstance(r, Statement)]

    return statements


def words(statement: Statement) -> str:
    return " … ".join(e.quote for e in statement.content)


def who(statement: Statement) -> list[str]:
    return [a.id for a in statement.speakers]


def test_a_cue_takes_a_clause_or_a_thing(said: Said) -> None:
    found = said(
        OPENING
        + "Ilse Maren stressed that the northern ports must reopen. "
        + "Jan Holt noted the importance of keeping the grain routes safe. "
        + "Jan Holt called for an early truce on the river.",
        "Phone call with President of Borduria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "the northern ports must reopen"),
        ([HOLT], "the importance of keeping the grain routes safe"),
        ([HOLT], "an early truce on the river"),
    ]
    assert {s.manner for s in found} == {"indirect"}


def test_topics_acts_and_possibilities_are_no_statements(said: Said) -> None:
    found = said(
        OPENING
        + "They discussed the grain routes and exchanged views on the river. "
        + "The presidents agreed to meet again in the autumn. "
        + "Ilse Maren did not say that the port would close. "
        + "Jan Holt may announce that the road is open.",
        "Phone call with President of Borduria",
    )
    assert found == []


def test_coordinated_cues_are_two(said: Said) -> None:
    found = said(
        OPENING
        + "Ilse Maren thanked Jan Holt for the shelter given to refugees "
        + "and stressed that the winter would be hard.",
        "Phone call with President of Borduria",
    )
    assert [words(s) for s in found] == [
        "the shelter given to refugees",
        "the winter would be hard",
    ]
    assert found[0].addressee is not None
    assert found[0].addressee.id == HOLT


def test_a_participle_is_a_cue_of_its_own(said: Said) -> None:
    found = said(
        OPENING + "Jan Holt said that the talks had been useful, adding that Borduria wants peace.",
        "Phone call with President of Avaria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([HOLT], "the talks had been useful"),
        ([HOLT], "Borduria wants peace"),
    ]


def test_what_goes_on_without_a_cue_belongs_to_it(said: Said) -> None:
    found = said(
        OPENING
        + "Ilse Maren said that the river is the lifeline of both countries. "
        + "Its locks are old and need repair. Avaria hopes that work will begin soon. "
        + "The presidents discussed trade.",
        "Phone call with President of Borduria",
    )
    (one,) = found
    assert words(one).startswith("the river is the lifeline")
    assert words(one).endswith("Avaria hopes that work will begin soon.")


def test_a_new_paragraph_is_the_narrators(said: Said) -> None:
    found = said(
        "SZOHOD, May 3 -- President Jan Holt said the road to Avaria is open.\n\n"
        "The road is a major link between the two countries and is used by many traders.",
    )
    assert [words(s) for s in found] == ["the road to Avaria is open"]


def test_a_quotation_before_its_cue_is_direct(said: Said) -> None:
    found = said(
        OPENING
        + '"The bridge is ready. We will open it together," Jan Holt said. '
        + "The presidents discussed trade.",
        "Phone call with President of Avaria",
    )
    assert [(who(s), s.manner, words(s)) for s in found] == [
        ([HOLT], "direct", "The bridge is ready. We will open it together")
    ]


def test_a_quoted_clause_makes_it_mixed_and_a_term_does_not(said: Said) -> None:
    found = said(
        OPENING
        + 'Ilse Maren said that the bridge "will stand for a hundred years" and more. '
        + 'Jan Holt praised the "spirit of Szohod" in trade.',
        "Phone call with President of Borduria",
    )
    assert [s.manner for s in found] == ["mixed", "indirect"]


def test_both_sides_speak_jointly(said: Said) -> None:
    found = said(
        OPENING
        + "Both sides welcomed the progress in trade. "
        + "It was emphasised that the river treaty remains in force.",
        "Phone call with President of Borduria",
        "President of Avaria",
    )
    assert [(s.manner, len(s.speakers)) for s in found] == [("joint", 2), ("joint", 2)]
    assert words(found[1]) == "the river treaty remains in force"


def test_what_is_said_may_stand_first(said: Said) -> None:
    found = said(
        "Avaria is ready to open the road, Ilse Maren said, adding that the works are done.\n\n"
        "According to Jan Holt, the river is calm.",
        "Avaria's president Ilse Maren on the road",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "Avaria is ready to open the road"),
        ([MAREN], "the works are done"),
        ([HOLT], "the river is calm"),
    ]


def test_turns_are_direct_and_hold_what_others_said(said: Said) -> None:
    found = said(
        "PRESIDENT MAREN: Good morning to all of you here. We urge all sides to be calm. "
        "President Lind said last week that Carpania will send ships.\n\n"
        "PRESIDENT HOLT: Thank you very much for coming here today.\n\n"
        "Q: The Carpanian president warned that the ships are late. What do you say?\n\n"
        "PRESIDENT HOLT: We are not worried about that at all.",
        "Remarks by President Ilse Maren of Avaria and President Jan Holt of Borduria",
    )
    turns = [s for s in found if s.manner == "direct"]
    assert [who(s) for s in turns] == [[MAREN], [HOLT], [HOLT]]
    reported = [(who(s), words(s)) for s in found if s.manner != "direct"]
    assert reported == [
        ([LIND], "Carpania will send ships"),
        ([LIND], "the ships are late"),
    ]


def test_a_speech_is_no_statement_but_its_performatives(said: Said) -> None:
    found = said(
        "Mr. President, the world is at a turning point. We believe in peace. "
        "We call on all states to keep the treaty. I think of the children.",
        "Statement by President Ilse Maren of Avaria at the general debate",
        "President of Avaria",
    )
    assert [(s.manner, words(s)) for s in found] == [("direct", "all states to keep the treaty")]


def test_thoughts_and_notices_of_ones_own_turn_are_the_turns(said: Said) -> None:
    found = said(
        "PRESIDENT MAREN: We noted the report of yesterday. We believe that it is wrong. "
        "We have told the Bordurian side that the river must stay open.\n\n"
        "PRESIDENT HOLT: You mentioned that the locks are old.",
        "Remarks by President Ilse Maren of Avaria and President Jan Holt of Borduria",
    )
    assert [(who(s), words(s)) for s in found if s.manner != "direct"] == [
        (["XAV"], "the river must stay open"),
        ([MAREN], "the locks are old"),
    ]


def test_words_within_a_quotation_are_not_cues_of_the_narrators(said: Said) -> None:
    found = said(
        OPENING
        + '"We hope that the bridge, as I have said many times, will open in spring. '
        + 'We will see to it," Ilse Maren stressed.',
        "Phone call with President of Borduria",
    )
    (one,) = found
    assert (who(one), one.manner) == ([MAREN], "direct")
    assert words(one).startswith("We hope that the bridge")
    assert words(one).endswith("We will see to it")


def test_a_verb_shares_the_modal_of_its_neighbour(said: Said) -> None:
    found = said(
        "President Ilse Maren will speak with President Jan Holt on Friday. "
        "Ilse Maren will underscore her concern and reaffirm the support of Avaria for the treaty.",
        "Upcoming call with President Jan Holt of Borduria",
    )
    assert found == []


def test_clauses_parted_by_semicolons_are_apart(said: Said) -> None:
    found = said(
        OPENING
        + "The presidents reaffirmed their support for the treaty; noted that trade has grown; "
        + "called on all states to join it.",
        "Phone call with President of Borduria",
    )
    assert [words(s) for s in found] == [
        "their support for the treaty",
        "trade has grown",
        "all states to join it",
    ]


def test_an_aside_is_cut_out_of_what_is_said(said: Said) -> None:
    found = said(
        "The works on the road, as Jan Holt noted, are nearly done.",
        "Jan Holt of Borduria on the road",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([HOLT], "The works on the road … are nearly done"),
    ]


def test_a_spokesperson_taken_up_again_is_who_spoke_last(said: Said) -> None:
    found = said(
        "The Bordurian foreign ministry said the bridge is safe.\n\n"
        "The road is closed for a week, the spokesperson added.",
        "Borduria on bridge and road",
    )
    assert [who(s) for s in found] == [["XBO"], ["XBO"]]


def test_every_content_rests_on_the_text(said: Said) -> None:
    text = OPENING + "“We must act,” said Jan Holt. 𝔸 He urged Avaria to act “at once”."
    for statement in said(text, "Phone call with President of Avaria"):
        for e in (*statement.content, *statement.evidence):
            assert text[e.start : e.end] == e.quote


def test_a_quotation_goes_on_over_sentences_and_paragraphs(said: Said) -> None:
    found = said(
        OPENING + "Ilse Maren told Jan Holt that “the road must stay open. It feeds two towns.” "
        "They also spoke of the harbour.\n\n"
        "“The road is ours. We built it,” the President said.\n\n"
        "Jan Holt said: “Nobody closes it.\n\n“It will stay as it is.”",
        "Phone call with President of Borduria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "the road must stay open. It feeds two towns."),
        ([MAREN], "The road is ours. We built it"),
        ([HOLT], "Nobody closes it. … It will stay as it is."),
    ]


def test_words_that_the_narrator_introduces_are_direct(said: Said) -> None:
    found = said(
        "President Holt of Borduria posted about the road with Avaria:\n\n"
        "I had a good call. We keep the road open.\n\n"
        "President Maren of Avaria answered questions in Port Aven. "
        "She told the press that the road was safe.",
        "Borduria and Avaria, log of 4 May 2023",
    )
    assert [(who(s), s.manner, words(s)) for s in found] == [
        ([HOLT], "direct", "I had a good call. We keep the road open."),
        ([MAREN], "indirect", "the road was safe"),
    ]


def test_an_official_without_a_name_speaks_for_who_publishes(said: Said) -> None:
    found = said(
        "SENIOR ADMINISTRATION OFFICIAL:  Thank you all for coming to this briefing today.\n\n"
        "Q    What of the road?\n\n"
        "SENIOR ADMINISTRATION OFFICIAL:  The road stays open all summer, as we said before.",
        "Background press call",
        "Government of Avaria",
    )
    assert [who(s) for s in found] == [["XAV"], ["XAV"]]


def test_a_tag_names_who_speaks_though_another_was_told_of(said: Said) -> None:
    found = said(
        OPENING + "Ilse Maren noted that part of the bridge will be mended. The rest will be ready "
        "in May, said President of Carpania Otto Lind. According to him, the road opens in June.",
        "Phone call with President of Borduria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "part of the bridge will be mended"),
        ([LIND], "The rest will be ready in May"),
        ([LIND], "the road opens in June"),
    ]


def test_what_a_clause_tells_behind_a_comma_is_no_saying(said: Said) -> None:
    found = said(
        OPENING + "Ilse Maren said that ten years ago, Avaria and Borduria concluded a long war. "
        "These remarks were also posted by Borduria.",
        "Phone call with President of Borduria",
    )
    assert [words(s) for s in found] == ["ten years ago, Avaria and Borduria concluded a long war"]


def test_opinions_and_convictions_are_told_before_and_behind(said: Said) -> None:
    found = said(
        OPENING + "In her opinion, the road must be mended. "
        "“It is a good road,” Jan Holt is convinced. "
        "Ilse Maren is convinced that the bridge will hold.",
        "Phone call with President of Borduria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "the road must be mended"),
        ([HOLT], "It is a good road"),
        ([MAREN], "the bridge will hold"),
    ]


def test_all_that_opens_a_paragraph_may_have_been_stated(said: Said) -> None:
    found = said(
        "The road must stay open. It feeds two towns. "
        "This was stated by President of Avaria Ilse Maren in an interview.",
        "Avaria on the road",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "The road must stay open. It feeds two towns"),
    ]


def test_news_and_unknown_speakers_are_no_part_of_what_was_said(said: Said) -> None:
    found = said(
        OPENING + "Ilse Maren said that the road is open. Walkers said it was closed.\n\n"
        "Jan Holt stressed that the bridge is safe. Deputy Foreign Minister of Borduria Ada Quill "
        "will meet the engineers on May 9.",
        "Phone call with President of Borduria",
    )
    assert [words(s) for s in found] == ["the road is open", "the bridge is safe"]


def test_an_auxiliary_in_a_quotation_is_not_the_tags(said: Said) -> None:
    found = said(
        OPENING + "“Without the road there can be no talk of trade,” Ilse Maren said.",
        "Phone call with President of Borduria",
    )
    assert [(who(s), s.manner) for s in found] == [([MAREN], "direct")]


def test_a_participle_may_open_the_sentence(said: Said) -> None:
    found = said(
        OPENING
        + "Noting the importance of the road, the parties expressed hope that the harbour will open soon. "
        "It was jointly stated that the bridge is safe.",
        "Phone call with President of Borduria",
        "President of Avaria",
    )
    assert [(who(s), words(s)) for s in found] == [
        (["XAV", "XBO"], "the importance of the road"),
        (["XAV", "XBO"], "the harbour will open soon"),
        (["XAV", "XBO"], "the bridge is safe"),
    ]


def test_praise_and_what_is_pointed_out(said: Said) -> None:
    found = said(
        OPENING + "They spoke highly of the joint work on the road. "
        "Jan Holt pointed out the great value of the bridge.",
        "Phone call with President of Borduria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN, HOLT], "the joint work on the road"),
        ([HOLT], "the great value of the bridge"),
    ]


def test_sides_speak_in_a_joint_statement(said: Said) -> None:
    found = said(
        "We, the governments of Avaria and Borduria, met today.\n\n"
        "We stress that the road stays open, and reiterate the importance of the bridge. "
        "We recognize that the harbour is small. "
        "Our foreign and trade ministers highlighted the progress made on the road. "
        "President Maren reaffirms her support for the bridge.",
        "Joint Statement of Avaria and Borduria",
    )
    assert [(who(s), s.manner, words(s)) for s in found] == [
        (["XAV", "XBO"], "joint", "the road stays open"),
        (["XAV", "XBO"], "joint", "the importance of the bridge"),
        (["XAV", "XBO"], "joint", "the harbour is small"),
        (["XAV", "XBO"], "joint", "the progress made on the road"),
        ([MAREN], "indirect", "her support for the bridge"),
    ]


def test_a_body_taken_up_by_its_kind(said: Said) -> None:
    found = said(
        "The Bordurian Transport Commission met on Monday. The commission said the road is safe.",
        "Borduria on the road",
    )
    assert [who(s) for s in found] == [["XBO"]]


def test_an_address_by_an_office_is_its_holders(said: Said) -> None:
    found = said(
        "Dear friends! The road is long. I thank you for your work on the bridge. I want to remind "
        "you that we built the road.",
        "The road is long - address by the President of Avaria",
        "President of Avaria",
    )
    assert [who(s) for s in found] == [[MAREN], [MAREN]]


def test_a_quotation_told_on_is_mixed(said: Said) -> None:
    found = said(
        "At a press conference, President of Avaria Ilse Maren said, “The longer the road is, the "
        "more it is used,” adding that the bridge will stand for a hundred years.",
        "Avaria on the road",
    )
    assert [(s.manner, words(s)) for s in found] == [
        ("mixed", "The longer the road is, the more it is used"),
        ("indirect", "the bridge will stand for a hundred years"),
    ]


def test_two_sayings_of_one_verb_and_two_speakers_of_one(said: Said) -> None:
    found = said(
        "After the call between President Lind and Ada Quill of Carpania, Maren and Holt of the "
        "road committee spoke. President Maren said the road was open and said it would stay so.",
        "Avaria on the road",
    )
    assert [words(s) for s in found] == ["the road was open", "it would stay so"]


def test_attention_may_be_drawn_and_questions_answered(said: Said) -> None:
    found = said(
        OPENING + "Attention was drawn to the fact that one road is narrow.\n\n"
        "Jan Holt responded to questions about charges that the bridge was unsafe.",
        "Phone call with President of Borduria",
        "President of Avaria",
    )
    assert [(who(s), words(s)) for s in found] == [(["XAV", "XBO"], "one road is narrow")]


def test_a_private_body_is_not_the_state_before_its_name(said: Said) -> None:
    found = said(
        "The Avaria Steel Industry Association said on Monday that prices are falling.",
        "Steel in Avaria",
    )
    assert [who(s) for s in found] == [["org:avaria-steel-industry-association"]]


def test_a_tag_of_any_verb_tells_whose_a_quotation_is(said: Said) -> None:
    text = OPENING + '"The bridge is open and the trains will run again," Ilse Maren summed up.'
    found = said(text, "Phone call with President of Borduria")
    assert [(who(s), s.manner) for s in found] == [([MAREN], "direct")]
    # Away from a quotation such a verb says nothing.
    assert said(OPENING + "Ilse Maren clarified the order of the visits.") == []


def test_said_this_points_at_words_told_before(said: Said) -> None:
    text = OPENING + "Ilse Maren noted that the bridge is open. She said this in her speech."
    assert [words(s) for s in said(text)] == ["the bridge is open"]


def test_what_is_raised_may_go_on(said: Said) -> None:
    text = OPENING + "Ilse Maren also raised continued concerns about the closed harbour."
    assert [words(s) for s in said(text)] == ["continued concerns about the closed harbour"]


def test_a_bare_noun_of_a_passive_takes_what_stands_behind(said: Said) -> None:
    text = OPENING + "Support was affirmed for the work of the river commission."
    assert [words(s) for s in said(text, "Phone call with President of Borduria")] == [
        "Support … for the work of the river commission"
    ]


def test_a_speakers_state_performs_in_a_speech_of_no_publisher(said: Said) -> None:
    text = (
        "Madam President, we meet in hard times. I want to take this opportunity to congratulate "
        "Carpania on its admission. Avaria calls on the parties to lift the blockade of the river. "
        "Avaria is a small country, and it has many ports."
    )
    assert [(who(s), words(s)) for s in said(text, "Avaria statement, general debate")] == [
        (["XAV"], "its admission"),
        (["XAV"], "the parties to lift the blockade of the river"),
    ]


def test_what_goes_on_with_thus_is_the_same_speakers(said: Said) -> None:
    text = OPENING + "Jan Holt explained the delay. Thus, the lack of trains was underscored."
    assert [who(s) for s in said(text, "Phone call")] == [[HOLT], [HOLT]]


def test_what_is_noted_first_ends_before_the_main_clause(said: Said) -> None:
    text = OPENING + "Noting the need for safe harbours, the presidents expressed hope for a truce."
    assert words(said(text)[0]) == "the need for safe harbours"


def test_a_narrators_act_behind_a_clause_is_not_said(said: Said) -> None:
    text = (
        "Ilse Maren held a briefing where she announced that Jan Holt will visit Port Aven "
        "and responded to questions about the harbour."
    )
    assert [words(s) for s in said(text)] == ["Jan Holt will visit Port Aven"]


def test_an_answer_behind_a_question_has_its_own_turn(said: Said) -> None:
    text = (
        "President of the Northern Media Group Ada Kern: Thank you for having me here. Will it hold? "
        "Ilse Maren: The truce on the river has held for a year and it will hold for many more."
    )
    found = [s for s in said(text) if who(s) == [MAREN]]
    assert [words(s)[:9] for s in found] == ["The truce"]


def test_numbered_speakers_ask(said: Said) -> None:
    text = (
        "Ilse Maren (02:10): The bridge is open again and the first trains are running.\n\n"
        "Speaker 6 (03:15): Thank you. Will the port open as well?\n\n"
        "Ilse Maren (03:40): The port will open in the summer, as soon as the cranes arrive.\n\n"
        "Speaker 8 (04:02): And what of the locks, will they be mended?\n\n"
        "Ilse Maren: The locks are old and we will mend them in the course of the year."
    )
    assert [who(s) for s in said(text)] == [[MAREN]] * 3


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The Bordurian president asked his allies for more grain.", HOLT, "his allies for more grain"),
        ("The Bordurian president's office denied that the ports had closed.", "XBO", "the ports had closed"),
        ("The Avarian side noted with satisfaction the growth of trade.", "XAV", "the growth of trade"),
        ("Borduria regretted the closing of the straits.", "XBO", "the closing of the straits"),
        ("Avaria will oppose the plan, its trade minister announced.", "XAV", "Avaria will oppose the plan"),
        ("Borduria complained that the toll was too high.", "XBO", "the toll was too high"),
    ],
)  # fmt: skip
def test_other_ways_of_saying(said: Said, sentence: str, speaker: str, content: str) -> None:
    told = [(who(s), words(s)) for s in said("The year was a busy one.\n\n" + sentence)]
    assert told == [([speaker], content)]


@pytest.mark.parametrize("marks", ["“”", "‘’", "''"])
def test_single_marks_quote_as_double_ones_do(said: Said, marks: str) -> None:
    quoted = f"{marks[0]}The straits aren’t for sale,{marks[1]}"
    for tag in (
        "said Ilse Maren, the president of Avaria.",
        "President Ilse Maren of Avaria said.",
    ):
        (found,) = said(f"The year was a busy one.\n\n{quoted} {tag}")
        assert (who(found), found.manner) == ([MAREN], "direct")
        assert words(found) == "The straits aren’t for sale"


def test_a_day_within_what_is_said_is_not_the_sayings(said: Said) -> None:
    (found,) = said("The year was busy.\n\nBorduria condemned the attack in Szohod on May 1.")
    assert found.date == "2023-05-04~"


def test_what_both_did_is_not_what_one_said(said: Said) -> None:
    found = said(
        OPENING
        + "Ilse Maren underscored that the river is a bridge between the two nations, and they discussed "
        + "new ferries. Ilse Maren conveyed condolences over the loss of a ship and they recalled its crew. "
        + "The two presidents affirmed their resolve to keep the river open as it carries the grain, and "
        + "committed to work together on the ports. Ilse Maren underscored concern about the river, and the "
        + "two concurred on the ports.",
        "Phone call with President of Borduria",
    )
    assert [words(s) for s in found][:2] == [
        "the river is a bridge between the two nations",
        "condolences over the loss of a ship",
    ]
    assert words(found[-2]) == "their resolve to keep the river open as it carries the grain"
    assert words(found[-1]) == "concern about the river"


def test_who_stands_behind_a_preposition_does_not_speak_with_the_subject(said: Said) -> None:
    (found,) = said(
        OPENING
        + "The two reviewed developments on the river border of Borduria, and the President of Avaria "
        + "recognized the decisive work of the pilots.",
        "Phone call with President of Borduria",
    )
    assert who(found) == [MAREN]


def test_an_aside_of_a_quotation_ends_with_it(said: Said) -> None:
    found = said(
        OPENING
        + '"The goal, as President Jan Holt has said many times, is an open river," stressed President Ilse '
        + "Maren.",
        "Phone call with President of Borduria",
    )
    assert (who(found[-1]), words(found[-1])) == (
        [MAREN],
        "The goal, as President Jan Holt has said many times, is an open river",
    )


def test_another_official_whom_the_narrator_quotes_speaks_for_himself(said: Said) -> None:
    found = said(
        OPENING
        + "Ilse Maren noted that all the ferries will be used. Deputy Minister of Avaria Otto Lind believes "
        + "that the ports are ready.",
        "Phone call with President of Borduria",
    )
    assert [(who(s), words(s)) for s in found] == [
        ([MAREN], "all the ferries will be used"),
        ([LIND], "the ports are ready"),
    ]


def test_what_is_made_clear_on_occasions_and_what_is_refuted(said: Said) -> None:
    found = said(
        OPENING
        + "Avaria has made clear on several occasions its position on the river. "
        + "Ilse Maren refuted remarks made by the ambassador of Borduria.",
        "Phone call with President of Borduria",
    )
    assert [words(s) for s in found] == [
        "its position on the river",
        "remarks made by the ambassador of Borduria",
    ]


def test_a_guest_is_welcomed_and_nothing_is_said(said: Said) -> None:
    found = said(
        OPENING
        + "Ilse Maren welcomed President Jan Holt to the palace today. She welcomed the decision of Borduria.",
        "Meeting with President of Borduria",
    )
    assert [words(s) for s in found] == ["the decision of Borduria"]


def test_you_and_another_announce_together(said: Said) -> None:
    found = said(
        "PRESIDENT MAREN: Thank you, Mr. President.\n\nPRESIDENT HOLT: Last year you and Otto Lind announced "
        "that the port would open.\n\nPRESIDENT MAREN: We did.",
        "Remarks by President Ilse Maren of Avaria and President Jan Holt of Borduria",
    )
    (announced,) = [s for s in found if s.cue == "announced"]
    assert sorted(who(announced)) == sorted([MAREN, LIND])
