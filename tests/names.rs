//! Names in single sentences, through the public interface. Each case is a trap of its own.

use wirecopy::{Evidence, LexiconEntry, Options, Pattern, parse_article};

/// The mentions as "text/TYPE".
fn names(text: &str, options: &Options) -> Vec<String> {
    let article = parse_article(text, options).expect("the options are good");
    let names = article.mentions.iter().filter(|mention| mention.value.is_none());
    names.map(|mention| format!("{}/{}", mention.text, mention.kind.as_str())).collect()
}

#[test]
fn names_of_news() {
    let cases: &[(&str, &[&str])] = &[
        // Titles stay outside the name; nationalities are names of their own.
        ("The vote was lost by French President Marie Laurent.", &["French/NORP", "Marie Laurent/PERSON"]),
        ("It was signed by Prime Minister Kari Nordmann on Monday.", &["Kari Nordmann/PERSON"]),
        ("The plan of US Secretary of State Paul Hale failed.", &["US/GPE", "Paul Hale/PERSON"]),
        ("They met Gen. J. B. Stone there.", &["J. B. Stone/PERSON"]),
        ("Ana von der Lind left. Von der Lind said so.", &["Ana von der Lind/PERSON", "Von der Lind/PERSON"]),
        // What somebody does stands before the name as titles do.
        ("The plate is old. Curator Bente Aagaard smiled.", &["Bente Aagaard/PERSON"]),
        // Places that no list has: offices, residents and roads tell them.
        ("The mayor of Upper Sundara resigned.", &["Upper Sundara/GPE"]),
        ("Residents of Marosk left. The road to Veldrin is closed.", &["Marosk/GPE", "Veldrin/GPE"]),
        // Lists of places; the nouns behind them.
        (
            "Snow fell in Bergen, Skarvo and Veldrin. It closed the Ostel and Marosk districts.",
            &["Bergen/GPE", "Skarvo/GPE", "Veldrin/GPE", "Ostel/GPE", "Marosk/GPE"],
        ),
        (
            "They crossed the Tolva and Neddra rivers near the Skarvo market.",
            &["Tolva/LOC", "Neddra/LOC", "Skarvo/FAC"],
        ),
        // Offices, which end the name of whatever they are of.
        ("It was told to the Ostel Regional Commissioner, Mr Tom Lind.", &["Ostel/GPE", "Tom Lind/PERSON"]),
        (
            "The Executive Secretary of the Veldrin Relief Management Agency (VRMA) left.",
            &["Veldrin Relief Management Agency/ORG", "VRMA/ORG"],
        ),
        ("A letter from the Prime Minister Office came.", &["Prime Minister Office/ORG"]),
        ("Hundreds moved into camps, District Collector Ravi Lind said.", &["Ravi Lind/PERSON"]),
        // Marks between two names, and within one.
        ("She left the UN's Harbour Relief Agency.", &["UN/ORG", "Harbour Relief Agency/ORG"]),
        (
            "The Veldrin Bakers' Union and its head, Lin Bao-fu, agreed.",
            &["Veldrin Bakers' Union/ORG", "Lin Bao-fu/PERSON"],
        ),
        // What ministries are for, at the start of a sentence; in lists.
        ("Social Affairs Ministry staff left.", &["Social Affairs Ministry/ORG"]),
        (
            "It was measured by the Geology, Hydrology and Climate Agency.",
            &["Geology, Hydrology and Climate Agency/ORG"],
        ),
        (
            "The Ministry of Sustainability and the Environment paid.",
            &["Ministry of Sustainability and the Environment/ORG"],
        ),
        // Addresses, and letters behind a name.
        (
            "“It is late,” said Miss Mota. Daw Khin Swe and Ana Lind Esq. agreed.",
            &["Mota/PERSON", "Khin Swe/PERSON", "Ana Lind/PERSON"],
        ),
        // Later surnames.
        ("Minister Anna Kovacs resigned. Critics of Kovacs cheered.", &["Anna Kovacs/PERSON", "Kovacs/PERSON"]),
        // Heads and prefixes of names.
        ("A spokesman for the Norwegian Fisheries Agency agreed.", &["Norwegian Fisheries Agency/ORG"]),
        ("He joined the Bank of Ruritania in May.", &["Bank of Ruritania/ORG"]),
        ("She works for Halvorsen Shipping Ltd. in Bergen.", &["Halvorsen Shipping Ltd./ORG", "Bergen/GPE"]),
        ("A fire broke out at Lindqvist Airport.", &["Lindqvist Airport/FAC"]),
        ("The boat sank in Lake Ostrava.", &["Lake Ostrava/LOC"]),
        // What companies' names end with, in several countries.
        ("Nordal Fisk A/S and Brenta S.p.A. merged.", &["Nordal Fisk A/S/ORG", "Brenta S.p.A./ORG"]),
        (
            "The port sued Nordsund Fisk A/S over the spill. Nordsund Fisk had denied it.",
            &["Nordsund Fisk A/S/ORG", "Nordsund Fisk/ORG"],
        ),
        ("Talvio Oyj sued Orlov Shipping, Inc. in Oslo.", &["Talvio Oyj/ORG", "Orlov Shipping, Inc./ORG", "Oslo/GPE"]),
        // The places of a dateline, which no list has.
        (
            "TARNHOLM, Denmark, Nov. 12, 2025 (AP) - A ferry sank off Tarnholm on Monday, police said.",
            &["TARNHOLM/GPE", "Denmark/GPE", "AP/ORG", "Tarnholm/GPE"],
        ),
        // What is short for a longer name.
        (
            "A storm hit Haiti. Hurricane Odette killed ten. Odette turned north.",
            &["Haiti/GPE", "Hurricane Odette/EVENT", "Odette/EVENT"],
        ),
        (
            "Honduras' National Weather and Water Service warned.",
            &["Honduras/GPE", "National Weather and Water Service/ORG"],
        ),
        // Bodies whose name lists what they are for.
        (
            "The Ministry of Food, Fisheries and Rural Affairs closed the port of Halden.",
            &["Ministry of Food, Fisheries and Rural Affairs/ORG", "Halden/GPE"],
        ),
        (
            "Aides of the Department for Ports, Trade and Industry left Oslo.",
            &["Department for Ports, Trade and Industry/ORG", "Oslo/GPE"],
        ),
        (
            "The ships of the Ministry of Defence, Norway and Denmark met.",
            &["Ministry of Defence/ORG", "Norway/GPE", "Denmark/GPE"],
        ),
        ("The crew called the Maritime and Fisheries Agency.", &["Maritime and Fisheries Agency/ORG"]),
        // A nickname within a name.
        ("The crew called James \"Sonny\" Roe.", &["James \"Sonny\" Roe/PERSON"]),
        ("The bowler Asta “Bullet” Perera sang.", &["Asta “Bullet” Perera/PERSON"]),
        ("James sang \"Sonny Days\" on Monday.", &["James/PERSON", "Sonny Days/WORK_OF_ART"]),
        ("A study of the University of California, Berkeley said so.", &["University of California, Berkeley/ORG"]),
        // The noun before a name tells what it is.
        ("The tanker Nordlys ran aground off Oslo.", &["Nordlys/PRODUCT", "Oslo/GPE"]),
        ("The film “Winter Harbour” opens on Friday.", &["Winter Harbour/WORK_OF_ART"]),
        ("Mota left Ndarane, 50 km south of Dakar.", &["Mota/PERSON", "Ndarane/GPE", "Dakar/GPE"]),
        ("The cut was expected. Harbers' Lucas Fern said so.", &["Harbers/ORG", "Lucas Fern/PERSON"]),
        ("Mota praised Sonalek, the state oil firm.", &["Mota/PERSON", "Sonalek/ORG"]),
        ("Soldiers cleared the village of Boko Tamar at noon.", &["Boko Tamar/GPE"]),
        ("Nobody was held near the town of Hatch.", &["Hatch/GPE"]),
        ("The road runs south of Jack Mota's farm.", &["Jack Mota/PERSON"]),
        ("Floods cut off Mian Teshin district again.", &["Mian Teshin/GPE"]),
        ("Shops shut in the state capital, Halvaneshwar, after the vote.", &["Halvaneshwar/GPE"]),
        ("She led the city, Jack Mota, her deputy, the port.", &["Jack Mota/PERSON"]),
        ("Mota sued the Morgonbladet newspaper over it.", &["Mota/PERSON", "Morgonbladet/ORG"]),
        (
            "T. S. Orlov resigned. Later J.B. Lind and K. Mota followed.",
            &["T. S. Orlov/PERSON", "J.B. Lind/PERSON", "K. Mota/PERSON"],
        ),
        ("It cost Boeing 40 percent of its orders.", &["Boeing/ORG"]),
        ("A Boeing 737 burned out at the gate.", &["Boeing 737/PRODUCT"]),
        ("A Boeing 737-400 and an Antonov An-26 collided.", &["Boeing 737-400/PRODUCT", "Antonov An-26/PRODUCT"]),
        ("It fired a Fateh-90 missile at a Su-35MK fighter.", &["Fateh-90/PRODUCT", "Su-35MK/PRODUCT"]),
        // Letters that stand for things.
        ("Many NGOs and SUVs were hit. GDP fell, said NGO staff.", &[]),
        ("A Nordal Ltd IPO was put off.", &["Nordal Ltd/ORG"]),
        (
            "The Inland Pilots Organisation (IPO) met. The IPO agreed.",
            &["Inland Pilots Organisation/ORG", "IPO/ORG", "IPO/ORG"],
        ),
        // Ranks that are surnames, and offices that are not.
        ("A doctor saw Mrs. King at home.", &["King/PERSON"]),
        ("\"No, Mr. President, it is not,\" the clerk said.", &[]),
        ("The newspaper Tuoi Dinh said so.", &["Tuoi Dinh/ORG"]),
        ("They have picked SBC Lindholm as lead manager.", &["SBC Lindholm/ORG"]),
        // Scores, standings and fixtures.
        (
            "Results of soccer matches played on Sunday:\nFarvik 2 Tolvik 1\nNorway 3 New Zealand 1 (halftime 1-0)",
            &["Farvik/ORG", "Tolvik/ORG", "Norway/GPE", "New Zealand/GPE"],
        ),
        ("Standings:\nFarvik 8 6 1 1 15 5 19\nTolvik 8 4 2 2 11 8 14", &["Farvik/ORG", "Tolvik/ORG"]),
        (
            "Results of soccer matches:\nFarvik 4 (Lind 20, 46, Hale 58) Tolvik 1 (Mota 13). Attendance 6,000",
            &["Farvik/ORG", "Lind/PERSON", "Hale/PERSON", "Tolvik/ORG", "Mota/PERSON"],
        ),
        ("2. Paul Hill (Britain) Nordlys 1:50.980", &["Paul Hill/PERSON", "Britain/GPE", "Nordlys/ORG"]),
        // Teams that go by their town, and towns that only sound like it.
        ("Bergen beat Trondheim 2-1 on Sunday.", &["Bergen/ORG", "Trondheim/ORG"]),
        (
            "Boston blanked Houston 3-0, and Norway beat Sweden 2-1.",
            &["Boston/ORG", "Houston/ORG", "Norway/GPE", "Sweden/GPE"],
        ),
        (
            "In Seattle, Paul Hale hit a homer as Boston lost 5-4 to Toronto.",
            &["Seattle/GPE", "Paul Hale/PERSON", "Boston/ORG", "Toronto/ORG"],
        ),
        ("Hale's late touchdown gave Boston a victory over Denver.", &["Hale/PERSON", "Boston/ORG", "Denver/ORG"]),
        ("Coventry striker Paul Hale missed the game.", &["Coventry/ORG", "Paul Hale/PERSON"]),
        ("Houston's Jon Hale took 12 rebounds.", &["Houston/ORG", "Jon Hale/PERSON"]),
        ("Dallas, winless in five games, hosts Boston (2-6) on Friday.", &["Dallas/ORG", "Boston/ORG"]),
        ("London beat Paris to the fund's new office.", &["London/GPE", "Paris/GPE"]),
        ("The mayor of Seattle met business leaders in Boston.", &["Seattle/GPE", "Boston/GPE"]),
        (
            "BASEBALL - GIANTS EDGE PHILLIES\n\nThe Giants beat the Phillies on Monday, and no giant fell.",
            &["GIANTS/ORG", "PHILLIES/ORG", "Giants/ORG", "Phillies/ORG"],
        ),
        // A phrase that shares its hash with a name.
        ("The chief executive of CalMac has apologised for the delay.", &["CalMac/ORG"]),
        // Titles of the world, and letters behind a name.
        (
            "The widow, Hajia Rabi Bello, thanked DCP Ravi Kumar and Cde Albert Moyo.",
            &["Rabi Bello/PERSON", "Ravi Kumar/PERSON", "Albert Moyo/PERSON"],
        ),
        ("It was argued by Tobias Hale KC and Lord Stone OBE.", &["Tobias Hale/PERSON", "Stone/PERSON"]),
        // Text that was cut into tokens.
        ("Mota 's boat sank off Oslo .", &["Mota/PERSON", "Oslo/GPE"]),
        (
            "Leading results of the stage:\n1. Henrik Lind ( Sweden ) Team Nordlys 4 hours 12 minutes",
            &["Henrik Lind/PERSON", "Sweden/GPE", "Team Nordlys/ORG"],
        ),
        ("Games on Friday:\nLISBON AT BERGEN", &["LISBON/ORG", "BERGEN/GPE"]),
        // Teams that no list has, in results; a side that is called like people.
        (
            "Results of Sunday's games:\nTolvik 2-1 Farvik\nRed Herons 0 - 0 Marosk United\n\nThe coach of Tolvik wept.",
            &["Tolvik/ORG", "Farvik/ORG", "Red Herons/ORG", "Marosk United/ORG", "Tolvik/ORG"],
        ),
        // Machine-translated small letters.
        ("It was denied by the Peruvian foreign Ministry.", &["Peruvian foreign Ministry/ORG"]),
        // Two names that stand side by side.
        ("Norway's Ambassador in Caracas Peter Holm left.", &["Norway/GPE", "Caracas/GPE", "Peter Holm/PERSON"]),
        // Definitions of acronyms, and later use.
        (
            "The Orlov Trade Institute (OTI) closed. Nobody at OTI spoke.",
            &["Orlov Trade Institute/ORG", "OTI/ORG", "OTI/ORG"],
        ),
        // Small letters within names.
        ("Talks with Kim Min-su and Maria de la Cruz began.", &["Kim Min-su/PERSON", "Maria de la Cruz/PERSON"]),
        ("They fought al-Qaeda in Yemen.", &["al-Qaeda/ORG", "Yemen/GPE"]),
        // Numbers in names.
        ("Article 50 covers COVID-19 and the Boeing 737.", &["Article 50/LAW", "COVID-19/MISC", "Boeing 737/PRODUCT"]),
        ("He won the 2018 Brazilian general election.", &["2018 Brazilian general election/EVENT"]),
        // Not names: weekdays, months, first words, currencies, the pronoun.
        ("However, on Tuesday I paid USD 500 in March.", &[]),
        // us and US, who and WHO.
        ("Some of us know who told the US and the WHO.", &["US/GPE", "WHO/ORG"]),
        ("WHO cares about the harbour.", &["WHO/ORG"]),
        ("Who cares about the harbour.", &[]),
        // Possessives stay outside.
        ("Russia’s answer came.", &["Russia/GPE"]),
        ("He speaks Hebrew and Urdu.", &["Hebrew/LANGUAGE", "Urdu/LANGUAGE"]),
        // A capital that only begins the sentence; a noun that only follows the name.
        ("The party met. It is time to go.", &[]),
        ("Landslides hit the north of Norway.", &["Norway/GPE"]),
        ("A sailor told Xinhua news agency so.", &["Xinhua/ORG"]),
        // Owners within a name, states of senators, a long form whose acronym has its first letter.
        ("Members of the Nordhaven Dockers' Union left.", &["Nordhaven Dockers' Union/ORG"]),
        (
            "Sen. Bob Crane, R-Texas, met Rep. Ann Low (D-Ohio).",
            &["Bob Crane/PERSON", "Texas/GPE", "Ann Low/PERSON", "Ohio/GPE"],
        ),
        (
            "The Centers for Harbour and Housing Services (CHS) paid.",
            &["Centers for Harbour and Housing Services/ORG", "CHS/ORG"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text, &Options::default()), *expected, "{text}");
    }
}

