"""Wordings of problems with data: a value, a row, a heading or a key."""

from skjema.wording import Wording

DATA: dict[str, Wording] = {
    # -- fields
    "required-empty": Wording(
        nb="«{label}» må fylles ut.",
        nn="«{label}» må fyllast ut.",
        en='"{label}" must be filled in.',
    ),
    "column-absent": Wording(
        nb="«{label}» må fylles ut, og det er ingen kolonne for det. Legg til kolonnen.",
        nn="«{label}» må fyllast ut, og det er ingen kolonne for det. Legg til kolonnen.",
        en='"{label}" must be filled in, and there is no column for it. Add the column.',
    ),
    "constraint": Wording(
        nb="«{label}»: {message}",
        nn="«{label}»: {message}",
        en='"{label}": {message}',
    ),
    "not-relevant": Wording(
        nb="«{label}» er fylt ut, men gjelder ikke her og blir ikke skrevet på skjemaet. Se etter om noe annet er feil.",
        nn="«{label}» er fylt ut, men gjeld ikkje her og blir ikkje skrive på skjemaet. Sjå etter om noko anna er feil.",
        en='"{label}" is filled in, but doesn\'t apply here and will not be printed. Check whether something else is wrong.',
    ),
    "not-relevant-many": Wording(
        nb="Dette er fylt ut, men gjelder ikke her og blir ikke skrevet på skjemaet: {items}. Se etter om noe annet er feil.",
        nn="Dette er fylt ut, men gjeld ikkje her og blir ikkje skrive på skjemaet: {items}. Sjå etter om noko anna er feil.",
        en="This is filled in, but doesn't apply here and will not be printed: {items}. Check whether something else is wrong.",
    ),
    "relevance-undecided": Wording(
        nb="«{label}» er tomt og avgjør om noe gjelder her. Derfor er dette med på papiret: {items}. Fyll ut «{label}».",
        nn="«{label}» er tomt og avgjer om noko gjeld her. Derfor er dette med på papiret: {items}. Fyll ut «{label}».",
        en='"{label}" is empty and decides whether something applies here. So this is on the paper: {items}. Fill in "{label}".',
    ),
    "choice-unknown": Wording(
        nb="«{label}» er {got}, som ikke er et av svarene. Velg ett av: {known}.",
        nn="«{label}» er {got}, som ikkje er eit av svara. Vel eitt av: {known}.",
        en='"{label}" is {got}, which is not one of the answers. Choose one of: {known}.',
    ),
    "answers-unknown": Wording(
        nb="«{label}» har {got}, som ikke er blant svarene. Velg blant disse, med semikolon mellom dem som velges: {known}.",
        nn="«{label}» har {got}, som ikkje er blant svara. Vel blant desse, med semikolon mellom dei som blir valde: {known}.",
        en='"{label}" has {got}, which is not among the answers. Choose among these, with a semicolon between those chosen: {known}.',
    ),
    "answer-unticked": Wording(
        nb="«{label}» er {got}, en rute som ikke er krysset av. Skriv svaret som gjelder, uten rute, eller la cellen stå tom.",
        nn="«{label}» er {got}, ei rute som ikkje er kryssa av. Skriv svaret som gjeld, utan rute, eller la cella stå tom.",
        en='"{label}" is {got}, a box that is not ticked. Write the answer that holds, without a box, or leave the cell empty.',
    ),
    "answer-of-other": Wording(
        nb="«{label}» er {got}, som nevner en annen enn den raden gjelder, eller raden sier ikke hva vedkommende er for barnet."
        " Skriv bare svaret for denne personen.",
        nn="«{label}» er {got}, som nemner ein annan enn den rada gjeld, eller rada seier ikkje kva vedkomande er for barnet."
        " Skriv berre svaret for denne personen.",
        en='"{label}" is {got}, which names somebody else than the row is for, or the row doesn\'t say who the person is to the'
        " child. Write the answer for this person alone.",
    ),
    "answer-sign": Wording(
        nb="«{label}» er {got}, og tegnene kan bety både at noe er valgt og at det ikke er det. Skriv bare det som er valgt, uten"
        " tegn foran eller bak.",
        nn="«{label}» er {got}, og teikna kan bety både at noko er valt og at det ikkje er det. Skriv berre det som er valt, utan"
        " teikn framfor eller bak.",
        en='"{label}" is {got}, and the signs may mean that something is chosen or that it is not. Write only what is chosen,'
        " with no sign before or after it.",
    ),
    "empty-word": Wording(
        nb="«{label}» er {got}, og er lest som en tom celle.",
        nn="«{label}» er {got}, og er lesen som ei tom celle.",
        en='"{label}" is {got}, and was read as an empty cell.',
    ),
    "yes-no-form": Wording(
        nb="«{label}» er {got}. Skriv ja eller nei, eller x for ja.",
        nn="«{label}» er {got}. Skriv ja eller nei, eller x for ja.",
        en='"{label}" is {got}. Write yes or no, or x for yes.',
    ),
    "name-form": Wording(
        nb="«{label}» er {got}, som ikke har noen bokstaver. Skriv et navn.",
        nn="«{label}» er {got}, som ikkje har nokon bokstavar. Skriv eit namn.",
        en='"{label}" is {got}, which has no letters. Write a name.',
    ),
    "name-order": Wording(
        nb="«{label}» er {got}. Kolonnen har etternavnet først, og uten komma vet ikke programmet hvor det slutter. Skriv komma etter"
        " etternavnet: Nordmann, Kari.",
        nn="«{label}» er {got}. Kolonnen har etternamnet først, og utan komma veit ikkje programmet kvar det sluttar. Skriv komma etter"
        " etternamnet: Nordmann, Kari.",
        en='"{label}" is {got}. The column has the surname first, and without a comma nothing says where it ends. Write a comma after'
        " the surname: Nordmann, Kari.",
    ),
    "names-surname-first": Wording(
        nb="Etternavnet ser ut til å stå først i navnene: barn og foresatte har det første ordet felles (rader: {count}). De blir skrevet slik"
        " på skjemaet. Skriv fornavnet først i alle navn, eller sett komma etter etternavnet («Nes, Kari»).",
        nn="Etternamnet ser ut til å stå først i namna: barn og føresette har det første ordet felles (rader: {count}). Dei blir skrivne slik"
        " på skjemaet. Skriv førenamnet først i alle namn, eller set komma etter etternamnet («Nes, Kari»).",
        en="The surname seems to stand first in the names: children and guardians share the first word (rows: {count}). They will be printed"
        ' like that. Write the given name first in all names, or put a comma behind the surname ("Nes, Kari").',
    ),
    "name-turned": Wording(
        nb="«{label}» var {got} og er lest som {value}.",
        nn="«{label}» var {got} og er lese som {value}.",
        en='"{label}" was {got} and was read as {value}.',
    ),
    "name-question-mark": Wording(
        nb="«{label}» er {got}. Et spørsmålstegn i et ord er ofte en bokstav som gikk tapt da filen ble laget"
        " (æ, ø, č). Rett teksten, eller lagre filen som UTF-8.",
        nn="«{label}» er {got}. Eit spørjeteikn i eit ord er ofte ein bokstav som gjekk tapt då fila vart laga"
        " (æ, ø, č). Rett teksten, eller lagre fila som UTF-8.",
        en='"{label}" is {got}. A question mark in a word is often a letter lost when the file was made'
        " (æ, ø, č). Correct the text, or save the file as UTF-8.",
    ),
    "phone-plus": Wording(
        nb="«{label}» var {got} og er lest som det norske nummeret {value}.",
        nn="«{label}» var {got} og er lese som det norske nummeret {value}.",
        en='"{label}" was {got} and was read as the Norwegian number {value}.',
    ),
    "letters-misread": Wording(
        nb="«{label}» er {got}, der bokstaver er lest feil (den første er tegn nr. {at}); teksten er trolig i {encoding}. Lagre filen på nytt som CSV"
        " UTF-8 eller .xlsx fra programmet den kom fra, eller skriv teksten om igjen.",
        nn="«{label}» er {got}, der bokstavar er lesne feil (den første er teikn nr. {at}); teksten er truleg i {encoding}. Lagre fila på nytt som CSV"
        " UTF-8 eller .xlsx frå programmet ho kom frå, eller skriv teksten om att.",
        en='"{label}" is {got}, with letters misread (the first is no. {at}); the text is probably in {encoding}. Save the file again as CSV UTF-8'
        " or .xlsx from the program it came from, or write the text again.",
    ),
    "letter-lost": Wording(
        nb="«{label}» er {got}, der en bokstav har gått tapt. Skriv teksten på nytt.",
        nn="«{label}» er {got}, der ein bokstav har gått tapt. Skriv teksten på nytt.",
        en='"{label}" is {got}, in which a letter has been lost. Write the text again.',
    ),
    "character-refused": Wording(
        nb="«{label}» har tegn som ikke kan skrives på et skjema: {characters}. Skriv teksten på nytt.",
        nn="«{label}» har teikn som ikkje kan skrivast på eit skjema: {characters}. Skriv teksten på nytt.",
        en='"{label}" has characters that can\'t be printed on a form: {characters}. Write the text again.',
    ),
    "invisible-removed": Wording(
        nb="«{label}» hadde usynlige tegn, som er tatt bort.",
        nn="«{label}» hadde usynlege teikn, som er tekne bort.",
        en='"{label}" had invisible characters, which were removed.',
    ),
    "bullets-read": Wording(
        nb="«{label}» hadde kulepunkter fra Word, og de er lest som vanlige kulepunkter.",
        nn="«{label}» hadde kulepunkt frå Word, og dei er lesne som vanlege kulepunkt.",
        en='"{label}" had bullets from Word, which were read as ordinary bullets.',
    ),
    "spaces-joined": Wording(
        nb="«{label}» var {got}; flere mellomrom er gjort til ett.",
        nn="«{label}» var {got}; fleire mellomrom er gjort til eitt.",
        en='"{label}" was {got}; several spaces were made one.',
    ),
    "cell-too-narrow": Wording(
        nb="«{label}» er {got}: kolonnen var for smal da filen ble laget, og verdien er borte. Gjør kolonnen bredere i"
        " regnearket og lagre filen på nytt.",
        nn="«{label}» er {got}: kolonnen var for smal då fila vart laga, og verdien er borte. Gjer kolonnen breiare i"
        " reknearket og lagre fila på nytt.",
        en='"{label}" is {got}: the column was too narrow when the file was made, and the value is gone. Make the column'
        " wider in the spreadsheet and save the file again.",
    ),
    "formula-as-text": Wording(
        nb="«{label}» er {got}, en formel som står som tekst. Skriv verdien, eller formater cellen som Standard og trykk"
        " Enter i den.",
        nn="«{label}» er {got}, ein formel som står som tekst. Skriv verdien, eller formater cella som Standard og trykk"
        " Enter i ho.",
        en='"{label}" is {got}, a formula that stands as text. Write the value, or format the cell as General and press'
        " Enter in it.",
    ),
    "value-placeholder": Wording(
        nb="«{label}» er {got}, som ser ut som et ord for ingenting. Skriv verdien, eller tøm cellen.",
        nn="«{label}» er {got}, som ser ut som eit ord for ingenting. Skriv verdien, eller tøm cella.",
        en='"{label}" is {got}, which looks like a word for nothing. Write the value, or empty the cell.',
    ),
    "municipality-old": Wording(
        nb="«{label}» er {got}, som ingen kommune har i dag. Numrene ble andre i 2020 og 2024; se etter det nye.",
        nn="«{label}» er {got}, som ingen kommune har i dag. Nummera vart andre i 2020 og 2024; sjå etter det nye.",
        en='"{label}" is {got}, which no municipality has today. The numbers changed in 2020 and 2024; look up the new one.',
    ),
    "number-fraction": Wording(
        nb="«{label}» er {got}. Slik skriver programmer {value} når de tar kolonnen for desimaltall. Rett til {value}, om det er det som menes.",
        nn="«{label}» er {got}. Slik skriv program {value} når dei tek kolonnen for desimaltal. Rett til {value}, om det er det som er meint.",
        en='"{label}" is {got}. Programs write {value} like that when they take the column for decimals. Correct it to {value} if that is meant.',
    ),
    "text-made-date": Wording(
        nb="«{label}» er {got}. Slik skriver et regneark en dato som det har gjort av noe annet, for eksempel 5/6. Skriv det som skal stå på skjemaet, og formater cellen som Tekst.",
        nn="«{label}» er {got}. Slik skriv eit rekneark ein dato som det har gjort av noko anna, til dømes 5/6. Skriv det som skal stå på skjemaet, og formater cella som Tekst.",
        en='"{label}" is {got}. A spreadsheet writes a date like that, which it has made of something else, such as 5/6. Write what is to stand on the form, and format the cell as Text.',
    ),
    "name-part-none": Wording(
        nb="«{label}» er {got}, med et ord som sjelden er en del av et navn. Det blir skrevet slik på skjemaet; skriv bare navnet.",
        nn="«{label}» er {got}, med eit ord som sjeldan er ein del av eit namn. Det blir skrive slik på skjemaet; skriv berre namnet.",
        en='"{label}" is {got}, with a word that is seldom part of a name. It will be printed like that; write the name alone.',
    ),
    "name-of-record": Wording(
        nb="«{label}» er {got}, det samme som «{other}». Er det ikke to av samme navn, skriv hvem det skal være.",
        nn="«{label}» er {got}, det same som «{other}». Er det ikkje to av same namn, skriv kven det skal vere.",
        en='"{label}" is {got}, the same as "{other}". If they are not two of one name, write who it should be.',
    ),
    "name-several": Wording(
        nb="«{label}» er {got}, som ser ut som flere personer. Skriv hver person i sin egen kolonne; er det én, skriv"
        " fornavn først og uten komma.",
        nn="«{label}» er {got}, som ser ut som fleire personar. Skriv kvar person i sin eigen kolonne; er det éin, skriv"
        " førenamn først og utan komma.",
        en='"{label}" is {got}, which looks like several people. Write each person in a column of their own; if it is one,'
        " write the given name first and no comma.",
    ),
    "name-repeats": Wording(
        nb="«{label}» er {got}, der noe står to ganger. Står hele navnet i en kolonne for fornavn eller etternavn, la bare den delen"
        " stå der.",
        nn="«{label}» er {got}, der noko står to gonger. Står heile namnet i ei kolonne for førenamn eller etternamn, la berre den"
        " delen stå der.",
        en='"{label}" is {got}, where something stands twice. If a column for given names or surnames holds the whole name, leave that'
        " part alone in it.",
    ),
    "name-several-rows": Wording(
        nb="«{label}» er {got}, som ser ut som flere personer. Skriv hver person i sin egen rad; er det én, skriv fornavn først og"
        " uten komma.",
        nn="«{label}» er {got}, som ser ut som fleire personar. Skriv kvar person i si eiga rad; er det éin, skriv førenamn først og"
        " utan komma.",
        en='"{label}" is {got}, which looks like several people. Write each person in a row of their own; if it is one, write the'
        " given name first and no comma.",
    ),
    "name-ornament": Wording(
        nb="«{label}» er {got}, med noe mer enn et navn. Det blir skrevet slik på skjemaet; skriv bare navnet.",
        nn="«{label}» er {got}, med noko meir enn eit namn. Det blir skrive slik på skjemaet; skriv berre namnet.",
        en='"{label}" is {got}, with something more than a name. It will be printed like that; write the name alone.',
    ),
    "address-protected": Wording(
        nb="«{label}» sier at adressen er sperret, og det kan ikke leses her. Skriv det i kolonnen «Adressesperre», og ta"
        " det bort her.",
        nn="«{label}» seier at adressa er sperra, og det kan ikkje lesast her. Skriv det i kolonnen «Adressesperre», og ta"
        " det bort her.",
        en='"{label}" says that the address is protected, which can\'t be read here. Write that in the column "Protected address",'
        " and take it out here.",
    ),
    "cell-protected": Wording(
        nb="Her, eller i en merknad til cellen, står det at noen har sperret adresse, og det er ikke lest. Skriv det i kolonnen «{label}» for den det gjelder; er ingen"
        " adresse sperret, skriv «Nei» der.",
        nn="Her, eller i ein merknad til cella, står det at nokon har sperra adresse, og det er ikkje lese. Skriv det i kolonnen «{label}» for den det gjeld; er inga"
        " adresse sperra, skriv «Nei» der.",
        en='Here, or in a note to the cell, it says that somebody\'s address is protected, which was not read. Write that in the column "{label}" of whom it concerns;'
        ' where no address is, write "No" there.',
    ),
    "town-with-number": Wording(
        nb="«{label}» har tall i seg. Skriv bare stedet her, og postnummeret i kolonnen for det, så det ikke står to ganger.",
        nn="«{label}» har tal i seg. Skriv berre staden her, og postnummeret i kolonnen for det, så det ikkje står to gonger.",
        en='"{label}" has digits in it. Write the town alone here, and the postcode in its column, so that it isn\'t printed twice.',
    ),
    "address-whole": Wording(
        nb="«{label}» har postnummer og poststed i seg, og de står i egne kolonner også. Skriv bare gate og nummer her, så de ikke"
        " står to ganger.",
        nn="«{label}» har postnummer og poststad i seg, og dei står i eigne kolonnar òg. Skriv berre gate og nummer her, så dei ikkje"
        " står to gonger.",
        en='"{label}" holds the postcode and the town, which have columns of their own too. Write the street alone here, so that'
        " they aren't printed twice.",
    ),
    "number-personal": Wording(
        nb="«{label}» inneholder et fødselsnummer, og det blir skrevet slik på skjemaet. Ta det bort, hvis det ikke skal stå der.",
        nn="«{label}» inneheld eit fødselsnummer, og det blir skrive slik på skjemaet. Ta det bort, dersom det ikkje skal stå der.",
        en='"{label}" holds a national identity number, which will be printed like that. Remove it, if it should not be there.',
    ),
    "heading-protected": Wording(
        nb="Kolonnen «{got}» ser ut til å si hvem som har sperret adresse, og den er ikke lest (rader: {rows}, den første er {row})."
        " Gi den overskriften «{label}»; sier den noe annet, slett den.",
        nn="Kolonnen «{got}» ser ut til å seie kven som har sperra adresse, og han er ikkje lesen (rader: {rows}, den første er {row})."
        " Gje han overskrifta «{label}»; seier han noko anna, slett han.",
        en='The column "{got}" seems to say whose address is protected, and it was not read (rows: {rows}, the first is {row}).'
        ' Give it the heading "{label}"; if it says something else, delete it.',
    ),
    "name-capitals": Wording(
        nb="«{label}» er {got}, med bare store eller bare små bokstaver. Det blir skrevet slik på skjemaet.",
        nn="«{label}» er {got}, med berre store eller berre små bokstavar. Det blir skrive slik på skjemaet.",
        en='"{label}" is {got}, in capitals or small letters alone. It will be printed like that.',
    ),
    "text-of-program": Wording(
        nb="«{label}» er {got}, med {found}, som et program har skrevet, og det blir stående på papiret. Skriv teksten slik den skal"
        " leses.",
        nn="«{label}» er {got}, med {found}, som eit program har skrive, og det blir ståande på papiret. Skriv teksten slik han skal"
        " lesast.",
        en='"{label}" is {got}, with {found}, which a program has written, and it will be printed. Write the text as it is to be'
        " read.",
    ),
    "text-quoted": Wording(
        nb="«{label}» er {got}, med tegn rundt. Det blir skrevet slik på skjemaet; ta bort tegnene hvis de ikke skal være"
        " med.",
        nn="«{label}» er {got}, med teikn rundt. Det blir skrive slik på skjemaet; ta bort teikna dersom dei ikkje skal"
        " vere med.",
        en='"{label}" is {got}, with signs around it. It will be printed like that; remove the signs if they should not be'
        " there.",
    ),
    "line-joined": Wording(
        nb="«{label}» hadde linjeskift eller tabulator og er skrevet på én linje.",
        nn="«{label}» hadde linjeskift eller tabulator og er skrive på éi linje.",
        en='"{label}" had line breaks or tabs and was put on one line.',
    ),
    "number-format": Wording(
        nb="«{label}» er {got}, et tall i et format som skjema ikke kan vise likt. Formater cellen som Tekst og skriv det som"
        " skal stå der.",
        nn="«{label}» er {got}, eit tal i eit format som skjema ikkje kan vise likt. Formater cella som Tekst og skriv det som"
        " skal stå der.",
        en='"{label}" is {got}, a number in a format that skjema can\'t show alike. Format the cell as Text and write what is'
        " to stand there.",
    ),
    "text-changed": Wording(
        nb="«{label}» er {got}, som ikke er tekst, men en dato, et klokkeslett eller sann/usann."
        " Formater cellen som Tekst og skriv på nytt.",
        nn="«{label}» er {got}, som ikkje er tekst, men ein dato, eit klokkeslett eller sann/usann."
        " Formater cella som Tekst og skriv på nytt.",
        en='"{label}" is {got}: the spreadsheet has turned the text into a date, a time or true/false.'
        " Format the cell as Text and write it again.",
    ),
    "date-form": Wording(
        nb="«{label}» er {got}, som ikke er en dato. Skriv dag, måned og år, for eksempel 21.03.2019.",
        nn="«{label}» er {got}, som ikkje er ein dato. Skriv dag, månad og år, til dømes 21.03.2019.",
        en='"{label}" is {got}, which is not a date. Write day, month and year, for example 21.03.2019.',
    ),
    "date-weekday": Wording(
        nb="«{label}» er {got}, og den datoen faller på en annen ukedag. Rett datoen, eller ta bort ukedagen.",
        nn="«{label}» er {got}, og den datoen fell på ein annan vekedag. Rett datoen, eller ta bort vekedagen.",
        en='"{label}" is {got}, and that date is another day of the week. Correct the date, or leave out the weekday.',
    ),
    "date-none": Wording(
        nb="«{label}» er {got}, en dag som ikke finnes. Se etter tastefeil.",
        nn="«{label}» er {got}, ein dag som ikkje finst. Sjå etter tastefeil.",
        en='"{label}" is {got}, a day that doesn\'t exist. Look for a typing error.',
    ),
    "date-unlikely": Wording(
        nb="«{label}» er {got}. Slik skriver programmer en dato som ikke finnes, eller så er det en tastefeil. Skriv datoen, eller tøm cellen.",
        nn="«{label}» er {got}. Slik skriv program ein dato som ikkje finst, eller så er det ein tastefeil. Skriv datoen, eller tøm cella.",
        en='"{label}" is {got}. So programs write a date that there is none of, or it is a typing error. Write the date, or empty the cell.',
    ),
    "date-ambiguous": Wording(
        nb="«{label}» er {got}, som kan være flere datoer. Skriv dag, måned og år med punktum, for eksempel 21.03.2019.",
        nn="«{label}» er {got}, som kan vere fleire datoar. Skriv dag, månad og år med punktum, til dømes 21.03.2019.",
        en='"{label}" is {got}, which could be several dates. Write day, month and year with points, for example 21.03.2019.',
    ),
    "date-unpacked": Wording(
        nb="«{label}» var {got} og er lest som {value}.",
        nn="«{label}» var {got} og er lese som {value}.",
        en='"{label}" was {got} and was read as {value}.',
    ),
    "year-completed": Wording(
        nb="«{label}» var {got}, med år i to sifre, og er lest som {value}.",
        nn="«{label}» var {got}, med år i to siffer, og er lese som {value}.",
        en='"{label}" was {got}, with a year of two digits, and was read as {value}.',
    ),
    "date-without-day": Wording(
        nb="«{label}» viser bare måned og år i arket, og er lest som {value}. Excel setter den første når dagen ikke er skrevet."
        " Skriv hele datoen, og vis den med dag.",
        nn="«{label}» viser berre månad og år i arket, og er lese som {value}. Excel set den første når dagen ikkje er skriven."
        " Skriv heile datoen, og vis han med dag.",
        en='"{label}" shows only month and year in the sheet, and was read as {value}. Excel takes the first where no day was'
        " written. Write the whole date, and show it with its day.",
    ),
    "date-without-year": Wording(
        nb="«{label}» viser ikke året i arket, og er lest som {value}. Excel setter året det ble skrevet i når ikke noe annet er"
        " skrevet. Vis datoen med år, og se etter at det stemmer.",
        nn="«{label}» viser ikkje året i arket, og er lese som {value}. Excel set året det vart skrive i når ikkje noko anna er"
        " skrive. Vis datoen med år, og sjå etter at det stemmer.",
        en='"{label}" doesn\'t show the year in the sheet, and was read as {value}. Excel takes the year of writing where none was'
        " written. Show the date with its year, and see that it is right.",
    ),
    "date-with-time": Wording(
        nb="«{label}» er {got}, med klokkeslettet {time}, og er lest som {value}. Et klokkeslett rett før midnatt kan bety"
        " dagen etter. Se etter, og skriv datoen uten klokkeslett.",
        nn="«{label}» er {got}, med klokkeslettet {time}, og er lese som {value}. Eit klokkeslett rett før midnatt kan bety"
        " dagen etter. Sjå etter, og skriv datoen utan klokkeslett.",
        en='"{label}" is {got}, with the time {time}, and was read as {value}. A time just before midnight may mean the day'
        " after. Check, and write the date without a time.",
    ),
    "time-form": Wording(
        nb="«{label}» er {got}, som ikke er et klokkeslett. Skriv for eksempel 09.30.",
        nn="«{label}» er {got}, som ikkje er eit klokkeslett. Skriv til dømes 09.30.",
        en='"{label}" is {got}, which is not a time of day. Write for example 09.30.',
    ),
    "number-form": Wording(
        nb="«{label}» er {got}, som ikke er et tall. Skriv bare sifre, med komma foran desimaler.",
        nn="«{label}» er {got}, som ikkje er eit tal. Skriv berre siffer, med komma framfor desimalar.",
        en='"{label}" is {got}, which is not a number. Write digits only, with a comma before decimals.',
    ),
    "number-thousands": Wording(
        nb="«{label}» er {got}, og punktumet kan skille tusener eller desimaler. Skriv {value} om det er tusener, eller"
        " {fraction} om det er desimaler.",
        nn="«{label}» er {got}, og punktumet kan skilje tusen eller desimalar. Skriv {value} om det er tusen, eller"
        " {fraction} om det er desimalar.",
        en='"{label}" is {got}, and the point may part thousands or decimals. Write {value} if it is thousands, or'
        " {fraction} if it is decimals.",
    ),
    "integer-form": Wording(
        nb="«{label}» er {got}, men skal være et helt tall. Skriv bare sifre.",
        nn="«{label}» er {got}, men skal vere eit heilt tal. Skriv berre siffer.",
        en='"{label}" is {got}, but should be a whole number. Write digits only.',
    ),
    "digits-form": Wording(
        nb="«{label}» er {got}, men skal bare ha sifre.",
        nn="«{label}» er {got}, men skal berre ha siffer.",
        en='"{label}" is {got}, but should have digits only.',
    ),
    "digits-length": Wording(
        nb="«{label}» er {got}, men skal ha {length} sifre. Se etter tastefeil.",
        nn="«{label}» er {got}, men skal ha {length} siffer. Sjå etter tastefeil.",
        en='"{label}" is {got}, but should have {length} digits. Look for a typing error.',
    ),
    "digits-scientific": Wording(
        nb="«{label}» er {got}: regnearket har forkortet nummeret. Formater kolonnen som Tekst og skriv nummeret på nytt.",
        nn="«{label}» er {got}: reknearket har korta ned nummeret. Formater kolonnen som Tekst og skriv nummeret på nytt.",
        en='"{label}" is {got}: the spreadsheet has shortened the number. Format the column as Text and write the number'
        " again.",
    ),
    "digits-lost": Wording(
        nb="«{label}» er {got}: regnearket har mistet de siste sifrene. Formater kolonnen som Tekst og skriv på nytt.",
        nn="«{label}» er {got}: reknearket har mista dei siste siffera. Formater kolonnen som Tekst og skriv på nytt.",
        en='"{label}" is {got}: the spreadsheet has lost the last digits. Format the column as Text and write it again.',
    ),
    "year-of-two": Wording(
        nb="«{label}» er {got}, som er to år, og er lest som {value}. Skriv ett år.",
        nn="«{label}» er {got}, som er to år, og er lese som {value}. Skriv eitt år.",
        en='"{label}" is {got}, which is two years, and was read as {value}. Write one year.',
    ),
    "leading-zero": Wording(
        nb="«{label}» var {got}; nullen foran er satt tilbake.",
        nn="«{label}» var {got}; nullen framfor er sett tilbake.",
        en='"{label}" was {got}; the leading zero was put back.',
    ),
    "fodselsnummer-checksum": Wording(
        nb="«{label}» kan ikke være riktig: kontrollsifrene eller datoen stemmer ikke. Se etter tastefeil.",
        nn="«{label}» kan ikkje vere rett: kontrollsiffera eller datoen stemmer ikkje. Sjå etter tastefeil.",
        en='"{label}" can\'t be right: its check digits or its date are wrong. Look for a typing error.',
    ),
    "organisasjonsnummer-checksum": Wording(
        nb="«{label}» er {got}, og kontrollsifferet stemmer ikke. Se etter tastefeil.",
        nn="«{label}» er {got}, og kontrollsifferet stemmer ikkje. Sjå etter tastefeil.",
        en='"{label}" is {got}, and its check digit is wrong. Look for a typing error.',
    ),
    "kontonummer-checksum": Wording(
        nb="«{label}» er {got}, og kontrollsifferet stemmer ikke. Se etter tastefeil.",
        nn="«{label}» er {got}, og kontrollsifferet stemmer ikkje. Sjå etter tastefeil.",
        en='"{label}" is {got}, and its check digit is wrong. Look for a typing error.',
    ),
    "iban-form": Wording(
        nb="«{label}» er {got}. Skriv landkode og kontonummer, med bare bokstaver og sifre: NO93 8601 1117 947.",
        nn="«{label}» er {got}. Skriv landkode og kontonummer, med berre bokstavar og siffer: NO93 8601 1117 947.",
        en='"{label}" is {got}. Write country code and account number, in letters and digits alone: NO93 8601 1117 947.',
    ),
    "iban-checksum": Wording(
        nb="«{label}» er {got}, og kontrollsifrene eller lengden stemmer ikke. Se etter tastefeil.",
        nn="«{label}» er {got}, og kontrollsiffera eller lengda stemmer ikkje. Sjå etter tastefeil.",
        en='"{label}" is {got}, and its check digits or its length are wrong. Look for a typing error.',
    ),
    "phone-form": Wording(
        nb="«{label}» er {got}. Skriv ett norsk nummer med 8 sifre, eller + og landkode.",
        nn="«{label}» er {got}. Skriv eitt norsk nummer med 8 siffer, eller + og landkode.",
        en='"{label}" is {got}. Write one Norwegian number of 8 digits, or + and a country code.',
    ),
    "email-form": Wording(
        nb="«{label}» er {got}, som ikke er en e-postadresse. Skriv én adresse, for eksempel post@kommune.no.",
        nn="«{label}» er {got}, som ikkje er ei e-postadresse. Skriv éi adresse, til dømes post@kommune.no.",
        en='"{label}" is {got}, which is not an e-mail address. Write one address, for example post@kommune.no.',
    ),
    "sender-differs": Wording(
        nb="«{label}» er {got}, mens kommune.toml har {wanted}: skjemaet får avsenderen i listen. Gjelder kolonnen noe annet, for eksempel hvor barnet bor, så gi den en annen overskrift.",
        nn="«{label}» er {got}, mens kommune.toml har {wanted}: skjemaet får avsendaren i lista. Gjeld kolonnen noko anna, til dømes kvar barnet bur, så gi han ei anna overskrift.",
        en='"{label}" is {got}, while kommune.toml has {wanted}: the form gets the sender of the list. If the column is about something else, such as where the child lives, give it another heading.',
    ),
    "recipient-answered": Wording(
        nb="«{label}» er mottakerens svar, og har en verdi i listen: skjemaet blir sendt ferdig krysset av. Er det svaret fra en tidligere runde, så tøm kolonnen.",
        nn="«{label}» er svaret til mottakaren, og har ein verdi i lista: skjemaet blir sendt ferdig kryssa av. Er det svaret frå ein tidlegare runde, så tøm kolonnen.",
        en='"{label}" is for the recipient to answer, and the list has a value for it: the form is sent already ticked. If that is an answer of an earlier round, empty the column.',
    ),
    "signature-written": Wording(
        nb="«{label}» er en underskrift og kan ikke fylles ut fra et regneark. La den stå tom.",
        nn="«{label}» er ei underskrift og kan ikkje fyllast ut frå eit rekneark. Lat den stå tom.",
        en='"{label}" is a signature and can\'t be filled in from a spreadsheet. Leave it empty.',
    ),
    # -- cells
    "cell-error": Wording(
        nb="«{label}» er {got}, en feil i regnearket. Rett formelen eller skriv verdien.",
        nn="«{label}» er {got}, ein feil i reknearket. Rett formelen eller skriv verdien.",
        en='"{label}" is {got}, an error in the spreadsheet. Correct the formula or write the value.',
    ),
    "cell-not-calculated": Wording(
        nb="«{label}» er en formel som ikke er beregnet. Åpne filen i Excel og lagre den.",
        nn="«{label}» er ein formel som ikkje er rekna ut. Opne fila i Excel og lagre ho.",
        en='"{label}" is a formula that has not been calculated. Open the file in Excel and save it.',
    ),
    "cell-date": Wording(
        nb="«{label}» er {got}, et tall formatert som dato som ikke er noen dato. Skriv datoen på nytt.",
        nn="«{label}» er {got}, eit tal formatert som dato som ikkje er nokon dato. Skriv datoen på nytt.",
        en='"{label}" is {got}, a number formatted as a date, but no date has that number. Write the date again.',
    ),
    "cells-merged": Wording(
        nb="Cellene {got} er slått sammen, så verdien står bare i den første. Opphev sammenslåingen og fyll ut hver celle.",
        nn="Cellene {got} er slått saman, så verdien står berre i den første. Opphev samanslåinga og fyll ut kvar celle.",
        en="The cells {got} are merged, so that only the first holds the value. Unmerge them and fill in each cell.",
    ),
    # -- rows
    "inner-row-of-none": Wording(
        nb="«{label}» sier {got}, men det finnes ingen slik rad blant «{outer}». Det finnes: {known}.",
        nn="«{label}» seier {got}, men det finst inga slik rad blant «{outer}». Det finst: {known}.",
        en='"{label}" says {got}, but there is no such row among "{outer}". There are: {known}.',
    ),
    "outer-rows-alike": Wording(
        nb="«{label}» er {got}, som i {other}. Gi dem ulike navn eller numre, så radene som hører til, finner sin.",
        nn="«{label}» er {got}, som i {other}. Gje dei ulike namn eller nummer, så radene som høyrer til, finn si.",
        en='"{label}" is {got}, as in {other}. Give them different names or numbers, so that rows can say which they belong to.',
    ),
    "group-too-few": Wording(
        nb="Antall rader i «{label}» er {count}, men skal være minst {wanted}. Fyll ut kolonnene eller arket for dem («{column}»).",
        nn="Talet på rader i «{label}» er {count}, men skal vere minst {wanted}. Fyll ut kolonnane eller arket for dei («{column}»).",
        en='The number of rows in "{label}" is {count}, but should be at least {wanted}. Fill in the columns or the sheet for them ("{column}").',
    ),
    "group-too-many": Wording(
        nb="Antall rader i «{label}» er {count}, men kan ikke være mer enn {wanted}.",
        nn="Talet på rader i «{label}» er {count}, men kan ikkje vere meir enn {wanted}.",
        en='The number of rows in "{label}" is {count}, but can\'t be more than {wanted}.',
    ),
    "table-turned": Wording(
        nb="Overskriftene står under hverandre. De skal stå ved siden av hverandre, med en rad for hver post: marker tabellen, kopier den, og lim inn med Transponer.",
        nn="Overskriftene står under kvarandre. Dei skal stå ved sida av kvarandre, med ei rad for kvar post: merk tabellen, kopier han, og lim inn med Transponer.",
        en="The headings stand below one another. They should stand side by side, with a row for each record: mark the table, copy it, and paste it with Transpose.",
    ),
    "sheet-of-several": Wording(
        nb="Arket har overskrifter som passer til flere tabeller i skjemaet, og er ikke lest. Gi arket navnet til den det gjelder: {known}.",
        nn="Arket har overskrifter som passar til fleire tabellar i skjemaet, og er ikkje lese. Gje arket namnet til den det gjeld: {known}.",
        en="The headings of the sheet fit several tables of the form, and it was not read. Give the sheet the name of the one it is: {known}.",
    ),
    "column-sorts": Wording(
        nb="Kolonnen «{got}» ser ut til å dele radene mellom flere tabeller i skjemaet, og er ikke lest. Flytt radene som ikke hører hit,"
        " til arket «{known}», og slett kolonnen; sier den noe annet, slett bare kolonnen.",
        nn="Kolonnen «{got}» ser ut til å dele radene mellom fleire tabellar i skjemaet, og er ikkje lesen. Flytt radene som ikkje høyrer hit,"
        " til arket «{known}», og slett kolonnen; seier han noko anna, slett berre kolonnen.",
        en='The column "{got}" seems to part the rows between several tables of the form, and was not read. Move the rows that do not belong'
        ' here to the sheet "{known}", and delete the column; where it says something else, delete the column alone.',
    ),
    "sheet-unused": Wording(
        nb="Arket hører ikke til skjemaet og er ikke brukt.",
        nn="Arket høyrer ikkje til skjemaet og er ikkje brukt.",
        en="The sheet does not belong to the form and is not used.",
    ),
    "sheet-without-headings": Wording(
        nb="Arket heter som et ark i skjemaet, men har ingen av overskriftene derfra, og er ikke lest. Skriv dem i første rad, for"
        " eksempel {wanted}; hører arket ikke til skjemaet, gi det et annet navn.",
        nn="Arket heiter som eit ark i skjemaet, men har ingen av overskriftene derfrå, og er ikkje lese. Skriv dei i første rad, til"
        " dømes {wanted}; høyrer arket ikkje til skjemaet, gje det eit anna namn.",
        en="The sheet is called as a sheet of the form, but has none of its headings, and was not read. Write them in the first row, for"
        " example {wanted}; where the sheet does not belong to the form, give it another name.",
    ),
    "sheet-beside-single": Wording(
        nb="Arket er en sak til, og er ikke lest: i en arbeidsbok for én sak leses arket «{sheet}». Lagre saken som en egen fil, hvis den skal være med.",
        nn="Arket er ei sak til, og er ikkje lese: i ei arbeidsbok for éi sak blir arket «{sheet}» lese. Lagre saka som ei eiga fil, dersom ho skal vere med.",
        en='The sheet is one more case, and was not read: of a workbook for one case, the sheet "{sheet}" is read. Save the case as a file of its own, if it is to be used.',
    ),
    "sheet-beside": Wording(
        nb="Arket har overskrifter som skjemaets, men er ikke lest: radene leses i arket «{sheet}». Flytt radene dit, hvis de skal være med.",
        nn="Arket har overskrifter som skjemaet, men er ikkje lese: radene blir lesne i arket «{sheet}». Flytt radene dit, dersom dei skal vere med.",
        en='The sheet has headings of the form, but was not read: rows are read from the sheet "{sheet}". Move the rows there, if they'
        " are to be used.",
    ),
    "sheets-several": Wording(
        nb="Rader er lest fra flere ark: {known}.",
        nn="Rader er lesne frå fleire ark: {known}.",
        en="Rows were read from several sheets: {known}.",
    ),
    "sheet-hidden": Wording(
        nb="Arket er skjult, og det som står der, er ikke lest. Vis arket, eller slett det.",
        nn="Arket er gøymt, og det som står der, er ikkje lese. Vis arket, eller slett det.",
        en="The sheet is hidden, and what stands there was not read. Unhide it, or delete it.",
    ),
    "cell-beside": Wording(
        nb="Det som står her, er ikke lest: på dette arket leses verdiene i kolonne {column}. Flytt det dit, eller tøm cellen.",
        nn="Det som står her, er ikkje lese: på dette arket blir verdiane i kolonne {column} lesne. Flytt det dit, eller tøm cella.",
        en="What stands here was not read: on this sheet the values are read in column {column}. Move it there, or empty the cell.",
    ),
    "common-unused": Wording(
        nb="«{got}» er ikke et felt i skjemaet, så verdien er ikke lest. Skriv ledeteksten slik den står i en ny arbeidsbok, eller slett linjen.",
        nn="«{got}» er ikkje eit felt i skjemaet, så verdien er ikkje lesen. Skriv leieteksten slik han står i ei ny arbeidsbok, eller slett linja.",
        en='"{got}" is not a field of the form, so the value was not read. Write the label as it stands in a new workbook, or delete the line.',
    ),
    "common-overridden": Wording(
        nb="«{label}» er gitt her for alle rader, men radene har sin egen verdi, og den går foran. Skal det som står her, gjelde,"
        " tømmer du «{label}» i radene. Ellers tømmer du cellen her.",
        nn="«{label}» er gitt her for alle rader, men radene har sin eigen verdi, og den går føre. Skal det som står her, gjelde,"
        " tømmer du «{label}» i radene. Elles tømmer du cella her.",
        en='"{label}" is given here for all rows, but the rows have a value of their own, which goes first. If what stands here is'
        ' to hold, empty "{label}" in the rows. If not, empty the cell here.',
    ),
    "profile-overridden": Wording(
        nb="«{label}» er gitt her, men radene har sin egen verdi, og den går foran. Skal det som står her, gjelde, tømmer du"
        " «{label}» i radene.",
        nn="«{label}» er gitt her, men radene har sin eigen verdi, og den går føre. Skal det som står her, gjelde, tømmer du"
        " «{label}» i radene.",
        en='"{label}" is given here, but the rows have a value of their own, which goes first. If what stands here is to hold,'
        ' empty "{label}" in the rows.',
    ),
    "line-nameless": Wording(
        nb="Det som står her, er ikke lest: linjen har ingen ledetekst i kolonne B. Flytt det til linjen det hører til.",
        nn="Det som står her, er ikkje lese: linja har ingen leietekst i kolonne B. Flytt det til linja det høyrer til.",
        en="What stands here was not read: the line has no label in column B. Move it to the line it belongs to.",
    ),
    "sentence-empty": Wording(
        nb="«{label}» er tom, men står i en setning på skjemaet. Fyll den ut, så setningen blir hel.",
        nn="«{label}» er tom, men står i ei setning på skjemaet. Fyll ho ut, så setninga blir heil.",
        en='"{label}" is empty, but stands in a sentence of the form. Fill it in, so that the sentence is whole.',
    ),
    "law-repealed": Wording(
        nb="«{label}» nevner «{got}», som er opphevet. Vis til {instead}.",
        nn="«{label}» nemner «{got}», som er oppheva. Vis til {instead}.",
        en='"{label}" names "{got}", which is repealed. Refer to {instead}.',
    ),
    "word-outdated": Wording(
        nb="«{label}» har «{got}», som loven ikke bruker lenger. Det heter {instead}.",
        nn="«{label}» har «{got}», som lova ikkje bruker lenger. Det heiter {instead}.",
        en='"{label}" has "{got}", which the law uses no more. It is called {instead}.',
    ),
    "sheet-renamed": Wording(
        nb="Arket er lest som «{label}», som det het da arbeidsboken ble laget.",
        nn="Arket er lese som «{label}», som det heitte då arbeidsboka vart laga.",
        en='The sheet was read as "{label}", as it was called when the workbook was made.',
    ),
    "table-untitled": Wording(
        nb="Tittelen over denne tabellen mangler, og overskriftene passer til flere: {known}. Skriv tittelen i kolonne A i raden over, slik den var.",
        nn="Tittelen over denne tabellen manglar, og overskriftene passar til fleire: {known}. Skriv tittelen i kolonne A i rada over, slik han var.",
        en="The title above this table is missing, and its headings fit several: {known}. Write the title in column A of the row above, as it was.",
    ),
    "table-full": Wording(
        nb="Det er ikke plass til flere rader i tabellen over, så denne er ikke lest. Sett inn en ny rad over tittelen, og flytt det"
        " som står her, dit.",
        nn="Det er ikkje plass til fleire rader i tabellen over, så denne er ikkje lesen. Set inn ei ny rad over tittelen, og flytt"
        " det som står her, dit.",
        en="There is no room for more rows in the table above, so this one was not read. Insert a new row above the title, and move"
        " what stands here to it.",
    ),
    "row-apart": Wording(
        nb="Raden står for seg selv under tabellen, og er lest som en rad i den. Hører den til, flytt den opp til de andre; ellers slett den.",
        nn="Rada står for seg sjølv under tabellen, og er lesen som ei rad i han. Høyrer ho til, flytt ho opp til dei andre; elles slett ho.",
        en="The row stands by itself below the table, and was read as one of its rows. If it belongs there, move it up to the others; otherwise delete it.",
    ),
    "line-unused": Wording(
        nb="Linjen hører ikke til skjemaet og er ikke lest. Er det en rad i en tabell, sett tilbake tittelen og"
        " overskriftene over tabellen; ellers slett linjen.",
        nn="Linja høyrer ikkje til skjemaet og er ikkje lesen. Er det ei rad i ein tabell, set tilbake tittelen og"
        " overskriftene over tabellen; elles slett linja.",
        en="The line doesn't belong to the form and was not read. If it is a row of a table, put the title and the headings"
        " above the table back; otherwise delete the line.",
    ),
    "inner-row-alone": Wording(
        nb="«{label}» sier {got}, men «{outer}» har ingen rader. Skriv raden der først.",
        nn="«{label}» seier {got}, men «{outer}» har ingen rader. Skriv rada der først.",
        en='"{label}" says {got}, but "{outer}" has no rows. Write the row there first.',
    ),
    "workbook-older": Wording(
        nb="Arbeidsboken ble laget for utgave {version} av skjemaet, og nå er det utgave {own}. Kolonnene er lest som de"
        " het da. En ny arbeidsbok med de samme radene: skjema sheet {form} --from FIL",
        nn="Arbeidsboka vart laga for utgåve {version} av skjemaet, og no er det utgåve {own}. Kolonnane er lesne som dei"
        " heitte då. Ei ny arbeidsbok med dei same radene: skjema sheet {form} --from FIL",
        en="The workbook was made for edition {version} of the form, which is now in edition {own}. Its columns were read"
        " by the names they had. A new workbook with the same rows: skjema sheet {form} --from FILE",
    ),
    "workbook-newer": Wording(
        nb="Arbeidsboken ble laget for utgave {version} av skjemaet, som er nyere enn utgaven her, {own}. Hent den nye"
        " utgaven av skjemaet, ellers kan noe i arbeidsboken mangle på papiret.",
        nn="Arbeidsboka vart laga for utgåve {version} av skjemaet, som er nyare enn utgåva her, {own}. Hent den nye"
        " utgåva av skjemaet, elles kan noko i arbeidsboka mangle på papiret.",
        en="The workbook was made for edition {version} of the form, newer than the edition here, {own}. Get the new"
        " edition of the form, or something in the workbook may be missing on paper.",
    ),
    "cell-unheaded": Wording(
        nb="Kolonnen har ingen overskrift, og det som står der, er ikke lest. Gi den en overskrift, eller tøm den.",
        nn="Kolonnen har inga overskrift, og det som står der, er ikkje lese. Gje han ei overskrift, eller tøm han.",
        en="The column has no heading, and what stands there was not read. Give it a heading, or empty it.",
    ),
    "part-empty": Wording(
        nb="Cellen er tom, så bare en del av «{label}» er med. Fyll den ut, hvis det mangler noe.",
        nn="Cella er tom, så berre ein del av «{label}» er med. Fyll ho ut, dersom det manglar noko.",
        en='The cell is empty, so that only a part of "{label}" is there. Fill it in, if something is missing.',
    ),
    "line-too-long": Wording(
        nb="Linjen har flere verdier enn det er overskrifter, så en verdi er delt i to. Sett verdier med skilletegn i"
        " seg i anførselstegn, eller lagre som .xlsx.",
        nn="Linja har fleire verdiar enn det er overskrifter, så ein verdi er delt i to. Set verdiar med skiljeteikn i"
        " seg i hermeteikn, eller lagre som .xlsx.",
        en="The line has more values than there are headings, so that one was split. Put values that hold the"
        " delimiter in quotes, or save as .xlsx.",
    ),
    "common-nameless": Wording(
        nb="Linjen har en verdi, men ikke navnet på noe felt, og er ikke lest. Skriv feltets navn foran den, eller tøm den.",
        nn="Linja har ein verdi, men ikkje namnet på noko felt, og er ikkje lesen. Skriv namnet på feltet framfor han, eller tøm ho.",
        en="The line has a value but no name of a field, and was not read. Write the field's name before it, or empty it.",
    ),
    "record-twice": Wording(
        nb="Raden er lik post {first} i alle kolonner. Ta bort den ene.",
        nn="Rada er lik post {first} i alle kolonnar. Ta bort den eine.",
        en="The row equals record {first} in every column. Remove one of them.",
    ),
    "rows-of-one-record": Wording(
        nb="Rader som hører til samme post, er lest sammen. Rader: {rows}. Poster: {count}.",
        nn="Rader som høyrer til same post, er lesne saman. Rader: {rows}. Postar: {count}.",
        en="Rows that belong to one record were read together. Rows: {rows}. Records: {count}.",
    ),
    "row-repeated": Wording(
        nb="Raden sier det samme som rad {row} og er lest én gang. Se etter om en person mangler.",
        nn="Rada seier det same som rad {row} og er lesen éin gong. Sjå etter om ein person manglar.",
        en="The row says the same as row {row} and was read once. Check whether a person is missing.",
    ),
    "group-row-twice": Wording(
        nb="«{label}» er det samme som i {other}: {got}. Ta bort den ene, eller rett den.",
        nn="«{label}» er det same som i {other}: {got}. Ta bort den eine, eller rett han.",
        en='"{label}" is the same as in {other}: {got}. Remove one of them, or correct it.',
    ),
    "group-row-contradicts": Wording(
        nb="«{label}» er det samme som i {other}: {got}, men ulik i {fields}. Ta bort den raden som er feil; er de to personer,"
        " skriv navnene så de er ulike.",
        nn="«{label}» er det same som i {other}: {got}, men ulik i {fields}. Ta bort den rada som er feil; er dei to personar,"
        " skriv namna slik at dei er ulike.",
        en='"{label}" is the same as in {other}: {got}, but differs in {fields}. Remove the row that is wrong; if they are two'
        " people, write their names so that they differ.",
    ),
    "column-of-ticks": Wording(
        nb="«{label}» har bare kryss i alle rader, og de blir skrevet på skjemaet. Kolonnen er nok en annen: gi den en annen overskrift.",
        nn="«{label}» har berre kryss i alle rader, og dei blir skrivne på skjemaet. Kolonnen er nok ein annan: gje han ei anna overskrift.",
        en='"{label}" has nothing but ticks in any row, and they will be printed. The column is likely to be another: give it another'
        " heading.",
    ),
    "values-nearly-alike": Wording(
        nb="«{label}» er skrevet på flere måter som ligner: {known}. Skjemaene blir sortert og gruppert etter det som står.",
        nn="«{label}» er skrive på fleire måtar som liknar: {known}. Skjemaa blir sorterte og grupperte etter det som står.",
        en='"{label}" is written in several ways that are nearly alike: {known}. Forms are sorted and grouped by what is written.',
    ),
    "record-differs": Wording(
        nb="Raden har samme {key} som post {first}, men er ulik i {fields}. Begge er med. Rett den som er feil.",
        nn="Rada har same {key} som post {first}, men er ulik i {fields}. Begge er med. Rett den som er feil.",
        en="The row has the same {key} as record {first}, but differs in {fields}. Both are used. Correct the wrong one.",
    ),
    "record-other-rows": Wording(
        nb="Raden har samme {key} som post {first}, men andre i {fields}. Begge er med. Er det den samme, skriv alle i én rad, og ta bort den"
        " andre; ellers er det to med samme navn.",
        nn="Rada har same {key} som post {first}, men andre i {fields}. Begge er med. Er det den same, skriv alle i éi rad, og ta bort den"
        " andre; elles er det to med same namn.",
        en="The row has the same {key} as record {first}, but others in {fields}. Both are used. If it is one and the same, write all of them in one"
        " row and remove the other; otherwise they are two of one name.",
    ),
    "record-member-each": Wording(
        nb="Raden har samme {key} som post {first}, med en annen i «{label}», men er ulik i {fields}. Slik blir det ett skjema for hver"
        " av dem. Skriv {fields} likt i begge radene, så står begge på samme skjema.",
        nn="Rada har same {key} som post {first}, med ein annan i «{label}», men er ulik i {fields}. Slik blir det eitt skjema for kvar"
        " av dei. Skriv {fields} likt i begge radene, så står begge på same skjemaet.",
        en='The row has the same {key} as record {first}, with another in "{label}", but differs in {fields}. That makes one form for'
        " each of them. Write the same {fields} in both rows, and both are on one form.",
    ),
    "record-differs-unread": Wording(
        nb="Raden har samme {key} som post {first} og er ulik bare i det skjemaet ikke leser. Begge er med. Se etter om det"
        " er den samme.",
        nn="Rada har same {key} som post {first} og er ulik berre i det skjemaet ikkje les. Begge er med. Sjå etter om det"
        " er den same.",
        en="The row has the same {key} as record {first} and differs only in what the form does not read. Both are used."
        " Check whether they are the same.",
    ),
    "row-orphan": Wording(
        nb="«{label}» er {got}, som ingen rad i arket «{records}» har. Skriv det likt begge steder.",
        nn="«{label}» er {got}, som inga rad i arket «{records}» har. Skriv det likt begge stader.",
        en='"{label}" is {got}, which no row of the sheet "{records}" has. Write it the same way in both places.',
    ),
    "row-keyless": Wording(
        nb="«{label}» mangler i raden, så det er ikke kjent hvilken rad i arket «{records}» den hører til. Skriv det i hver rad, også"
        " der det er som i raden over.",
        nn="«{label}» manglar i rada, så det er ikkje kjent kva rad i arket «{records}» ho høyrer til. Skriv det i kvar rad, også"
        " der det er som i rada over.",
        en='"{label}" is missing in the row, so which row of the sheet "{records}" it belongs to is not known. Write it in every row,'
        " also where it is as in the row above.",
    ),
    "columns-hidden": Wording(
        nb="Arket har skjulte kolonner, og de regnes som de andre: {columns}.",
        nn="Arket har gøymde kolonnar, og dei blir rekna som dei andre: {columns}.",
        en="The sheet has hidden columns, and they count like the others: {columns}.",
    ),
    "rows-hidden": Wording(
        nb="Rader som er skjult eller filtrert bort: {count}. Velg om de skal være med: --hidden use eller"
        " --hidden skip.",
        nn="Rader som er gøymde eller filtrerte bort: {count}. Vel om dei skal vere med: --hidden use eller"
        " --hidden skip.",
        en="Rows hidden or filtered away: {count}. Say whether to use them: --hidden use or --hidden skip.",
    ),
    "rows-hidden-used": Wording(
        nb="Skjulte rader er med: {count}.",
        nn="Gøymde rader er med: {count}.",
        en="Hidden rows used: {count}.",
    ),
    "rows-hidden-skipped": Wording(
        nb="Skjulte rader er ikke med: {count}.",
        nn="Gøymde rader er ikkje med: {count}.",
        en="Hidden rows skipped: {count}.",
    ),
    "rows-aside": Wording(
        nb="Rader i et ark som etter navnet ikke skal være med: {count}. Velg om de skal være med: --hidden use eller --hidden skip.",
        nn="Rader i eit ark som etter namnet ikkje skal vere med: {count}. Vel om dei skal vere med: --hidden use eller --hidden skip.",
        en="Rows of a sheet that by its name should not be used: {count}. Say whether to use them: --hidden use or --hidden skip.",
    ),
    "rows-aside-used": Wording(
        nb="Rader i et ark som etter navnet ikke skal være med, er med: {count}.",
        nn="Rader i eit ark som etter namnet ikkje skal vere med, er med: {count}.",
        en="Rows of a sheet that by its name should not be used, and used: {count}.",
    ),
    "rows-aside-skipped": Wording(
        nb="Rader i et ark som etter navnet ikke skal være med, er ikke med: {count}.",
        nn="Rader i eit ark som etter namnet ikkje skal vere med, er ikkje med: {count}.",
        en="Rows of a sheet that by its name should not be used, and skipped: {count}.",
    ),
    "rows-gone": Wording(
        nb="Rader som etter denne kolonnen ikke skal være med lenger: {count}. Velg om de skal være med: --hidden use eller --hidden skip.",
        nn="Rader som etter denne kolonnen ikkje skal vere med lenger: {count}. Vel om dei skal vere med: --hidden use eller --hidden skip.",
        en="Rows that by this column should no longer be used: {count}. Say whether to use them: --hidden use or --hidden skip.",
    ),
    "rows-gone-used": Wording(
        nb="Rader som etter denne kolonnen ikke skal være med lenger, er med: {count}.",
        nn="Rader som etter denne kolonnen ikkje skal vere med lenger, er med: {count}.",
        en="Rows that by this column should no longer be used, and used: {count}.",
    ),
    "rows-gone-skipped": Wording(
        nb="Rader som etter denne kolonnen ikke skal være med lenger, er ikke med: {count}.",
        nn="Rader som etter denne kolonnen ikkje skal vere med lenger, er ikkje med: {count}.",
        en="Rows that by this column should no longer be used, and skipped: {count}.",
    ),
    "rows-struck": Wording(
        nb="Rader som er strøket ut: {count}. Velg om de skal være med: --hidden use eller --hidden skip.",
        nn="Rader som er strokne ut: {count}. Vel om dei skal vere med: --hidden use eller --hidden skip.",
        en="Rows struck out: {count}. Say whether to use them: --hidden use or --hidden skip.",
    ),
    "rows-struck-used": Wording(
        nb="Rader som er strøket ut, er med: {count}.",
        nn="Rader som er strokne ut, er med: {count}.",
        en="Rows struck out, and used: {count}.",
    ),
    "rows-struck-skipped": Wording(
        nb="Rader som er strøket ut, er ikke med: {count}.",
        nn="Rader som er strokne ut, er ikkje med: {count}.",
        en="Rows struck out, and skipped: {count}.",
    ),
    "cell-struck": Wording(
        nb="Noe i cellen er strøket ut, og er lest som det andre. Slett det, hvis det ikke skal være med.",
        nn="Noko i cella er stroke ut, og er lese som det andre. Slett det, dersom det ikkje skal vere med.",
        en="Something in the cell is struck out, and was read like the rest. Delete it, if it should not be there.",
    ),
    "rows-coloured": Wording(
        nb="Rader med en egen farge: {count} (rad {rows}). Fargen er ikke lest. Se etter om noen av dem ikke skal være med.",
        nn="Rader med ein eigen farge: {count} (rad {rows}). Fargen er ikkje lesen. Sjå etter om nokre av dei ikkje skal vere"
        " med.",
        en="Rows in a colour of their own: {count} (row {rows}). The colour was not read. Check whether some should be left"
        " out.",
    ),
    "looks-unseen": Wording(
        nb="Arket er lest uten farger, gjennomstreking og merknader, som ikke kan ses i .ods.",
        nn="Arket er lese utan fargar, gjennomstreking og merknader, som ikkje kan sjåast i .ods.",
        en="The sheet was read without colours, struck-out text and notes, which can't be seen in .ods.",
    ),
    "cell-note": Wording(
        nb="Cellen har en merknad, som ikke er lest. Se etter om den sier noe skjemaet skal ta hensyn til.",
        nn="Cella har ein merknad, som ikkje er lesen. Sjå etter om han seier noko skjemaet skal ta omsyn til.",
        en="The cell has a note, which was not read. Check whether it says something that concerns the form.",
    ),
    "row-of-another": Wording(
        nb="I «{label}» står en til i samme rad, og det er ikke lest. Lag en egen rad for hver, med alt som gjelder den.",
        nn="I «{label}» står ein til i same rad, og det er ikkje lese. Lag ei eiga rad for kvar, med alt som gjeld han eller ho.",
        en='In "{label}" stands another one in the same row, which was not read. Make a row for each, with all that concerns it.',
    ),
    "cell-beside-sheet": Wording(
        nb="«{label}» står både her og i et eget ark, og bare arket er lest. Skriv det i arket også om det skal være med, og tøm cellen her.",
        nn="«{label}» står både her og i eit eige ark, og berre arket er lese. Skriv det i arket òg om det skal vere med, og tøm cella her.",
        en='"{label}" stands here and on a sheet of its own, of which the sheet alone was read. Write it on the sheet as well if it is to be'
        " used, and empty the cell here.",
    ),
    "cell-of-sheet": Wording(
        nb="Kolonnen «{label}» hører til arket «{sheet}», og er ikke lest her. Skriv det i det arket, én rad for hver, og tøm cellen.",
        nn="Kolonnen «{label}» høyrer til arket «{sheet}», og er ikkje lesen her. Skriv det i det arket, éi rad for kvar, og tøm cella.",
        en='The column "{label}" belongs to the sheet "{sheet}", and was not read here. Write it there, one row for each, and empty the cell.',
    ),
    "row-of-several": Wording(
        nb="Raden hører til flere rader ({count}) i arket «{records}», som er like i «{label}». Gjør dem ulike der, eller ta bort den ene.",
        nn="Rada høyrer til fleire rader ({count}) i arket «{records}», som er like i «{label}». Gjer dei ulike der, eller ta bort den eine.",
        en='The row belongs to several rows ({count}) of the sheet "{records}" that are alike in "{label}". Make them differ there, or remove one.',
    ),
    "row-goes-on": Wording(
        nb="Raden sier ikke hvem den gjelder, og er lest sammen med raden over. Hører den til noen andre, skriv i raden hvem det er.",
        nn="Rada seier ikkje kven ho gjeld, og er lesen saman med rada over. Høyrer ho til nokon andre, skriv i rada kven det er.",
        en="The row doesn't say whom it concerns, and was read together with the row above. If it belongs to somebody else,"
        " write in the row who that is.",
    ),
    "rows-in-one-cell": Wording(
        nb="Alle overskriftene står i én celle, og radene likeså. Bruk CSV-filen slik fagsystemet laget den, eller del kolonnen i Excel"
        " med Data, Tekst til kolonner.",
        nn="Alle overskriftene står i éi celle, og radene like eins. Bruk CSV-fila slik fagsystemet laga ho, eller del kolonnen i Excel"
        " med Data, Tekst til kolonnar.",
        en="All headings stand in one cell, and so do the rows. Use the CSV file as the register made it, or part the column in Excel"
        " with Data, Text to Columns.",
    ),
    "rows-of-signs": Wording(
        nb="Rader med bare streker eller andre tegn er ikke med: {count}.",
        nn="Rader med berre strekar eller andre teikn er ikkje med: {count}.",
        en="Rows of nothing but dashes or other signs, left out: {count}.",
    ),
    "rows-unread": Wording(
        nb="Rader som bare har noe i kolonner som ikke er lest, er ikke med: {count}.",
        nn="Rader som berre har noko i kolonnar som ikkje er lesne, er ikkje med: {count}.",
        en="Rows with something only in columns that were not read, left out: {count}.",
    ),
    "heading-whose": Wording(
        nb="Kolonnen «{got}» sier ikke hvem den gjelder, og er ikke lest. Gjelder den noen som skal stå på skjemaet, så lag en kolonne for hver, for eksempel «{hint}».",
        nn="Kolonnen «{got}» seier ikkje kven han gjeld, og er ikkje lesen. Gjeld han nokon som skal stå på skjemaet, så lag ein kolonne for kvar, til dømes «{hint}».",
        en='The column "{got}" doesn\'t say whom it is for, and was not read. If it is for people on the form, make a column for each, such as "{hint}".',
    ),
    "rows-heading-other": Wording(
        nb="Raden er en ny overskriftsrad, med kolonnene i en annen rekkefølge. Flytt den og radene under den til et eget ark eller en egen fil: tas bare raden bort, havner verdiene i feil kolonner.",
        nn="Rada er ei ny overskriftsrad, med kolonnane i ei anna rekkjefølgje. Flytt henne og radene under til eit eige ark eller ei eiga fil: tek du berre bort rada, hamnar verdiane i feil kolonnar.",
        en="The row is a new row of headings, with the columns in another order. Move it and the rows below it to a sheet or a file of their own: if only the row is removed, values end up in the wrong columns.",
    ),
    "rows-heading-again": Wording(
        nb="Rader som gjentar overskriftene, er ikke med: {count}.",
        nn="Rader som tek opp att overskriftene, er ikkje med: {count}.",
        en="Rows that repeat the headings, left out: {count}.",
    ),
    "row-alone": Wording(
        nb="Bare denne cellen i raden er fylt ut. Er det en overskrift eller en merknad, slett raden; gjelder den noen, fyll ut"
        " resten: {items}.",
        nn="Berre denne cella i rada er fylt ut. Er det ei overskrift eller ein merknad, slett rada; gjeld ho nokon, fyll ut"
        " resten: {items}.",
        en="Only this cell of the row is filled in. If it is a heading or a remark, delete the row; if it concerns somebody,"
        " fill in the rest: {items}.",
    ),
    "row-remark": Wording(
        nb="Raden ser ut som en merknad eller en underskrift under tabellen, og er ikke med.",
        nn="Rada ser ut som ein merknad eller ei underskrift under tabellen, og er ikkje med.",
        en="The row looks like a remark or a signature below the table, and is left out.",
    ),
    "totals-row": Wording(
        nb="Raden ser ut som en sumlinje og er ikke med.",
        nn="Rada ser ut som ei sumlinje og er ikkje med.",
        en="The row looks like a line of totals and was left out.",
    ),
    "no-rows": Wording(
        nb="Det er ingen rader å fylle ut. Se etter om dataene står i filen, under overskriftene.",
        nn="Det er ingen rader å fylle ut. Sjå etter om dataa står i fila, under overskriftene.",
        en="There are no rows to fill in. Check that the data are in the file, below the headings.",
    ),
    # -- headings and keys
    "heading-row": Wording(
        nb="Overskriftene er funnet på denne linjen; linjene over er ikke lest.",
        nn="Overskriftene er funne på denne linja; linjene over er ikkje lesne.",
        en="The headings were found on this line; the lines above were not read.",
    ),
    "heading-missing": Wording(
        nb="Fant ingen overskrifter som hører til skjemaet. Øverst skal det stå blant annet: {wanted}."
        " Lag en tom arbeidsbok med «skjema sheet».",
        nn="Fann ingen overskrifter som høyrer til skjemaet. Øvst skal det stå mellom anna: {wanted}."
        " Lag ei tom arbeidsbok med «skjema sheet».",
        en="Found no headings that belong to the form. At the top there should be, among others: {wanted}."
        " Make an empty workbook with 'skjema sheet'.",
    ),
    "heading-beyond": Wording(
        nb="Kolonnen «{got}» er ikke lest: skjemaet har ikke plass til flere enn {most}. Se etter om noen mangler.",
        nn="Kolonnen «{got}» er ikkje lesen: skjemaet har ikkje plass til fleire enn {most}. Sjå etter om nokon manglar.",
        en='The column "{got}" was not read: the form has no room for more than {most}. Check whether somebody is missing.',
    ),
    "heading-misread": Wording(
        nb="Kolonnen «{got}» har bokstaver som er lest feil, så den er ikke brukt; filen er trolig i {encoding}. Lagre den på nytt"
        " som CSV UTF-8 eller .xlsx fra programmet den kom fra.",
        nn="Kolonnen «{got}» har bokstavar som er lesne feil, så han er ikkje brukt; fila er truleg i {encoding}. Lagre ho på nytt"
        " som CSV UTF-8 eller .xlsx frå programmet ho kom frå.",
        en='The column "{got}" has letters misread, so it was not used; the file is probably in {encoding}. Save it again as CSV'
        " UTF-8 or .xlsx from the program it came from.",
    ),
    "heading-near": Wording(
        nb="Kolonnen «{got}» er ikke brukt. Mente du «{hint}»?",
        nn="Kolonnen «{got}» er ikkje brukt. Meinte du «{hint}»?",
        en='The column "{got}" was not used. Did you mean "{hint}"?',
    ),
    "heading-unused": Wording(
        nb="Kolonnen «{got}» hører ikke til skjemaet og er ikke brukt.",
        nn="Kolonnen «{got}» høyrer ikkje til skjemaet og er ikkje brukt.",
        en='The column "{got}" doesn\'t belong to the form and was not used.',
    ),
    "heading-twice": Wording(
        nb="«{got}» finnes to ganger. Ta bort den ene.",
        nn="«{got}» finst to gonger. Ta bort den eine.",
        en='"{got}" is there twice. Remove one of them.',
    ),
    "heading-readings": Wording(
        nb="«{label}» kan leses på to måter som ikke er like: {readings} (rader: {rows}, den første er {row})."
        " Slett den kolonnen som ikke er {label}, eller gi den en annen overskrift.",
        nn="«{label}» kan lesast på to måtar som ikkje er like: {readings} (rader: {rows}, den første er {row})."
        " Slett den kolonnen som ikkje er {label}, eller gje han ei anna overskrift.",
        en='"{label}" can be read in two ways that differ: {readings} (rows: {rows}, the first is {row}).'
        " Delete the column that is not {label}, or give it another heading.",
    ),
    "heading-contradicted": Wording(
        nb="«{label}» er {got}, men kolonnene ved siden av hører til {said}. Rett cellen, eller flytt kolonnen dit den hører til.",
        nn="«{label}» er {got}, men kolonnane ved sida av høyrer til {said}. Rett cella, eller flytt kolonnen dit han høyrer til.",
        en='"{label}" is {got}, but the columns beside it belong to {said}. Correct the cell, or move the column to where it belongs.',
    ),
    "heading-twice-differs": Wording(
        nb="Overskriften står to ganger med ulikt innhold: {readings} (rader: {rows}, den første er {row}). Er det to personer, kall"
        " kolonnene {names}; er det én, slett den kolonnen som er feil.",
        nn="Overskrifta står to gonger med ulikt innhald: {readings} (rader: {rows}, den første er {row}). Er det to personar, kall"
        " kolonnane {names}; er det éin, slett den kolonnen som er feil.",
        en="The heading stands there twice with different content: {readings} (rows: {rows}, the first is {row}). If they are two people,"
        " call the columns {names}; if they are one, delete the column that is wrong.",
    ),
    "heading-twice-records": Wording(
        nb="Overskriften «{label}» står to ganger med ulikt innhold (rader: {rows}, den første er {row}). Gjelder de hver sin, lag en egen"
        " rad for hver; er det én, slett den kolonnen som er feil.",
        nn="Overskrifta «{label}» står to gonger med ulikt innhald (rader: {rows}, den første er {row}). Gjeld dei kvar sin, lag ei eiga"
        " rad for kvar; er det éin, slett den kolonnen som er feil.",
        en='The heading "{label}" stands there twice with different content (rows: {rows}, the first is {row}). If they are of two, make a'
        " row for each; if of one, delete the column that is wrong.",
    ),
    "heading-part-beside": Wording(
        nb="{readings}: det som står i den siste, er ikke med i «{label}» (rader: {rows}, den første er {row}). Skriv hele"
        " navnet i kolonnen «{label}», eller gi den en overskrift med fornavn.",
        nn="{readings}: det som står i den siste, er ikkje med i «{label}» (rader: {rows}, den første er {row}). Skriv heile"
        " namnet i kolonnen «{label}», eller gje han ei overskrift med førenamn.",
        en='{readings}: what stands in the last one is not part of "{label}" (rows: {rows}, the first is {row}).'
        ' Write the whole name in the column "{label}", or give it a heading with first name.',
    ),
    "heading-part-alone": Wording(
        nb="Kolonnen «{got}» er bare en del av et navn, og den andre delen mangler, så den er ikke lest. Legg til kolonnen"
        " med den andre delen.",
        nn="Kolonnen «{got}» er berre ein del av eit namn, og den andre delen manglar, så han er ikkje lesen. Legg til"
        " kolonnen med den andre delen.",
        en='The column "{got}" is only a part of a name, and the other part is missing, so it was not read. Add the column'
        " with the other part.",
    ),
    "workbook-of-other": Wording(
        nb="Arbeidsboken er laget for skjemaet {other}. Bruk den med det, eller lag en ny med: skjema sheet {form}",
        nn="Arbeidsboka er laga for skjemaet {other}. Bruk ho med det, eller lag ei ny med: skjema sheet {form}",
        en="The workbook was made for the form {other}. Use it with that one, or make a new one by: skjema sheet {form}",
    ),
    "workbook-to-take": Wording(
        nb="Arbeidsboken er laget for skjemaet {other}. Lag arbeidsboken til dette av den: skjema sheet {form} --from {file}",
        nn="Arbeidsboka er laga for skjemaet {other}. Lag arbeidsboka til dette av ho: skjema sheet {form} --from {file}",
        en="The workbook was made for the form {other}. Make the one for this form of it: skjema sheet {form} --from {file}",
    ),
    "column-missing": Wording(
        nb="Kolonnen «{label}» mangler. Den må fylles ut i hver rad.",
        nn="Kolonnen «{label}» manglar. Han må fyllast ut i kvar rad.",
        en='The column "{label}" is missing. It must be filled in on every row.',
    ),
    "common-missing": Wording(
        nb="«{label}» mangler. Fyll det ut i {file}, eller i arket «Felles» i arbeidsboken.",
        nn="«{label}» manglar. Fyll det ut i {file}, eller i arket «Felles» i arbeidsboka.",
        en='"{label}" is missing. Give it in {file}, or on the sheet "Common" of the workbook.',
    ),
    "key-unused": Wording(
        nb="Nøkkelen {got} hører ikke til skjemaet og er ikke brukt.",
        nn="Nøkkelen {got} høyrer ikkje til skjemaet og er ikkje brukt.",
        en="The key {got} doesn't belong to the form and was not used.",
    ),
    "json-list-within": Wording(
        nb="Postene er lest fra {got}: {count}.",
        nn="Postane er lesne frå {got}: {count}.",
        en="The records were read from {got}: {count}.",
    ),
    "json-part": Wording(
        nb="Antallet poster i alt er {wanted}, sier filen, men den har {count}. Hent resten også, eller se etter at det skal være så få.",
        nn="Talet på postar i alt er {wanted}, seier fila, men ho har {count}. Hent resten òg, eller sjå etter at det skal vere så få.",
        en="The number of records in all is {wanted}, says the file, but it has {count}. Fetch the rest too, or see that there are to be so few.",
    ),
    "json-nothing": Wording(
        nb="Ingen av nøklene her hører til skjemaet: {known}. «skjema show» viser hva de kan hete.",
        nn="Ingen av nøklane her høyrer til skjemaet: {known}. «skjema show» viser kva dei kan heite.",
        en="None of the keys here belongs to the form: {known}. 'skjema show' lists what they may be called.",
    ),
    "json-lists": Wording(
        nb="Filen har flere lister: {known}. Lagre den som har postene, i en fil for seg.",
        nn="Fila har fleire lister: {known}. Lagre den som har postane, i ei fil for seg.",
        en="The file has several lists: {known}. Save the one that has the records in a file of its own.",
    ),
    "json-shape": Wording(
        nb="«{label}» skal være én verdi, men er en liste eller et objekt.",
        nn="«{label}» skal vere éin verdi, men er ei liste eller eit objekt.",
        en='"{label}" should be one value, but is a list or an object.',
    ),
    "json-not-rows": Wording(
        nb="«{label}» skal være en liste av objekter, ett for hver rad.",
        nn="«{label}» skal vere ei liste av objekt, eitt for kvar rad.",
        en='"{label}" should be a list of objects, one for each row.',
    ),
}
