"""Made-up sentences of each PLOVER event type, written by us: deeds with a place for two actors.

The labelled sentences are about a thousand, some types have fifteen. A deed is told in the past, S
does it and T is who it is done to; frames put it into the middle of a sentence as reports do.
"""

from __future__ import annotations

import random

from data import QUADS, Unit
from verbale.reader.tokens import words

# Deeds by type, after the glosses of the PLOVER codes; `;` parts them.
DEEDS = {
    "AGREE": """S agreed to hold talks with T; S promised to send aid to T;
S offered to mediate between T and the rebels; S will meet T next month;
S said it would sign a trade agreement with T; S is ready to cooperate with T on security;
S pledged to support T in rebuilding the country; S accepted an invitation to visit T;
S invited T to the capital; S announced plans to resume flights to T;
S is expected to visit T in April; S expressed willingness to work with T;
S is considering joint exercises with T; S said it was prepared to restore ties with T;
S vowed to expand trade with T; S intends to open an embassy in T;
S offered T a new round of negotiations; S will provide vaccines to T;
S will release prisoners held from T; S agreed to withdraw its troops from T within a year;
S promised T more investment; S plans to send observers to T;
S said it would ease restrictions on T; S will join T in the mission;
S undertook to share intelligence with T; S hoped to deepen the partnership with T;
S agreed to a ceasefire plan proposed by T""",
    "CONSULT": """S met T in the capital; S held talks with T; S spoke by phone with T; S visited T;
S hosted T for a two-day visit; S received T at the palace; S arrived in T for talks;
S discussed the crisis with T; S travelled to T on an official visit; S and T held a summit;
S consulted with T on the sidelines of the assembly; S had a telephone conversation with T;
S exchanged views with T; S conferred with T by video link;
S welcomed T to the presidential office; S sat down with T; S met behind closed doors with T;
S concluded a trip to T; S sent an envoy to T for consultations; S negotiated with T;
S briefed T on the situation; S held a round of negotiations with T; S paid a visit to T;
S called T to discuss the border; S attended a meeting with T;
S reviewed bilateral issues with T""",
    "SUPPORT": """S praised T for its efforts; S voiced support for T; S recognized T as an independent state;
S endorsed T; S established diplomatic relations with T; S signed an agreement with T;
S ratified the treaty with T; S congratulated T; S backed the proposal made by T;
S expressed solidarity with T; S welcomed the decision of T; S defended T against criticism;
S signed a memorandum of understanding with T; S restored ties with T;
S reopened its embassy in T; S hailed T as a friend; S thanked T for its help; S commended T;
S reaffirmed its commitment to T; S expressed confidence in T; S stood by T;
S offered condolences to T; S concluded a defence pact with T;
S approved of the reforms of T; S applauded T; S sided with T""",
    "COOPERATE": """S and T carried out joint naval drills; S shared intelligence with T;
S increased its trade with T; S exported grain to T under the new contract;
S extradited a suspect to T; S conducted joint exercises with T;
S and T launched a joint patrol; S imported gas from T;
S worked together with T on the investigation; S traded prisoners with T;
S and T opened a joint factory; S exchanged economic data with T; S sold aircraft to T;
S delivered oil to T through the pipeline; S took part with T in a joint search operation;
S bought wheat from T; S and T ran a joint police operation;
S invested in a power plant in T; S handed the fugitive over to T;
S coordinated its troops with T; S trained together with T; S completed a railway with T""",
    "AID": """S sent food aid to T; S provided military aid to T; S donated vaccines to T;
S gave T a loan of 200 million dollars; S granted asylum to refugees from T;
S delivered weapons to T; S cancelled the debt of T; S supplied T with medicine;
S airlifted supplies to T; S rescued dozens of migrants from T;
S deployed peacekeepers to protect T; S financed schools in T; S sheltered refugees from T;
S sent doctors to T; S distributed tents to T; S contributed 50 million euros to T;
S treated wounded soldiers of T; S offered relief supplies that arrived in T;
S evacuated civilians from T; S trained the army of T; S shipped fuel to T free of charge;
S released emergency funds for T; S armed T""",
    "YIELD": """S withdrew its troops from T; S released prisoners of T; S declared a ceasefire with T;
S apologized to T; S lifted sanctions on T; S pardoned T; S eased restrictions on T;
S freed T after two years in prison; S surrendered to T; S lifted the curfew imposed on T;
S resigned after pressure from T; S handed over its weapons to T; S pulled out of T;
S allowed inspectors from T into the country; S expressed regret to T;
S accepted the demands of T; S ended the siege of T; S returned the territory to T;
S dropped charges against T; S reopened the border with T; S removed T from its blacklist;
S announced a truce with T; S stepped down as T demanded; S gave in to the demands of T;
S let T go; S backed down before T; S granted access to T; S halted its offensive against T;
S demobilized its fighters under the deal with T""",
    "REQUEST": """S called on T to stop the attacks; S urged T to release the prisoners; S asked T for help;
S demanded that T withdraw; S appealed to T for humanitarian aid;
S pressed T to hold elections; S ordered T to leave the base; S requested assistance from T;
S told T to end its support of the rebels; S insisted that T change its policy;
S pleaded with T to act; S sought talks with T; S called for T to respect human rights;
S asked T to mediate; S demanded an apology from T; S wanted T to lift the ban;
S urged T to return to the negotiating table; S called for sanctions against T;
S called on T to show restraint; S asked T to extradite the suspects;
S required T to pay compensation; S demanded more money from T""",
    "ACCUSE": """S accused T of violating the truce; S condemned T; S criticized T for its policy;
S blamed T for the attack; S denounced T; S sued T; S launched an investigation into T;
S lodged a protest with T; S summoned the ambassador of T;
S alleged that T had financed the rebels; S charged T with fraud;
S slammed T over the remarks; S complained about T; S deplored the behaviour of T;
S rebuked T; S found T guilty of corruption; S claimed that T was behind the bombing;
S questioned T over the payments; S described T as a threat; S voiced anger at T;
S filed a lawsuit against T; S said that T was lying;
S expressed concern about the actions of T; S attacked T in a speech;
S opened a probe into T; S convicted T; S sentenced T to prison; S fined T""",
    "REJECT": """S rejected the proposal of T; S refused to meet T; S declined the offer of T;
S turned down the request of T; S denied the accusations of T; S cancelled a visit to T;
S refused to extradite the suspect to T; S vetoed the resolution of T;
S ignored the appeal of T; S opposed the plan of T; S dismissed the claims of T;
S refused to lift the blockade of T; S ruled out talks with T; S defied T;
S said it would not recognize T; S violated the ban imposed by T; S refused to pay T;
S blocked the bid of T; S postponed talks with T; S boycotted the summit called by T;
S resisted the pressure of T; S would not withdraw from T; S declined to comment to T;
S walked out of the meeting with T; S disobeyed the order of T""",
    "THREATEN": """S threatened to attack T; S warned T of consequences; S threatened sanctions against T;
S vowed to retaliate against T; S warned that it would cut ties with T;
S threatened to expel diplomats of T; S said it would respond to T with force;
S vowed revenge on T; S threatened to arrest T; S warned T that it would pay a price;
S swore to destroy T; S gave T an ultimatum; S threatened to halt gas supplies to T;
S said it would strike T if provoked; S threatened to leave the pact with T;
S promised a crushing response to T; S warned T not to cross the red line;
S threatened T with a trade war; S threatened to impose tariffs on T; S said it may bomb T;
S threatened to block T""",
    "PROTEST": """Thousands of S demonstrated against T; S rallied against T; S marched on the embassy of T;
S rioted against T; S went on strike against T; S protested outside the offices of T;
S blocked roads to protest against T; S burned flags of T; S took to the streets against T;
S staged a sit-in against T; S began a hunger strike against T; S boycotted goods from T;
S occupied a square demanding the resignation of T; S chanted slogans against T;
S walked off the job to protest against T; S stormed the parliament of T;
S clashed with police of T during a demonstration; S held a vigil against T""",
    "SANCTION": """S expelled diplomats of T; S broke off relations with T;
S suspended aid to T; S recalled its ambassador from T; S froze the assets of T;
S banned imports from T; S suspended flights to T; S cut off gas supplies to T;
S halted talks with T; S imposed tariffs on T; S closed its embassy in T; S blacklisted T;
S withdrew from the treaty with T; S imposed an arms embargo on T; S severed ties with T;
S revoked the visas of T;
S stopped buying oil from T; S suspended T from the organization""",
    "MOBILIZE": """S massed troops on the border with T; S deployed warships near T;
S put its forces on alert against T; S moved missiles closer to T;
S called up reservists against T; S sent fighter jets to the border with T;
S test-fired a missile towards T; S held military drills near T;
S reinforced its garrison facing T; S increased patrols against T;
S stationed police around T; S sent an aircraft carrier towards T;
S fortified the frontier with T; S ordered its army to be ready against T;
S flew bombers near T; S raised its alert level over T; S scrambled jets to follow T""",
    "COERCE": """S arrested T; S detained T; S seized a ship of T; S imposed a curfew on T;
S raided the offices of T; S jailed T; S banned T; S evicted T; S confiscated property of T;
S blockaded T; S censored T; S dispersed T with tear gas; S closed the newspaper of T;
S occupied a town in T; S hacked the computers of T; S searched the homes of T; S captured T;
S dissolved T; S expelled T from their homes; S restricted the movement of T;
S declared a state of emergency in T; S impounded aircraft of T; S took T into custody;
S annexed part of T; S besieged T; S cut the internet of T; S deported T;
S imposed sanctions on T""",
    "ASSAULT": """S bombed T; S attacked T; S killed soldiers of T; S fired rockets at T; S shelled T;
S launched air strikes on T; S assassinated T; S opened fire on T; S invaded T;
S ambushed a convoy of T; S tortured T; S kidnapped T; S beat T; S destroyed a base of T;
S shot down a plane of T; S clashed with T; S stabbed T; S massacred villagers of T;
S raped T; S sank a ship of T; S blew up a bridge in T; S struck targets in T;
S took T hostage; S wounded T; S fought T in the city; S carried out a suicide attack on T;
S executed T; S launched a cyber attack on T; S hit T with drones""",
}
FRAMES = (
    "{}.",
    "{}.",
    "{} on Tuesday.",
    "On Monday {}, officials said.",
    "{}, the state news agency reported.",
    "{} after weeks of tension.",
    "According to a spokesman, {}.",
    "{}, two days before the summit.",
    "Last week {} as the crisis went on.",
    "The newspaper wrote that {}.",
    "{} over the disputed border.",
    "{} in 2014, and the talks came to a halt.",
)


def actors_of(units: list[Unit]) -> list[list[str]]:
    """The words of each source and target, but for the long ones."""
    return [[u.forms[i] for i in p] for u in units for p in u.pair if len(p) < 7]


def made_up(actors: list[list[str]], rng: random.Random) -> list[Unit]:
    """One unit a deed, its actors taken from `actors` (their words), its frame drawn."""
    units = []
    for root, deeds in DEEDS.items():
        for deed in deeds.replace("\n", " ").split(";"):
            text = rng.choice(FRAMES).format(deed.strip())
            chosen = {"S": rng.choice(actors), "T": rng.choice(actors)}
            forms: list[str] = []
            pair: dict[str, list[int]] = {"S": [], "T": []}
            for a, b in words(text):
                form = text[a:b]
                if form in chosen and not pair[form]:
                    pair[form] = list(range(len(forms), len(forms) + len(chosen[form])))
                    forms += chosen[form]
                else:
                    forms.append(form)
            units.append(
                Unit(
                    forms,
                    [0] * len(forms),
                    pair=(pair["S"], pair["T"]),
                    root=root,
                    quad=QUADS[root],
                )
            )
    return units