#[test]
fn each_name_says_what_spoke_for_it() {
    let text = "On Monday President Qorvan and his guest Kari Nordmann left Norway together. They flew to the Orlov Trade \
                Institute (OTI) there, where Nordmann told the Fisheries Agency what Marie Laurent thinks of Article 50.";
    let article = parse_article(text, &Options::default()).unwrap();
    let evidence_of = |name: &str| {
        let mention = article.mentions.iter().find(|mention| mention.text == name);
        mention.unwrap_or_else(|| panic!("{name} is not found")).evidence
    };
    for (name, evidence) in [
        ("Qorvan", Evidence::Title),
        ("Kari Nordmann", Evidence::PersonName),
        ("Norway", Evidence::KnownName),
        ("Orlov Trade Institute", Evidence::Definition),
        ("OTI", Evidence::Definition),
        ("Nordmann", Evidence::SeenInFull),
        ("Fisheries Agency", Evidence::HeadWord),
        ("Marie Laurent", Evidence::PersonName),
        ("Article 50", Evidence::Pattern),
    ] {
        assert_eq!(evidence_of(name), Some(evidence), "{name}");
    }
    let dates = parse_article("It rained on Monday.", &Options::default()).unwrap();
    assert_eq!(dates.mentions[0].evidence, None);
}

