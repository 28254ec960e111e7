"""Cities and seats, no capitals, where states often meet, with the state that they lie in.

Written from general knowledge; capitals and states are in the gazetteer.
"""

from __future__ import annotations

import re

__all__ = ["country"]

_CITIES: dict[str, tuple[str, ...]] = {
    "ARE": ("Dubai",),
    "AUT": ("Salzburg",),
    "AUS": ("Brisbane", "Melbourne", "Perth", "Sydney"),
    "BEL": ("Antwerp", "Brussels"),
    "BRA": ("Belém", "Fortaleza", "Rio de Janeiro", "São Paulo"),
    "CAN": ("Calgary", "Halifax", "Kananaskis", "Montreal", "Toronto", "Vancouver"),
    "CHE": ("Bürgenstock", "Davos", "Geneva", "Lausanne", "Lugano", "Zurich"),
    "CHN": (
        ("Boao", "Chengdu", "Chongqing", "Guangzhou", "Hangzhou", "Harbin", "Kunming", "Qingdao")
        + ("Sanya", "Shanghai", "Shenzhen", "Tianjin", "Tunxi", "Xiamen", "Xi’an", "Xi'an", "Yangzhou")
    ),
    "DEU": ("Bonn", "Cologne", "Elmau", "Frankfurt", "Hamburg", "Munich", "Ramstein"),
    "EGY": ("Alexandria", "Sharm el-Sheikh", "Sharm El Sheikh"),
    "ESP": ("Barcelona", "Granada", "Seville"),
    "FRA": ("Biarritz", "Cannes", "Lyon", "Marseille", "Nice", "Strasbourg", "Versailles"),
    "GBR": ("Bletchley Park", "Carbis Bay", "Cornwall", "Edinburgh", "Glasgow", "Sunningdale"),
    "GRC": ("Thessaloniki",),
    "IDN": ("Bali", "Bandung", "Labuan Bajo", "Nusa Dua"),
    "IND": ("Agra", "Ahmedabad", "Bengaluru", "Chennai", "Goa", "Hyderabad", "Mumbai", "Varanasi"),
    "ISR": ("Haifa", "Tel Aviv"),
    "ITA": ("Apulia", "Bari", "Borgo Egnazia", "Florence", "Genoa", "Milan", "Naples", "Trieste", "Venice"),
    "JPN": ("Fukuoka", "Hiroshima", "Ise-Shima", "Kyoto", "Nagasaki", "Nagoya", "Okinawa", "Osaka", "Sapporo"),
    "KAZ": ("Almaty", "Turkistan"),
    "KOR": ("Busan", "Gyeongju", "Incheon", "Jeju", "Panmunjom", "Pyeongchang"),
    "LVA": ("Daugavpils",),
    "MAR": ("Casablanca", "Marrakech", "Marrakesh"),
    "MEX": ("Cancún", "Cancun", "Los Cabos"),
    "MYS": ("Langkawi", "Penang"),
    "NLD": ("Rotterdam", "The Hague"),
    "PAK": ("Karachi", "Lahore"),
    "PHL": ("Cebu", "Subic Bay"),
    "POL": ("Gdańsk", "Gdansk", "Kraków", "Krakow", "Lublin", "Rzeszów", "Rzeszow"),
    "PRT": ("Porto",),
    "ROU": ("Constanța", "Constanta"),
    "RUS": (
        ("Kaliningrad", "Kazan", "Khabarovsk", "Novo-Ogaryovo", "Sochi", "St Petersburg")
        + ("St. Petersburg", "Ufa", "Ulan-Ude", "Vladivostok", "Yekaterinburg")
    ),
    "SAU": ("Jeddah", "Jidda", "Mecca"),
    "SWE": ("Gothenburg", "Malmö"),
    "THA": ("Chiang Mai", "Pattaya", "Phuket"),
    "TUR": ("Antalya", "Istanbul", "Izmir"),
    "UKR": (
        ("Chernihiv", "Crimea", "Dnipro", "Donetsk", "Kharkiv", "Kherson", "Lviv", "Mariupol")
        + ("Odesa", "Odessa", "Yalta")
    ),
    "USA": (
        ("Alaska", "Anchorage", "Atlanta", "Aspen", "Blair House", "Boston", "California", "Camp David")
        + ("Chicago", "Delaware", "Detroit", "Florida", "Hawaii", "Honolulu", "Houston", "Los Angeles")
        + ("Mar-a-Lago", "Miami", "New York", "Oval Office", "Philadelphia", "Pittsburgh", "San Diego")
        + ("San Francisco", "Seattle", "Sunnylands", "Texas", "West Wing", "White House", "Woodside")
    ),
    "UZB": ("Bukhara", "Samarkand"),
    "VNM": ("Da Nang", "Ha Long", "Ho Chi Minh City", "Hue"),
    "ZAF": ("Cape Town", "Durban", "Johannesburg", "Sandton"),
}  # fmt: skip
_OF = {city: state for state, cities in _CITIES.items() for city in cities}
_PATTERN = re.compile(
    r"\b(?:" + "|".join(re.escape(c) for c in sorted(_OF, key=len, reverse=True)) + r")\b"
)


def country(place: str) -> str | None:
    """The code of the state that a place's name shows, or None."""
    match = _PATTERN.search(place)
    return _OF[match.group()] if match else None
