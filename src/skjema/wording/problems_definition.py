"""Wordings of problems with definitions: skjema.toml, its blocks and kommune.toml."""

from skjema.wording import Text, Wording

KINDS: dict[str, Text] = {
    "string_type": {
        "nb": "det skal være tekst i anførselstegn",
        "nn": "det skal vere tekst i hermeteikn",
        "en": "it should be a text in quotation marks",
    },
    "int_type": {
        "nb": "det skal være et heltall",
        "nn": "det skal vere eit heiltal",
        "en": "it should be a whole number",
    },
    "bool_type": {
        "nb": "det skal være true eller false",
        "nn": "det skal vere true eller false",
        "en": "it should be true or false",
    },
    "dict_type": {"nb": "det skal være en tabell", "nn": "det skal vere ein tabell", "en": "it should be a table"},
    "tuple_type": {"nb": "det skal være en liste", "nn": "det skal vere ei liste", "en": "it should be a list"},
    "dataclass_type": {"nb": "det skal være en tabell", "nn": "det skal vere ein tabell", "en": "it should be a table"},
}
"""Expected kinds of values, by pydantic's name of the fault; the `reason` of `key-type`."""

DEFINITION: dict[str, Wording] = {
    "profile-name-unread": Wording(
        nb="«{got}» er ikke navnet på noe i noen av skjemaene, så verdien er ikke brukt. Rett navnet; «skjema show» viser dem.",
        nn="«{got}» er ikkje namnet på noko i nokon av skjemaa, så verdien er ikkje brukt. Rett namnet; «skjema show» viser dei.",
        en="\"{got}\" is not the name of anything in any of the forms, so the value was not used. Correct the name; 'skjema show'"
        " lists them.",
    ),
    "template-unread": Wording(
        nb="Filen er ikke brukt: ingen av malene til skjemaet heter det. Gi den et av navnene {known}, eller flytt den ut av mappen.",
        nn="Fila er ikkje brukt: ingen av malane til skjemaet heiter det. Gje ho eitt av namna {known}, eller flytt ho ut av mappa.",
        en="The file was not used: no template of the form has that name. Give it one of the names {known}, or move it out of the"
        " folder.",
    ),
    "form-unknown": Wording(
        nb="Skjemaet «{got}» finnes ikke. Mente du {hint}? Se «skjema list».",
        nn="Skjemaet «{got}» finst ikkje. Meinte du {hint}? Sjå «skjema list».",
        en="There is no form \"{got}\". Did you mean {hint}? See 'skjema list'.",
    ),
    "set-unknown": Wording(
        nb="«{got}» er ikke et felt i skjemaet. Feltene står i «skjema show {form}».",
        nn="«{got}» er ikkje eit felt i skjemaet. Felta står i «skjema show {form}».",
        en="\"{got}\" is not a field of the form. Its fields are listed by 'skjema show {form}'.",
    ),
    "set-near": Wording(
        nb="«{got}» er ikke et felt i skjemaet. Mente du «{hint}»? Feltene står i «skjema show {form}».",
        nn="«{got}» er ikkje eit felt i skjemaet. Meinte du «{hint}»? Felta står i «skjema show {form}».",
        en='"{got}" is not a field of the form. Did you mean "{hint}"? Its fields are listed by \'skjema show {form}\'.',
    ),
    "year-not-later": Wording(
        nb="Arbeidsboken er for {last}, og --year {year} er ikke senere. Velg et senere år, eller ta bort --year.",
        nn="Arbeidsboka er for {last}, og --year {year} er ikkje seinare. Vel eit seinare år, eller ta bort --year.",
        en="The workbook is for {last}, and --year {year} is not later. Choose a later year, or leave out --year.",
    ),
    "year-of-other": Wording(
        nb="--year flytter rader til et annet år, men arbeidsboken er for skjemaet {other}, og datoene tas som de står. Ta bort --year.",
        nn="--year flyttar rader til eit anna år, men arbeidsboka er for skjemaet {other}, og datoane blir tekne som dei står. Ta bort --year.",
        en="--year moves rows on to another year, but the workbook is for the form {other}, and dates are taken as they stand. Leave out --year.",
    ),
    "calendar-missing": Wording(
        nb="Skjemaet «{form}» har ingen datoer som hører til i en kalender. Velg docx eller pdf.",
        nn="Skjemaet «{form}» har ingen datoar som høyrer til i ein kalender. Vel docx eller pdf.",
        en='The form "{form}" has no dates that belong in a calendar. Choose docx or pdf.',
    ),
    "example-missing": Wording(
        nb="Skjemaet «{form}» har ikke noe eksempel ({file}).",
        nn="Skjemaet «{form}» har ikkje noko døme ({file}).",
        en='The form "{form}" has no example ({file}).',
    ),
    "language-unknown": Wording(
        nb="Skjemaet finnes ikke på «{got}». Velg ett av: {known}.",
        nn="Skjemaet finst ikkje på «{got}». Vel eitt av: {known}.",
        en='The form doesn\'t exist in "{got}". Choose one of: {known}.',
    ),
    "toml-not-utf8": Wording(
        nb="Filen er ikke UTF-8. Lagre den som UTF-8.",
        nn="Fila er ikkje UTF-8. Lagre ho som UTF-8.",
        en="The file is not UTF-8. Save it as UTF-8.",
    ),
    "toml-syntax": Wording(
        nb="Filen kan ikke leses her. Det skal stå navn = verdi, med tekst og nummer i anførselstegn.",
        nn="Fila kan ikkje lesast her. Det skal stå namn = verdi, med tekst og nummer i hermeteikn.",
        en="The file can't be read here. Write name = value, with texts and numbers such as 0150 in quotation marks.",
    ),
    "toml-truth": Wording(
        nb="Ja og nei skrives true og false her, med små bokstaver og uten anførselstegn.",
        nn="Ja og nei blir skrivne true og false her, med små bokstavar og utan hermeteikn.",
        en="Yes and no are written true and false here, in small letters and without quotation marks.",
    ),
    "toml-quotes": Wording(
        nb='Anførselstegnene her er ikke de som skal brukes. Skriv rette anførselstegn (").',
        nn='Hermeteikna her er ikkje dei som skal brukast. Skriv rette hermeteikn (").',
        en='The quotation marks here are not the ones to use. Write straight ones (").',
    ),
    "key-twice": Wording(
        nb="«{got}» står to ganger i samme del. Slett den ene.",
        nn="«{got}» står to gonger i same del. Slett den eine.",
        en='"{got}" stands twice in the same part. Delete one of them.',
    ),
    "schema-version": Wording(
        nb="schema er {got!r}, men denne utgaven av skjema leser bare 1.",
        nn="schema er {got!r}, men denne utgåva av skjema les berre 1.",
        en="schema is {got!r}, but this version of skjema reads only 1.",
    ),
    "key-unknown": Wording(
        nb="Nøkkelen «{got}» finnes ikke her. Mente du {hint}?",
        nn="Nøkkelen «{got}» finst ikkje her. Meinte du {hint}?",
        en='There is no key "{got}" here. Did you mean {hint}?',
    ),
    "key-missing": Wording(
        nb="Nøkkelen «{got}» mangler.",
        nn="Nøkkelen «{got}» manglar.",
        en='The key "{got}" is missing.',
    ),
    "key-value": Wording(
        nb="«{got}» skal være en av: {known}.",
        nn="«{got}» skal vere ein av: {known}.",
        en='"{got}" should be one of: {known}.',
    ),
    "key-type": Wording(
        nb="«{got}» har feil form: {reason}.",
        nn="«{got}» har feil form: {reason}.",
        en='"{got}" has the wrong form: {reason}.',
    ),
    "id-twice": Wording(
        nb="«{got}» er brukt to ganger. Gi hver sin id.",
        nn="«{got}» er brukt to gonger. Gje kvar sin id.",
        en='"{got}" is used twice. Give each its own id.',
    ),
    "id-form": Wording(
        nb="«{got}» kan ikke være en id. Bruk små bokstaver a-z, sifre og understrek, og ikke et ord som har en fast"
        " betydning.",
        nn="«{got}» kan ikkje vere ein id. Bruk små bokstavar a-z, siffer og understrek, og ikkje eit ord som har ei"
        " fast tyding.",
        en='"{got}" can\'t be an id. Use small letters a-z, digits and underscores, and not a word with a fixed meaning.',
    ),
    "rule-id": Wording(
        nb="«{got}» kan ikke være id for en regel. Bruk små bokstaver a-z, sifre og bindestrek, og ikke en av skjemas"
        " egne koder.",
        nn="«{got}» kan ikkje vere id for ein regel. Bruk små bokstavar a-z, siffer og bindestrek, og ikkje ein av"
        " skjema sine eigne kodar.",
        en="\"{got}\" can't be the id of a rule. Use small letters a-z, digits and hyphens, and none of skjema's own codes.",
    ),
    "form-id": Wording(
        nb="id er «{got}», men mappen heter «{wanted}». De skal være like, med små bokstaver a-z, sifre og bindestrek.",
        nn="id er «{got}», men mappa heiter «{wanted}». Dei skal vere like, med små bokstavar a-z, siffer og bindestrek.",
        en='id is "{got}", but the folder is "{wanted}". They should be the same, in small letters a-z, digits and hyphens.',
    ),
    "language-code": Wording(
        nb="«{got}» er ingen språkkode for et skjema. Skriv nb, nn, en, eller koden i ISO 639, som se, pl eller uk.",
        nn="«{got}» er ingen språkkode for eit skjema. Skriv nb, nn, en, eller koden i ISO 639, som se, pl eller uk.",
        en="'{got}' is not a language code for a form. Write nb, nn, en, or the code in ISO 639, such as se, pl or uk.",
    ),
    "form-version": Wording(
        nb="version er «{got}», men skal være en dato som 2026-11-21.",
        nn="version er «{got}», men skal vere ein dato som 2026-11-21.",
        en='version is "{got}", but should be a date such as 2026-11-21.',
    ),
    "text-missing": Wording(
        nb="«{got}» mangler tekst på {language}. Skjemaet skal finnes på alle språkene det oppgir.",
        nn="«{got}» manglar tekst på {language}. Skjemaet skal finnast på alle språka det oppgjev.",
        en='"{got}" has no text in {language}. The form should exist in every language it names.',
    ),
    "profile-language": Wording(
        nb="Har ingen tekst på «{language}» i kommune.toml, og står på et annet språk på skjemaet: {got}.",
        nn="Har ingen tekst på «{language}» i kommune.toml, og står på eit anna språk på skjemaet: {got}.",
        en='Without a text in "{language}" in kommune.toml, and in another language on the form: {got}.',
    ),
    "text-empty": Wording(
        nb="«{got}» har ingen tekst. Skriv den på minst ett av språkene nb, nn og en.",
        nn="«{got}» har ingen tekst. Skriv han på minst eitt av språka nb, nn og en.",
        en='"{got}" has no text. Write it in at least one of the languages nb, nn and en.',
    ),
    "label-twice": Wording(
        nb="Ledeteksten «{got}» er den samme som for «{other}». To kolonner kan ikke ha samme overskrift.",
        nn="Leieteksten «{got}» er den same som for «{other}». To kolonnar kan ikkje ha same overskrift.",
        en='The label "{got}" is the same as that of "{other}". Two columns can\'t have the same heading.',
    ),
    "name-unknown": Wording(
        nb="«{got}» er ikke navnet på noe felt her. Mente du {hint}?",
        nn="«{got}» er ikkje namnet på noko felt her. Meinte du {hint}?",
        en='"{got}" is not the name of a field here. Did you mean {hint}?',
    ),
    "name-unfit": Wording(
        nb="«{got}» kan ikke stå i {name}: answer er et ja eller nei mottakeren svarer (i en gruppe bare en med faste rader), expires en dato, withdrawn et felt mottakeren fyller ut.",
        nn="«{got}» kan ikkje stå i {name}: answer er eit ja eller nei mottakaren svarer (i ei gruppe berre ei med faste rader), expires ein dato, withdrawn eit felt mottakaren fyller ut.",
        en="\"{got}\" can't stand in {name}: answer is a yes or no of the recipient's (in a group only one with fixed rows), expires a date, withdrawn a field the recipient fills in.",
    ),
    "literal-yes-no": Wording(
        nb="«{name}» er ja eller nei, og aldri lik «{got}». Skriv bare {name}, eller not {name}.",
        nn="«{name}» er ja eller nei, og aldri lik «{got}». Skriv berre {name}, eller not {name}.",
        en='"{name}" is yes or no, and never equal to "{got}". Write {name} alone, or not {name}.',
    ),
    "literal-unknown": Wording(
        nb="«{name}» har ikke svaret «{got}». Mente du {hint}?",
        nn="«{name}» har ikkje svaret «{got}». Meinte du {hint}?",
        en='"{name}" has no answer "{got}". Did you mean {hint}?',
    ),
    "name-shared": Wording(
        nb="«{got}» betyr alt «{other}». Id, ledetekst og headers leses uten tegn og store bokstaver, og hver kan bare bety"
        " én kolonne. Gi dem tydelig ulike navn.",
        nn="«{got}» betyr alt «{other}». Id, leietekst og headers blir lesne utan teikn og store bokstavar, og kvar kan berre"
        " bety éin kolonne. Gje dei tydeleg ulike namn.",
        en='"{got}" means "{other}" already. Ids, labels and headers are read without signs and capitals, and each can mean'
        " one column only. Give them clearly different names.",
    ),
    "label-unnamed": Wording(
        nb="«{got}» har ingen bokstaver eller sifre. Skriv det med ord.",
        nn="«{got}» har ingen bokstavar eller siffer. Skriv det med ord.",
        en='"{got}" has no letters or digits. Write it in words.',
    ),
    "sheet-twice": Wording(
        nb="Arbeidsboken har alt et ark som heter eller leses som «{got}». Velg et annet navn.",
        nn="Arbeidsboka har alt eit ark som heiter eller blir lese som «{got}». Vel eit anna namn.",
        en='The workbook already has a sheet that is called or read as "{got}". Choose another name.',
    ),
    "key-unfit": Wording(
        nb="«{got}» kan ikke skille radene fra hverandre. Velg et felt som kontoret fyller ut i hver rad, og som ikke er"
        " choices.",
        nn="«{got}» kan ikkje skilje radene frå kvarandre. Vel eit felt som kontoret fyller ut i kvar rad, og som ikkje er"
        " choices.",
        en='"{got}" can\'t tell rows apart. Choose a field that the office fills in for each row, and that is not choices.',
    ),
    "expression-syntax": Wording(
        nb="«{got}» er ikke et uttrykk.",
        nn="«{got}» er ikkje eit uttrykk.",
        en='"{got}" is not an expression.',
    ),
    "expression-unsupported": Wording(
        nb="Uttrykket bruker {what}, som skjema ikke kjenner. Se docs/definisjon.md.",
        nn="Uttrykket bruker {what}, som skjema ikkje kjenner. Sjå docs/definisjon.md.",
        en="The expression uses {what}, which skjema doesn't know. See docs/definisjon.md.",
    ),
    "expression-function": Wording(
        nb="Funksjonen «{got}» finnes ikke. Det finnes: {known}.",
        nn="Funksjonen «{got}» finst ikkje. Det finst: {known}.",
        en='There is no function "{got}". There are: {known}.',
    ),
    "expression-arguments": Wording(
        nb="Antall verdier i funksjonen «{got}» skal være {wanted}.",
        nn="Talet på verdiar i funksjonen «{got}» skal vere {wanted}.",
        en='The number of values in the function "{got}" should be {wanted}.',
    ),
    "placeholder-form": Wording(
        nb="«{got}» i teksten er ikke et flettefelt. Skriv to krøllparenteser om navnet på et felt, eller om in_words(navn),"
        " weekday(navn) eller lower(navn).",
        nn="«{got}» i teksten er ikkje eit flettefelt. Skriv to krøllparentesar om namnet på eit felt, eller om in_words(namn),"
        " weekday(namn) eller lower(namn).",
        en='"{got}" in the text is not a placeholder. Put two braces round the name of a field, or round in_words(name),'
        " weekday(name) or lower(name).",
    ),
    "placeholder-here": Wording(
        nb="«{got}» har krøllparenteser, og denne teksten er den samme for alle. Skriv den uten.",
        nn="«{got}» har krøllparentesar, og denne teksten er den same for alle. Skriv han utan.",
        en='"{got}" has braces, and this text is the same for everyone. Write it without.',
    ),
    "placeholder-not-date": Wording(
        nb="«{got}» er ikke et datofelt, og kan ikke skrives i ord som dato. Skriv navnet på et datofelt, eller ta bort funksjonen.",
        nn="«{got}» er ikkje eit datofelt, og kan ikkje skrivast i ord som dato. Skriv namnet på eit datofelt, eller ta bort"
        " funksjonen.",
        en='"{got}" is not a date field, and can\'t be put into words as a date. Write the name of a date field, or remove the'
        " function.",
    ),
    "constraint-message": Wording(
        nb="constraint og message hører sammen; den ene mangler.",
        nn="constraint og message høyrer saman; den eine manglar.",
        en="constraint and message belong together; one is missing.",
    ),
    "choices-needed": Wording(
        nb="Et felt av denne typen må ha choices.",
        nn="Eit felt av denne typen må ha choices.",
        en="A field of this type must have choices.",
    ),
    "choice-unnamed": Wording(
        nb="Svaret «{got}» har ingen bokstaver eller sifre. Skriv det med ord.",
        nn="Svaret «{got}» har ingen bokstavar eller siffer. Skriv det med ord.",
        en='The answer "{got}" has no letters or digits. Write it in words.',
    ),
    "choices-alike": Wording(
        nb="Svarene «{got}» og «{other}» leses likt, siden tegn og store bokstaver ikke regnes med. Gi dem tydelig ulike navn.",
        nn="Svara «{got}» og «{other}» blir lesne likt, sidan teikn og store bokstavar ikkje blir rekna med. Gje dei tydeleg ulike namn.",
        en='The answers "{got}" and "{other}" are read as the same, since signs and capitals do not count. Give them clearly different names.',
    ),
    "choices-misplaced": Wording(
        nb="Bare felt av typen choice og choices kan ha choices.",
        nn="Berre felt av typen choice og choices kan ha choices.",
        en="Only fields of type choice and choices can have choices.",
    ),
    "lines-misplaced": Wording(
        nb="lines er høyden av en longtext, og minst 1.",
        nn="lines er høgda av ein longtext, og minst 1.",
        en="lines is the height of a longtext, and at least 1.",
    ),
    "signature-keys": Wording(
        nb="Bare en signature kan ha for_each og signer.",
        nn="Berre ein signature kan ha for_each og signer.",
        en="Only a signature can have for_each and signer.",
    ),
    "page-collides": Wording(
        nb="Side {page} på {language}: {texts} står oppå noe annet. Gi feltet mer plass (width), eller skriv kortere.",
        nn="Side {page} på {language}: {texts} står oppå noko anna. Gje feltet meir plass (width), eller skriv kortare.",
        en="Page {page} in {language}: {texts} stands on top of something else. Give the field more room (width), or write less.",
    ),
    "page-outside": Wording(
        nb="Side {page} på {language}: {texts} går ut over margen. Gi feltet mer plass (width), eller skriv kortere.",
        nn="Side {page} på {language}: {texts} går ut over margen. Gje feltet meir plass (width), eller skriv kortare.",
        en="Page {page} in {language}: {texts} runs over the margin. Give the field more room (width), or write less.",
    ),
    "page-word-broken": Wording(
        nb="«{got}» ({language}) blir delt midt i ordet, fordi det er bredere enn plassen. Gi feltet mer plass (width).",
        nn="«{got}» ({language}) blir delt midt i ordet, fordi det er breiare enn plassen. Gje feltet meir plass (width).",
        en='"{got}" ({language}) is broken within the word, since it is wider than its place. Give the field more room (width).',
    ),
    "form-letters-lacking": Wording(
        nb="Skriften mangler bokstaver som står i skjemaet ({language}): {letters}.",
        nn="Skrifta manglar bokstavar som står i skjemaet ({language}): {letters}.",
        en="The font lacks letters that stand on the form ({language}): {letters}.",
    ),
    "workbook-unread": Wording(
        nb="Arbeidsboken som lages ({language}), kan ikke leses slik den er: {got} [{code}]. Gi feltene tydelig ulike ledetekster.",
        nn="Arbeidsboka som blir laga ({language}), kan ikkje lesast slik ho er: {got} [{code}]. Gje felta tydeleg ulike leietekstar.",
        en="The workbook that is made ({language}) can't be read as it is: {got} [{code}]. Give the fields clearly different labels.",
    ),
    "letter-needed": Wording(
        nb='Et brev har layout = "letter" og tabellen [form.letter] med address og closing; andre skjemaer har ingen av delene.',
        nn='Eit brev har layout = "letter" og tabellen [form.letter] med address og closing; andre skjema har ingen av delane.',
        en='A letter has layout = "letter" and the table [form.letter] with address and closing; other forms have neither.',
    ),
    "head-item": Wording(
        nb='I en del med place = "head" kan det bare stå felt som skrives på linjer. Flytt {got} til en annen del.',
        nn='I ein del med place = "head" kan det berre stå felt som blir skrivne på linjer. Flytt {got} til ein annan del.',
        en='A section with place = "head" can only hold fields that are written on lines. Move {got} to another section.',
    ),
    "answer-long": Wording(
        nb="Svaret «{got}» får ikke plass i feltet {name} ({language}). Gi feltet større width, eller svaret en kortere tekst.",
        nn="Svaret «{got}» får ikkje plass i feltet {name} ({language}). Gje feltet større width, eller svaret ein kortare tekst.",
        en='The answer "{got}" doesn\'t fit the field {name} ({language}). Give the field a larger width, or the answer a shorter text.',
    ),
    "law-unknown": Wording(
        nb="Loven «{got}» står ikke i _lover.toml. Mente du {hint}?",
        nn="Lova «{got}» står ikkje i _lover.toml. Meinte du {hint}?",
        en='The law "{got}" is not in _lover.toml. Did you mean {hint}?',
    ),
    "rule-unknown": Wording(
        nb="«{got}» står ikke i _regler.toml. Mente du {hint}?",
        nn="«{got}» står ikkje i _regler.toml. Meinte du {hint}?",
        en='"{got}" is not in _regler.toml. Did you mean {hint}?',
    ),
    "suggestion-unfit": Wording(
        nb="«{got}» i suggest kan ikke stå i «{label}». Skriv det slik det skal stå i arbeidsboken.",
        nn="«{got}» i suggest kan ikkje stå i «{label}». Skriv det slik det skal stå i arbeidsboka.",
        en='"{got}" in suggest cannot stand in "{label}". Write it as in the workbook.',
    ),
    "expression-date": Wording(
        nb="En dato i et uttrykk skrives date('ÅÅÅÅ-MM-DD'), for eksempel date('2026-07-01').",
        nn="Ein dato i eit uttrykk blir skriven date('ÅÅÅÅ-MM-DD'), til dømes date('2026-07-01').",
        en="A date in an expression is written date('YYYY-MM-DD'), for example date('2026-07-01').",
    ),
    "law-left": Wording(
        nb="{got} er opphevet før denne utgaven av skjemaet. Vis til {hint}.",
        nn="{got} er oppheva før denne utgåva av skjemaet. Vis til {hint}.",
        en="{got} is repealed before this edition of the form. Refer to {hint}.",
    ),
    "text-bold": Wording(
        nb="{got} har ** som ville stå på papiret. Fet skrift er **slik**, på én linje, og bare i teksten til en note.",
        nn="{got} har ** som ville stå på papiret. Feit skrift er **slik**, på éi linje, og berre i teksten til ein note.",
        en="{got} has ** that would stand on the paper. Bold is **so**, on one line, and only in the text of a note.",
    ),
    "braces-single": Wording(
        nb="{got} ville stå slik på papiret. En verdi settes inn med to klammer på hver side.",
        nn="{got} ville stå slik på papiret. Ein verdi blir sett inn med to klammer på kvar side.",
        en="{got} would stand so on the paper. A value is put in with two braces on each side.",
    ),
    "roll-unfit": Wording(
        nb='Et felt av typen {got} har ingenting som kan flyttes til neste år. roll = "next" er for date og integer.',
        nn='Eit felt av typen {got} har ingenting som kan flyttast til neste år. roll = "next" er for date og integer.',
        en='A field of type {got} has nothing that can be moved on to next year. roll = "next" is for date and integer.',
    ),
    "letter-address": Wording(
        nb="Adressen i et brev står i [form.letter]. Ta bort address i [form].",
        nn="Adressa i eit brev står i [form.letter]. Ta bort address i [form].",
        en="A letter's address stands in [form.letter]. Remove address in [form].",
    ),
    "address-missing": Wording(
        nb="Skjemaet «{form}» har ingen adresse til etiketter. Sett address i [form] i definisjonen, eller kjør uten --labels.",
        nn="Skjemaet «{form}» har inga adresse til etikettar. Set address i [form] i definisjonen, eller køyr utan --labels.",
        en='The form "{form}" has no address for labels. Set address in [form] in the definition, or run without --labels.',
    ),
    "letter-landscape": Wording(
        nb="Et brev kan ikke være liggende: adressen må stå der vinduet i konvolutten er. Ta bort landscape.",
        nn="Eit brev kan ikkje vere liggjande: adressa må stå der vindauget i konvolutten er. Ta bort landscape.",
        en="A letter can't be landscape: its address must stand where the envelope's window is. Remove landscape.",
    ),
    "signature-recipient": Wording(
        nb="En signature fylles ut av mottakeren: filled_by skal være recipient.",
        nn="Ein signature blir fylt ut av mottakaren: filled_by skal vere recipient.",
        en="A signature is filled in by the recipient: filled_by should be recipient.",
    ),
    "type-in-group": Wording(
        nb="Et felt av typen {got} kan ikke stå i en gruppe.",
        nn="Eit felt av typen {got} kan ikkje stå i ei gruppe.",
        en="A field of type {got} can't stand in a group.",
    ),
    "group-limits": Wording(
        nb="min er {min}, men max er {max}.",
        nn="min er {min}, men max er {max}.",
        en="min is {min}, but max is {max}.",
    ),
    "group-nested": Wording(
        nb="En gruppe i en gruppe står i en med frie rader, har frie rader selv, og har ingen gruppe i seg.",
        nn="Ei gruppe i ei gruppe står i ei med frie rader, har frie rader sjølv, og har inga gruppe i seg.",
        en="A group in a group stands in one with free rows, has free rows itself, and has no group in it.",
    ),
    "group-fixed-limits": Wording(
        nb="En gruppe med faste rader (row) kan ikke ha min eller max.",
        nn="Ei gruppe med faste rader (row) kan ikkje ha min eller max.",
        en="A group with fixed rows (row) can't have min or max.",
    ),
    "block-unknown": Wording(
        nb="Blokken «{got}» finnes ikke. Mente du {hint}?",
        nn="Blokka «{got}» finst ikkje. Meinte du {hint}?",
        en='There is no block "{got}". Did you mean {hint}?',
    ),
    "choices-unknown": Wording(
        nb="Listen med svar «{got}» finnes ikke. En liste skrives som [[choices]] med id og answers. Det finnes: {known}.",
        nn="Lista med svar «{got}» finst ikkje. Ei liste blir skriven som [[choices]] med id og answers. Det finst: {known}.",
        en='There is no list of answers "{got}". A list is written as [[choices]] with id and answers. There are: {known}.',
    ),
    "template-restyled": Wording(
        nb="Malen er endret i Word. PDF-en lages av definisjonen og har ikke endringene; endre tekst i skjema.toml, så får"
        " begge den, eller lag PDF av Word-filene med skjema convert.",
        nn="Malen er endra i Word. PDF-en blir laga av definisjonen og har ikkje endringane; endre tekst i skjema.toml, så får"
        " begge han, eller lag PDF av Word-filene med skjema convert.",
        en="The template has been changed in Word. The PDF is made from the definition and lacks the changes; change texts in"
        " skjema.toml, and both have them, or make PDFs of the Word files with skjema convert.",
    ),
    "setting-type": Wording(
        nb="«{got}» er ikke en verdi denne innstillingen kan ha. Standarden er {default}.",
        nn="«{got}» er ikkje ein verdi denne innstillinga kan ha. Standarden er {default}.",
        en='"{got}" is another kind of value than this setting takes. Its default is {default}.',
    ),
    "text-control": Wording(
        nb="«{got}» har et tegn som ikke kan skrives ut. Skriv teksten på nytt.",
        nn="«{got}» har eit teikn som ikkje kan skrivast ut. Skriv teksten på nytt.",
        en='"{got}" holds a character that can\'t be printed. Write the text again.',
    ),
    "expression-long": Wording(
        nb="Uttrykket er for langt, eller har for mange ledd inni hverandre. Del det opp, for eksempel i flere regler.",
        nn="Uttrykket er for langt, eller har for mange ledd inni kvarandre. Del det opp, til dømes i fleire reglar.",
        en="The expression is too long, or has too many parts inside one another. Divide it, for example into several rules.",
    ),
    "text-long": Wording(
        nb="«{got}» er på {count} tegn, og kan ha høyst {most}. Skriv det kortere.",
        nn="«{got}» er på {count} teikn, og kan ha høgst {most}. Skriv det kortare.",
        en='"{got}" has {count} letters, and may have {most} at most. Write it shorter.',
    ),
    "number-large": Wording(
        nb="«{got}» er {value}, og kan være høyst {most}.",
        nn="«{got}» er {value}, og kan vere høgst {most}.",
        en='"{got}" is {value}, and may be {most} at most.',
    ),
    "number-small": Wording(
        nb="«{got}» er {value}, og må være minst {least}.",
        nn="«{got}» er {value}, og må vere minst {least}.",
        en='"{got}" is {value}, and must be {least} at least.',
    ),
    "expression-mixes": Wording(
        nb="Uttrykket «{got}» sammenligner eller regner med verdier av ulikt slag, for eksempel tekst og tall.",
        nn="Uttrykket «{got}» samanliknar eller reknar med verdiar av ulikt slag, til dømes tekst og tal.",
        en='The expression "{got}" compares or calculates with values of different kinds, such as a text and a number.',
    ),
    "default-unfit": Wording(
        nb="«{label}» er tomt, og det som regnes ut i stedet ({source}), passer ikke i feltet. Fyll det ut.",
        nn="«{label}» er tomt, og det som blir rekna ut i staden ({source}), passar ikkje i feltet. Fyll det ut.",
        en='"{label}" is empty, and the value calculated for it ({source}) does not fit the field. Fill it in.',
    ),
    "templates-missing": Wording(
        nb="Mappen «{got}» i --templates finnes ikke.",
        nn="Mappa «{got}» i --templates finst ikkje.",
        en='The folder "{got}" of --templates doesn\'t exist.',
    ),
    "logo-missing": Wording(
        nb="Logoen «{got}» finnes ikke. Legg den i samme mappe som {file}, eller ta bort linjen.",
        nn="Logoen «{got}» finst ikkje. Legg han i same mappe som {file}, eller ta bort linja.",
        en='The logo "{got}" doesn\'t exist. Put it into the folder of {file}, or remove the line.',
    ),
    "logo-not-png": Wording(
        nb="Logoen «{got}» er ikke en PNG-fil. Lagre den som PNG.",
        nn="Logoen «{got}» er ikkje ei PNG-fil. Lagre han som PNG.",
        en='The logo "{got}" is not a PNG file. Save it as PNG.',
    ),
    "logo-damaged": Wording(
        nb="Logoen «{got}» er skadet. Lagre den som PNG på nytt.",
        nn="Logoen «{got}» er skadd. Lagre han som PNG på nytt.",
        en='The logo "{got}" is damaged. Save it as PNG again.',
    ),
    "logo-large": Wording(
        nb="Logoen «{got}» er for stor: hver fil som lages, bærer den med seg. Lagre den i mindre størrelse, under {most} kB.",
        nn="Logoen «{got}» er for stor: kvar fil som blir laga, ber han med seg. Lagre han i mindre storleik, under {most} kB.",
        en='The logo "{got}" is too large: every file that is made carries it. Save it smaller, below {most} kB.',
    ),
}