#[test]
fn headlines_that_give_every_word_a_capital() {
    let body = "Kari Nordmann denied on Monday that she had held talks in Oslo.";
    let found = names(&format!("Nordmann Denies Report Of Talks With Oslo\n\n{body}"), &Options::default());
    assert_eq!(found, ["Nordmann/PERSON", "Oslo/GPE", "Kari Nordmann/PERSON", "Oslo/GPE"]);
    let capitals = names(&format!("NORDMANN DENIES TALKS IN OSLO\n\n{body}"), &Options::default());
    assert_eq!(capitals, ["NORDMANN/PERSON", "OSLO/GPE", "Kari Nordmann/PERSON", "Oslo/GPE"]);
}

#[test]
fn the_callers_names_win_and_are_whole_words() {
    let entry = |name: &str, aliases: &[&str]| LexiconEntry {
        name: name.into(),
        kind: "SHIP".into(),
        aliases: aliases.iter().map(|alias| alias.to_string()).collect(),
        wikidata: Some("Q1".into()),
    };
    let options = Options { lexicon: vec![entry("Paul Hale", &["the Hale"])], ..Options::default() };
    let article = parse_article("Paul Hale sank; the Hale was old. Not the Halecon.", &options).unwrap();
    let ships: Vec<_> = article.mentions.iter().filter(|mention| mention.kind.as_str() == "SHIP").collect();
    assert_eq!(ships.len(), 2);
    assert_eq!(ships[0].entity, ships[1].entity);
    assert_eq!(ships[0].confidence, 1.0);
    let entity = &article.entities[ships[0].entity.unwrap() as usize];
    assert_eq!((entity.name.as_str(), entity.wikidata.as_deref()), ("Paul Hale", Some("Q1")));
    assert_eq!(entity.aliases, ["the Hale"]);
}

