"""Words that names and titles of persons are told by; sorted."""

from __future__ import annotations

__all__ = [
    "ALONE",
    "COURTESY",
    "ENVOYS",
    "INSTITUTIONS",
    "MODIFIERS",
    "NOT_HYPHENED",
    "NOT_NAMES",
    "PARTICLES",
    "PORTFOLIO",
    "REALM",
    "SUFFIX",
    "WIDE",
]

# Lower-case parts of names.
PARTICLES = frozenset(
    """
    al bin bint da de del della den der di dos du e el ibn la le op te ten ter ul van von
    zu
    """.split()
)
# Nouns of institutions: a name of a person does not end in them.
INSTITUTIONS = frozenset(
    """
    Administration Agency Alliance Assembly Association Authority Bank Board Bureau Center
    Centre Chamber Chancellery Commission Committee Company Conference Congress Cooperation
    Corporation Council Court Department Dialogue Directorate Embassy Equipment Forum
    Foundation Fund Government Group Headquarters Initiative Institute League Media
    Ministry Mission Movement Network News Office Organisation Organization Parliament
    Partnership Party Programme Project Republic Secretariat Senate Service Society
    Staff Television Times Treaty Tribunal Union University
    """.split()
)
# Capitalised words that begin sentences or phrases, or name things, and are no persons' names.
NOT_NAMES = INSTITUTIONS | frozenset(
    """
    A About According After Ahead All Allies Also Although Among An And Any Applause April
    Are As Asked At August Based Because Before Beginning Both But By Can Central Could Day
    December Dear Despite During Each Earlier East Eastern European Even Every Excellency
    Executive February Federal Following For Foreign Friday From Further General Given Good
    He Her Here His House How However I If In Indeed Is It Its January Joint July June Last
    Later Let Madam Madame Many March May Maybe Meanwhile Messrs Minister Monday Moreover
    Mutual My National New Next No North Northern Not Notably November Now October Of On
    Once One Only Or Other Our Over Peace People Per Please President Press Question
    Readout Reuters Saturday Security September She Should Since So Some South Southern
    Speaking State Statement States Still Such Summit Sunday Telephone Thank Thanks That
    The Their Then There Therefore These They This Those Though Through Thursday Thus To
    Today Together Tomorrow Tuesday Two Under United Until We Wednesday Well West Western
    What When Where Whether Which While White Who Why Will With Would Yes Yesterday You
    Your
    """.split()
)
# What ministries and offices are of, beyond the titles of the lexicon.
PORTFOLIO = frozenset(
    """
    affairs africa agriculture asia asian bilateral budget center central climate commerce
    commission committee control cooperation council culture defence defense department
    development digital east eastern economic economics economy education emergencies
    emergency energy environment eurasian europe european external finance financial
    foreign global growth health home human humanitarian industry infrastructure
    innovation integration interior internal international investment justice labor labour
    latin middle military ministry multilateral national near nonproliferation northern
    nuclear office pacific planning policy political public reform regional rights science
    secretariat security social south southern sports staff state strategic strategy
    technology terrorism tourism trade transport transportation treasury western work
    """.split()
)
REALM = frozenset("confederation federal federation kingdom people republic state states".split())
MODIFIERS = frozenset(
    """
    acting current deputy ex first former incoming interim late new newly outgoing senior
    then
    """.split()
)
SUFFIX = frozenset({"Jr", "Sr", "II", "III", "IV"})
COURTESY = frozenset(("dr", "lady", "lord", "messrs", "mr", "mrs", "ms", "professor", "sir"))
# Behind these, "to" and "for" tell where they are sent, not whose they are.
ENVOYS = frozenset(
    """
    ambassador charge chargé consul coordinator envoy representative
    """.split()
)
# Titles without an office of the table that may stand alone for a person.
ALONE = frozenset(
    """
    adviser advisor aide ambassador chairman commissioner deputy envoy foreign minister
    presidential secretary senior spokesman spokesperson spokeswoman state vice
    """.split()
)
# Titles too wide to mean a person where they stand alone as one word.
WIDE = frozenset(("chair", "general", "head", "representative", "speaker"))
# Lower-case words that a hyphen joins to a name without being part of it: "Maro-led".
NOT_HYPHENED = frozenset(
    """
    aligned allied appointed backed based born built era led like made owned ruled run
    style ward
    """.split()
)
