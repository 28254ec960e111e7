"""Words that names and titles of persons are told by; sorted."""

from __future__ import annotations

__all__ = [
    "AIDES",
    "ALONE",
    "COURTESY",
    "ENVOYS",
    "INSTITUTIONS",
    "MODIFIERS",
    "NOT_HYPHENED",
    "NOT_NAMES",
    "PARTICLES",
    "PORTFOLIO",
    "RANKS",
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
# Nouns of institutions and things: a name of a person does not hold them.
INSTITUTIONS = frozenset(
    """
    Accord Act Administration Agency Agreement Airlift Airlines Airport Airways Alliance
    Assembly Association Authority Bank Bay Board Bridge Brotherhood Bureau Canal Center
    Centre Chamber Chancellery Charter City Code Command Commission Committee Communique
    Communiqué Company Conference Congress Convention Cooperation Corporation Corps
    Cosmodrome Council Court Crescent Cross Cup Declaration Department Dialogue
    Diplomacy Directorate District Dollars Duchy Embassy Equipment Federation Fleet
    Forces Formula Forum Foundation Framework Fund Games Government Governments Group
    Gulf Hall Headquarters Holdings Hotel Industries Initiative Institute Island Islands
    Law League Limited Media Ministry Mission Motors Movement Network News Ocean Office
    Olympics Organisation Organization Pact Palace Parliament Partnership Party
    Peninsula Plan Platform Policy Powers Prize Programme Project Protocol Province
    Region Republic Resolution Review Rights River Road Sea Secretariat Senate Service
    Societies Society Square Staff Strait Strategy Street Summit Systems TV Talks
    Television Times Tower Treasury Treaty Tribunal Union University War Week Yuan
    """.split()
)
# Capitalised words that begin sentences or phrases, or name things, and are no persons' names.
NOT_NAMES = INSTITUTIONS | frozenset(
    """
    A About According Additionally African After Afternoon Again Ahead All Allies Also
    Although Am Among An And Annex Antarctic Anti Any Appendix Applause April Arab
    Arctic Are Article As Asian Asked At Atlantic August Balkan Baltic Based Because
    Before Beginning Belt Besides Bilateral Both But By Can Central Chapter Christian
    Clean Climate Cold Commerce Comprehensive Concerning Congratulations Could Currently
    Day Dear December Deputy Despite Did Do Does During Each Earlier East Eastern
    Economic Elsewhere European Even Evening Every Excellency Executive Farmers February
    Federal Finally Following For Foreign Former Friday From Further Furthermore General
    Gentleman Gentlemen Given Global Good Great Greater Had Has Have He Hello Hence Her
    Here Highness His House How However Human I If In Indeed Indo Instead International
    Is Islamic It Item Its January Jewish Joint Journalist July June Ladies Last Later
    Let Level Likewise Madam Madame Majesty Many March May Maybe Meantime Meanwhile
    Member Messrs Minister Ministers Monday Moreover Morning Multilateral Muslim Mutual
    My National Nevertheless New Next No Non Nonetheless Nordic North Northeast Northern
    Northwest Not Notably November Now Nuclear October Of On Once One Only Or Other
    Otherwise Our Over Overall Pacific Palestinian Paragraph Peace People Per Personal
    Phase Please Post Pre President Press Previously Pro Protective Question Readout
    Recently Regarding Regardless Regional Reuters Saturday Section Security Senior
    September Session She Should Silk Since So Social Some South Southeast Southern
    Southwest Speaking Special State Statement States Still Strategic Such Summit Sunday
    Telephone Thank Thanks That The Their Then There Therefore These They This Those
    Though Through Thursday Thus To Today Together Tomorrow Tonight Track Trade Trans
    Tuesday Two Under United Until Was We Wednesday Welcome Well Were West Western What
    When Where Whether Which While White Who Why Will With Worldwide Would Yes Yesterday
    You Your
    """.split()
)
# What ministries and offices are of, beyond the titles of the lexicon.
PORTFOLIO = frozenset(
    """
    affairs africa agrarian agriculture asia asian aviation bilateral budget center
    central children citizenship climate commerce commission committee communications
    communities competitiveness conservation construction consumer control cooperation
    council culture customs cyber cybersecurity defence defense demography department
    development diaspora digital disability disaster east eastern ecology economic
    economics economy education emergencies emergency employment energy enlargement
    environment environmental equality eurasian europe european external families farm
    finance financial fisheries food foreign forestry forests gender global growth
    health home housing human humanitarian immigration inclusion industrial industries
    industry information infrastructure innovation integration intelligence interior
    internal international investment investments justice labor labour latin liaison
    maritime middle migration military mines mining ministry minorities multilateral
    municipalities national natural near negotiations neighborhood neighbourhood
    nonproliferation northern nuclear occupied office oil operations pacific
    parliamentary petroleum planning policy political population ports privatisation
    privatization production promotion protection public railways reconstruction
    recovery reform refugees regional reintegration relations religious research
    resilience resources restoration revenue rights rural safety science secretariat
    security shipping social south southern space sports staff state strategic strategy
    sustainability sustainable taxation technology telecommunications temporarily
    territorial territories terrorism tourism trade training transformation transport
    transportation treasury urban veterans war water welfare western wildlife women work
    youth
    """.split()
)
# Ranks that stand between a title and a name.
RANKS = frozenset(
    """
    admiral ambassador captain colonel dr general lieutenant major marshal professor
    senator sheikh
    """.split()
)
REALM = frozenset(
    "confederation duchy federal federation grand kingdom people republic state states".split()
)
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
# Behind these, "to" leads to the office that they serve.
AIDES = frozenset(("adviser", "advisor", "aide", "assistant", "counselor", "counsellor", "deputy"))
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
