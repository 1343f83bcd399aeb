/// The IANA time zone database, version 2025b, written by `.ci/time-zones.py`.
///
/// Each group begins with the minutes east of UTC at noon on 15 January and 15 July, from 1990 on, then those of later years
/// where they change. The names of the zones follow, with the older names that the database keeps.
enum TimeZoneTable {
  static let text = """
    0/0 Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry
    Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou
    Africa/Timbuktu Atlantic/Reykjavik Atlantic/St_Helena Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0
    Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu GMT GMT+0 GMT-0 GMT0 Greenwich Iceland UCT
    UTC Universal Zulu
    180/180 Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti
    Africa/Kampala Africa/Mogadishu Africa/Nairobi Antarctica/Syowa Asia/Aden Asia/Bahrain
    Asia/Kuwait Asia/Qatar Asia/Riyadh Etc/GMT-3 Indian/Antananarivo Indian/Comoro Indian/Mayotte
    60/60 Africa/Algiers Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos
    Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo
    Etc/GMT-1
    120/120 Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Johannesburg
    Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo Africa/Maseru Africa/Mbabane
    Etc/GMT-2
    120/180 2011=120/120 2023=120/180 Africa/Cairo Egypt
    0/0 2008=0/60 2013=0/0 2016=0/60 2019=60/60 2029=0/60 2033=60/60 Africa/Casablanca
    Africa/El_Aaiun
    60/120 Africa/Ceuta Arctic/Longyearbyen Atlantic/Jan_Mayen CET Europe/Amsterdam Europe/Andorra
    Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen
    Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta
    Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome
    Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz
    Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich MET Poland
    120/120 2000=180/180 2021=180/120 2022=120/120 Africa/Juba
    120/120 2000=180/180 2018=120/120 Africa/Khartoum
    0/0 2018=60/60 2019=0/0 Africa/Sao_Tome
    60/120 1991=120/120 1997=60/120 1998=120/120 2013=60/120 2014=120/120 Africa/Tripoli Libya
    60/120 1991=60/60 2005=60/120 2009=60/60 Africa/Tunis
    120/120 1994=120/60 2018=120/120 Africa/Windhoek
    -600/-540 America/Adak America/Atka US/Aleutian
    -540/-480 America/Anchorage America/Juneau America/Nome America/Sitka America/Yakutat US/Alaska
    -240/-240 America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon
    America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk
    America/La_Paz America/Lower_Princes America/Marigot America/Martinique America/Montserrat
    America/Port_of_Spain America/Porto_Velho America/Puerto_Rico America/Santo_Domingo
    America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent
    America/Tortola America/Virgin Etc/GMT+4
    -120/-180 1991=-180/-180 1996=-120/-180 2004=-180/-180 2013=-120/-180 2014=-180/-180
    America/Araguaina
    -120/-180 1994=-180/-180 2008=-120/-180 2010=-180/-180 America/Argentina/Buenos_Aires
    America/Buenos_Aires
    -120/-180 1991=-120/-240 1992=-120/-180 1994=-180/-180 2008=-120/-180 2009=-180/-180
    America/Argentina/Catamarca America/Argentina/ComodRivadavia America/Argentina/Salta
    America/Catamarca
    -120/-180 1991=-120/-240 1992=-120/-180 1994=-180/-180 2008=-120/-180 2010=-180/-180
    America/Argentina/Cordoba America/Argentina/Tucuman America/Cordoba America/Rosario
    -120/-240 1991=-180/-240 1992=-120/-180 1994=-180/-180 2008=-120/-180 2009=-180/-180
    America/Argentina/Jujuy America/Jujuy
    -120/-180 1994=-180/-180 2008=-120/-180 2009=-180/-180 America/Argentina/La_Rioja
    America/Argentina/Rio_Gallegos America/Argentina/Ushuaia
    -120/-240 1991=-180/-240 1993=-120/-180 1994=-180/-180 2004=-180/-240 2005=-180/-180
    2008=-120/-180 2009=-180/-180 America/Argentina/Mendoza America/Mendoza
    -120/-180 1994=-180/-180 2004=-180/-240 2005=-180/-180 2008=-120/-180 2009=-180/-180
    America/Argentina/San_Juan
    -120/-240 1991=-180/-180 2004=-180/-240 2005=-180/-180 2008=-120/-240 2009=-180/-240
    2010=-180/-180 America/Argentina/San_Luis
    -180/-240 2025=-180/-180 America/Asuncion
    -300/-300 America/Atikokan America/Cayman America/Coral_Harbour America/Jamaica America/Panama
    EST Etc/GMT+5 Jamaica
    -120/-180 2004=-180/-180 2012=-120/-180 2013=-180/-180 America/Bahia
    -420/-420 1996=-420/-360 2010=-420/-300 2011=-360/-300 2023=-360/-360 America/Bahia_Banderas
    -180/-180 America/Belem America/Cayenne America/Paramaribo Antarctica/Rothera Etc/GMT+3
    -360/-360 America/Belize America/Costa_Rica America/El_Salvador America/Regina
    America/Swift_Current Canada/Saskatchewan Etc/GMT+6
    -240/-240 2000=-180/-240 2001=-240/-240 America/Boa_Vista
    -300/-300 1992=-300/-240 1993=-240/-300 1994=-300/-300 America/Bogota
    -420/-360 America/Boise America/Denver America/Edmonton America/Inuvik America/Shiprock
    America/Yellowknife Canada/Mountain MST7MDT Navajo US/Mountain
    -420/-360 2000=-360/-300 2001=-360/-360 2002=-420/-360 America/Cambridge_Bay
    -180/-240 2020=-240/-240 America/Campo_Grande
    -360/-360 1996=-360/-300 1998=-300/-240 1999=-360/-300 2016=-300/-300 America/Cancun
    -240/-240 2008=-270/-270 2016=-270/-240 2017=-240/-240 America/Caracas
    -360/-300 America/Chicago America/Menominee America/Rainy_River America/Winnipeg CST6CDT
    Canada/Central US/Central
    -360/-360 1996=-360/-300 1998=-360/-360 1999=-420/-360 2023=-360/-360 America/Chihuahua
    -360/-360 1996=-360/-300 1998=-360/-360 1999=-420/-360 America/Ciudad_Juarez
    -180/-240 2015=-180/-180 2016=-180/-240 2025=-180/-180 America/Coyhaique
    -420/-420 America/Creston America/Dawson_Creek America/Phoenix Etc/GMT+7 MST US/Arizona
    -180/-240 2004=-240/-240 2005=-180/-240 2020=-240/-240 America/Cuiaba
    -180/-120 1996=0/0 America/Danmarkshavn
    -480/-420 2021=-420/-420 America/Dawson America/Whitehorse Canada/Yukon
    -300/-240 America/Detroit America/Kentucky/Louisville America/Louisville America/Montreal
    America/Nassau America/New_York America/Nipigon America/Thunder_Bay America/Toronto
    Canada/Eastern EST5EDT US/Eastern US/Michigan
    -300/-300 1994=-240/-300 1995=-300/-300 2008=-300/-240 2009=-240/-240 2014=-300/-300
    America/Eirunepe
    -480/-420 America/Ensenada America/Los_Angeles America/Santa_Isabel America/Tijuana
    America/Vancouver Canada/Pacific Mexico/BajaNorte PST8PDT US/Pacific
    -480/-420 2016=-420/-420 America/Fort_Nelson
    -300/-300 2006=-300/-240 America/Fort_Wayne America/Indiana/Indianapolis America/Indiana/Marengo
    America/Indiana/Vevay America/Indianapolis US/East-Indiana
    -120/-180 1991=-180/-180 2000=-120/-180 2001=-180/-180 2002=-120/-180 2003=-180/-180
    America/Fortaleza America/Recife
    -240/-180 America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton Atlantic/Bermuda
    Canada/Atlantic
    -180/-120 2024=-120/-60 America/Godthab America/Nuuk
    -300/-240 2016=-240/-240 2019=-300/-240 America/Grand_Turk
    -360/-360 1991=-360/-300 1992=-360/-360 2006=-360/-300 2007=-360/-360 America/Guatemala
    -300/-300 1993=-240/-300 1994=-300/-300 America/Guayaquil
    -180/-180 1992=-180/-240 1993=-240/-240 America/Guyana
    -300/-240 2005=-240/-240 2007=-300/-240 America/Havana Cuba
    -420/-420 1996=-420/-360 1999=-420/-420 America/Hermosillo
    -360/-300 1992=-300/-300 2007=-360/-300 America/Indiana/Knox America/Knox_IN US/Indiana-Starke
    -300/-300 2007=-360/-300 2008=-300/-240 America/Indiana/Petersburg America/Indiana/Vincennes
    -300/-300 2007=-360/-300 America/Indiana/Tell_City
    -300/-300 2007=-360/-240 2008=-300/-240 America/Indiana/Winamac
    -300/-240 2000=-360/-300 2001=-300/-240 America/Iqaluit America/Pangnirtung
    -360/-300 2001=-300/-240 America/Kentucky/Monticello
    -240/-300 1991=-300/-300 1994=-240/-300 1995=-300/-300 America/Lima
    -120/-180 1991=-180/-180 1996=-120/-180 1997=-180/-180 2000=-120/-180 2001=-180/-180
    2002=-120/-180 2003=-180/-180 America/Maceio
    -360/-360 1992=-300/-300 1997=-360/-360 2005=-360/-300 2007=-360/-360 America/Managua
    -240/-240 1994=-180/-240 1995=-240/-240 America/Manaus Brazil/West
    -360/-360 1996=-360/-300 America/Matamoros
    -420/-420 1996=-420/-360 2023=-420/-420 America/Mazatlan Mexico/BajaSur
    -360/-360 1996=-360/-300 2023=-360/-360 America/Merida America/Mexico_City America/Monterrey
    Mexico/General
    -480/-480 2016=-540/-480 2019=-480/-480 2020=-540/-480 America/Metlakatla
    -180/-120 America/Miquelon
    -120/-180 1994=-180/-180 2005=-120/-180 2016=-180/-180 America/Montevideo
    -60/-120 1991=-120/-120 2000=-60/-120 2001=-120/-120 2002=-60/-120 2003=-120/-120
    America/Noronha Brazil/DeNoronha
    -420/-360 2011=-360/-300 America/North_Dakota/Beulah
    -420/-360 1993=-360/-300 America/North_Dakota/Center
    -420/-360 2004=-360/-300 America/North_Dakota/New_Salem
    -360/-360 1996=-360/-300 1998=-360/-360 1999=-420/-360 2023=-360/-300 America/Ojinaga
    -300/-240 1998=-300/-300 2005=-300/-240 2007=-300/-300 2012=-300/-240 2016=-300/-300
    2017=-300/-240 America/Port-au-Prince
    -300/-300 2008=-300/-240 2009=-240/-240 2014=-300/-300 America/Porto_Acre America/Rio_Branco
    Brazil/Acre
    -180/-240 2015=-180/-180 2016=-180/-240 2017=-180/-180 America/Punta_Arenas Antarctica/Palmer
    -360/-300 2001=-300/-300 2002=-360/-300 America/Rankin_Inlet
    -360/-300 2001=-300/-300 2002=-360/-300 2007=-300/-300 2008=-360/-300 America/Resolute
    -240/-240 2008=-240/-180 2009=-180/-180 America/Santarem
    -180/-240 2015=-180/-180 2016=-180/-240 America/Santiago Chile/Continental
    -120/-180 2020=-180/-180 America/Sao_Paulo Brazil/East
    -60/0 2024=-60/-60 2025=-120/-60 America/Scoresbysund
    -210/-150 America/St_Johns Canada/Newfoundland
    -360/-360 2006=-360/-300 2007=-360/-360 America/Tegucigalpa
    -240/-240 1991=-240/-180 America/Thule
    480/480 2010=660/480 2011=480/480 2012=660/480 2013=480/480 2017=660/660 2018=660/480
    2024=480/480 Antarctica/Casey
    420/420 2010=300/420 2011=420/420 2012=300/420 2013=420/420 Antarctica/Davis
    600/600 Antarctica/DumontDUrville Etc/GMT-10 Pacific/Chuuk Pacific/Guam Pacific/Port_Moresby
    Pacific/Saipan Pacific/Truk Pacific/Yap
    660/600 2010=660/660 2011=660/600 Antarctica/Macquarie
    360/360 2010=300/300 Antarctica/Mawson
    780/720 Antarctica/McMurdo Antarctica/South_Pole NZ Pacific/Auckland
    0/0 2005=0/120 Antarctica/Troll
    420/420 1994=420/0 1995=420/420 2024=300/300 Antarctica/Vostok
    360/420 1991=360/360 1992=300/420 1993=360/420 2005=360/360 2024=360/300 2025=300/300
    Asia/Almaty
    120/180 2013=180/180 2014=120/180 2023=180/180 Asia/Amman
    720/780 1991=720/720 1992=660/780 1993=720/780 2010=720/720 2011=660/720 2012=720/720
    Asia/Anadyr Asia/Kamchatka
    300/360 1991=300/300 1992=240/360 1993=300/360 1995=240/300 2005=300/300 Asia/Aqtau
    300/360 1991=300/300 1992=240/360 1993=300/360 2005=300/300 Asia/Aqtobe
    300/360 1991=300/300 1992=240/300 1993=300/300 Asia/Ashgabat Asia/Ashkhabad
    300/360 1991=300/300 1992=240/360 1993=300/360 1999=300/300 2000=240/300 2005=300/300
    Asia/Atyrau
    180/240 2008=180/180 Asia/Baghdad
    240/300 1991=240/240 1992=180/240 1993=240/240 1996=240/300 2016=240/240 Asia/Baku
    420/420 Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta Asia/Phnom_Penh Asia/Pontianak Asia/Saigon
    Asia/Vientiane Etc/GMT-7 Indian/Christmas
    420/480 1991=420/420 1992=360/480 1993=420/480 1995=420/420 1996=360/420 2012=420/420
    2015=360/360 2016=360/420 2017=420/420 Asia/Barnaul
    120/180 Asia/Beirut Asia/Gaza Asia/Hebron Asia/Jerusalem Asia/Nicosia Asia/Tel_Aviv EET
    Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Mariehamn Europe/Nicosia Europe/Sofia
    Israel
    360/420 1991=360/360 1992=300/360 2006=360/360 Asia/Bishkek
    480/480 Asia/Brunei Asia/Hong_Kong Asia/Kuala_Lumpur Asia/Kuching Asia/Macao Asia/Macau
    Asia/Makassar Asia/Singapore Asia/Taipei Asia/Ujung_Pandang Etc/GMT-8 Hongkong ROC Singapore
    330/330 Asia/Calcutta Asia/Kolkata
    540/600 1991=540/540 1992=480/600 1993=540/600 2012=600/600 2015=480/480 2016=480/540
    2017=540/540 Asia/Chita
    480/540 1999=480/480 2001=480/540 2007=480/480 2015=480/540 2017=480/480 Asia/Choibalsan
    Asia/Ulaanbaatar Asia/Ulan_Bator
    480/540 1992=480/480 Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Shanghai PRC
    330/330 1996=330/390 1997=360/360 2006=360/330 2007=330/330 Asia/Colombo
    360/360 2009=360/420 2010=360/360 Asia/Dacca Asia/Dhaka
    120/180 2023=180/180 Asia/Damascus
    480/480 2001=540/540 Asia/Dili
    240/240 Asia/Dubai Asia/Muscat Etc/GMT-4 Indian/Mahe Indian/Reunion
    360/420 1991=360/360 1992=300/300 Asia/Dushanbe Asia/Tashkent
    120/180 2017=180/180 2018=120/180 Asia/Famagusta
    420/480 1999=420/420 2001=420/480 2007=420/420 2015=420/480 2017=420/420 Asia/Hovd
    480/540 1991=480/480 1992=420/540 1993=480/540 2012=540/540 2015=480/480 Asia/Irkutsk
    120/180 2017=180/180 Asia/Istanbul Europe/Istanbul Turkey
    540/540 Asia/Jayapura Asia/Seoul Asia/Tokyo Etc/GMT-9 Japan Pacific/Palau ROK
    270/270 Asia/Kabul
    300/300 2002=300/360 2003=300/300 2008=300/360 2010=300/300 Asia/Karachi
    360/360 Asia/Kashgar Asia/Thimbu Asia/Thimphu Asia/Urumqi Etc/GMT-6
    345/345 Asia/Kathmandu Asia/Katmandu
    540/600 1991=540/540 1992=480/600 1993=540/600 2004=600/660 2012=600/600 2015=540/540
    Asia/Khandyga
    420/480 1991=420/420 1992=360/480 1993=420/480 2012=480/480 2015=420/420 Asia/Krasnoyarsk
    660/720 1991=660/660 1992=600/720 1993=660/720 2012=720/720 2015=600/600 2016=600/660
    2017=660/660 Asia/Magadan
    480/540 1991=480/480 Asia/Manila
    420/480 1991=420/420 1992=360/480 1993=420/480 2010=420/420 2011=360/420 2012=420/420
    Asia/Novokuznetsk
    420/480 1991=420/420 1992=360/480 1993=420/420 1994=360/420 2012=420/420 2015=360/360
    2017=420/420 Asia/Novosibirsk
    360/420 1991=360/360 1992=300/420 1993=360/420 2012=420/420 2015=360/360 Asia/Omsk
    240/300 2005=300/300 Asia/Oral
    540/540 2016=510/510 2018=510/540 2019=540/540 Asia/Pyongyang
    300/360 1991=300/300 1992=240/360 1993=300/360 2005=360/360 2024=360/300 2025=300/300
    Asia/Qostanay
    300/360 1991=300/300 1992=300/360 2005=360/360 2019=300/300 Asia/Qyzylorda
    390/390 Asia/Rangoon Asia/Yangon Indian/Cocos
    660/720 1991=660/660 1992=600/720 1993=660/720 1997=660/660 1998=600/660 2012=660/660
    2015=600/600 2016=600/660 2017=660/660 Asia/Sakhalin
    300/360 1992=300/300 Asia/Samarkand
    660/720 1991=660/660 1992=600/720 1993=660/720 2012=720/720 2015=660/660 Asia/Srednekolymsk
    240/300 1991=240/240 1992=180/240 1995=240/300 1997=300/300 1998=240/300 2004=240/240
    2005=180/240 2006=240/240 Asia/Tbilisi
    210/210 1991=210/270 2006=210/210 2008=210/270 2023=210/210 Asia/Tehran Iran
    420/480 1991=420/420 1992=360/480 1993=420/480 2002=420/420 2003=360/420 2012=420/420
    2015=360/360 2016=360/420 2017=420/420 Asia/Tomsk
    660/720 1991=660/660 1992=600/720 1993=660/720 2012=660/660 2015=600/600 Asia/Ust-Nera
    600/660 1991=600/600 1992=540/660 1993=600/660 2012=660/660 2015=600/600 Asia/Vladivostok
    540/600 1991=540/540 1992=480/600 1993=540/600 2012=600/600 2015=540/540 Asia/Yakutsk
    300/360 1991=300/300 1992=240/360 1993=300/360 2012=360/360 2015=300/300 Asia/Yekaterinburg
    240/300 1991=240/240 1992=180/240 1996=240/240 1997=240/300 2012=240/240 Asia/Yerevan
    -60/0 1993=0/0 1994=-60/0 Atlantic/Azores
    0/60 Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Atlantic/Madeira Eire Europe/Belfast
    Europe/Dublin Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London GB GB-Eire WET
    -60/-60 Atlantic/Cape_Verde Etc/GMT+1
    -120/-120 Atlantic/South_Georgia Etc/GMT+2
    -180/-240 2011=-180/-180 Atlantic/Stanley
    660/600 Australia/ACT Australia/Canberra Australia/Currie Australia/Hobart Australia/Melbourne
    Australia/NSW Australia/Sydney Australia/Tasmania Australia/Victoria
    630/570 Australia/Adelaide Australia/Broken_Hill Australia/South Australia/Yancowinna
    660/600 1993=600/600 Australia/Brisbane Australia/Queensland
    570/570 Australia/Darwin Australia/North
    525/525 1992=585/525 1993=525/525 2007=585/525 2010=525/525 Australia/Eucla
    660/630 Australia/LHI Australia/Lord_Howe
    660/600 1995=600/600 Australia/Lindeman
    480/480 1992=540/480 1993=480/480 2007=540/480 2010=480/480 Australia/Perth Australia/West
    -300/-360 2015=-300/-300 2016=-300/-360 Chile/EasterIsland Pacific/Easter
    -600/-600 Etc/GMT+10 HST Pacific/Honolulu Pacific/Johnston Pacific/Tahiti US/Hawaii
    -660/-660 Etc/GMT+11 Pacific/Midway Pacific/Niue Pacific/Pago_Pago Pacific/Samoa US/Samoa
    -720/-720 Etc/GMT+12
    -480/-480 Etc/GMT+8
    -540/-540 Etc/GMT+9 Pacific/Gambier
    660/660 Etc/GMT-11 Pacific/Guadalcanal Pacific/Pohnpei Pacific/Ponape
    720/720 Etc/GMT-12 Pacific/Funafuti Pacific/Majuro Pacific/Nauru Pacific/Tarawa Pacific/Wake
    Pacific/Wallis
    780/780 Etc/GMT-13
    840/840 Etc/GMT-14
    300/300 Etc/GMT-5 Indian/Kerguelen Indian/Maldives
    180/240 1992=240/240 1993=180/240 2012=240/240 2015=180/180 2016=180/240 2017=240/240
    Europe/Astrakhan
    180/180 1991=120/180 Europe/Chisinau Europe/Tiraspol
    120/180 2012=180/180 2015=120/120 Europe/Kaliningrad
    180/180 1992=120/180 Europe/Kiev Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye
    180/240 1992=240/240 1993=180/240 2012=240/240 2015=180/180 Europe/Kirov
    0/60 1993=60/120 1996=60/60 1997=0/60 Europe/Lisbon Portugal
    180/180 1992=120/180 2012=180/180 Europe/Minsk
    180/240 1991=180/180 1992=120/240 1993=180/240 2012=240/240 2015=180/180 Europe/Moscow W-SU
    120/180 2000=120/120 2001=120/180 Europe/Riga
    180/240 1991=180/180 1992=240/300 2010=240/240 2011=180/240 2012=240/240 Europe/Samara
    180/240 1992=240/240 1993=180/240 2012=240/240 2015=180/180 2017=240/240 Europe/Saratov
    180/120 1991=120/120 1992=120/180 1994=120/240 1995=180/240 1997=180/180 1998=120/180
    2014=120/240 2015=180/180 Europe/Simferopol
    120/180 2000=120/120 2002=120/180 Europe/Tallinn
    180/240 1991=180/180 1992=120/240 1993=180/240 2012=240/240 2015=180/180 2016=180/240
    2017=240/240 Europe/Ulyanovsk
    120/180 1998=120/120 1999=60/120 2000=120/120 2003=120/180 Europe/Vilnius
    180/240 1992=240/240 1993=180/240 2012=240/240 2015=180/180 2019=240/240 2021=180/180
    Europe/Volgograd
    300/300 1996=360/360 Indian/Chagos
    240/240 2009=300/240 2010=240/240 Indian/Mauritius
    -720/-720 1994=720/720 Kwajalein Pacific/Kwajalein
    825/765 NZ-CHAT Pacific/Chatham
    -660/-660 2011=-600/-660 2012=840/780 2022=780/780 Pacific/Apia
    600/600 2015=660/660 Pacific/Bougainville
    720/660 1994=660/660 Pacific/Efate
    -660/-660 1995=780/780 Pacific/Enderbury Pacific/Kanton
    -660/-660 2012=780/780 Pacific/Fakaofo
    720/720 1999=780/720 2001=720/720 2010=780/720 2017=720/720 2021=780/720 2022=720/720
    Pacific/Fiji
    -360/-360 1993=-300/-360 1994=-360/-360 Pacific/Galapagos
    -600/-600 1995=840/840 Pacific/Kiritimati
    720/720 1999=660/660 Pacific/Kosrae
    -570/-570 Pacific/Marquesas
    690/690 2016=660/660 2020=720/660 Pacific/Norfolk
    660/660 1997=720/660 1998=660/660 Pacific/Noumea
    -510/-510 1998=-510/-480 1999=-480/-480 Pacific/Pitcairn
    -570/-600 1992=-600/-600 Pacific/Rarotonga
    780/780 2000=840/780 2003=780/780 Pacific/Tongatapu
    """
}