#[test]
fn of_the_callers_names_that_stand_in_one_place_the_longest_counts_and_of_equals_the_first() {
    let entries = [("Mor", "SHIP"), ("Mor Tide", "PORT"), ("Mor Tide Bank", "ORG"), ("Mor Tide", "EVENT")];
    let entry = |(name, kind): (&str, &str)| {
        let (name, kind) = (name.to_string(), kind.to_string());
        LexiconEntry { name, kind, aliases: vec![], wikidata: None }
    };
    let options = Options { lexicon: entries.map(entry).into(), ..Options::default() };
    let found = names("Mor Tide Bank, Mor Tide and Mor.", &options);
    assert_eq!(found, ["Mor Tide Bank/ORG", "Mor Tide/PORT", "Mor/SHIP"]);
}

#[test]
fn the_callers_patterns_and_names_to_ignore() {
    let pattern = Pattern { kind: "CASE".into(), pattern: r"\b[A-Z]{2}-\d{4}\b".into() };
    let options = Options { patterns: vec![pattern], ignore: vec!["Oslo".into()], ..Options::default() };
    assert_eq!(names("Case AB-1234 was heard in Oslo and Bergen.", &options), ["AB-1234/CASE", "Bergen/GPE"]);

    let broken = Pattern { kind: "CASE".into(), pattern: "(".into() };
    let error = parse_article("x", &Options { patterns: vec![broken], ..Options::default() }).unwrap_err();
    assert_eq!(error.code.as_str(), "bad-option");
}

#[test]
fn endless_runs_of_capitals_are_read_to_their_end() {
    for word in ["Russia ", "A ", "Kari Nordmann ", "NATO-", "President ", "of Bank "] {
        let text = word.repeat(50_000);
        let article = parse_article(&text, &Options::default()).unwrap();
        assert!(article.mentions.windows(2).all(|pair| pair[0].end <= pair[1].start), "{word}");
        assert_eq!(article.text, text);
    }
}
