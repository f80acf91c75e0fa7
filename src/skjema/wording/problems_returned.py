"""Wordings of problems with returned documents."""

from skjema.wording import Wording

RETURNED: dict[str, Wording] = {
    "returned-password": Wording(
        nb="PDF-en er beskyttet med passord. Be om en uten.",
        nn="PDF-en er verna med passord. Be om ein utan.",
        en="The PDF is protected by a password. Ask for one without.",
    ),
    "pdf-damaged": Wording(
        nb="PDF-en er skadet, eller ingen PDF. Be om den på nytt.",
        nn="PDF-en er skadd, eller ingen PDF. Be om han på nytt.",
        en="The PDF is damaged, or no PDF. Ask for it again.",
    ),
    "pdf-no-fields": Wording(
        nb="PDF-en har ingen felt: den er skannet, eller skrevet ut til PDF. Har sidene koden vår nederst til høyre, les den med skjema scan. Ellers les den selv, og før svaret inn.",
        nn="PDF-en har ingen felt: han er skanna, eller skriven ut til PDF. Har sidene koden vår nedst til høgre, les han med skjema scan. Elles les han sjølv, og før svaret inn.",
        en="The PDF has no fields: it was scanned, or printed to PDF. If its pages have our code at the lower right, read it with skjema scan. Otherwise read it yourself, and type the answer.",
    ),
    "pdf-portfolio": Wording(
        nb="PDF-en er en samling av vedlegg. Åpne den, lagre skjemaet som ligger i den, og samle på nytt.",
        nn="PDF-en er ei samling av vedlegg. Opne han, lagre skjemaet som ligg i han, og samle på nytt.",
        en="The PDF is a portfolio of attachments. Open it, save the form that is in it, and collect again.",
    ),
    "docx-strict": Wording(
        nb="Word-filen er lagret som «Strict Open XML». Åpne den i Word, lagre den som vanlig Word-dokument, og samle på nytt.",
        nn="Word-fila er lagra som «Strict Open XML». Opne ho i Word, lagre ho som vanleg Word-dokument, og samle på nytt.",
        en='The Word file was saved as "Strict Open XML". Open it in Word, save it as a plain Word document, and collect again.',
    ),
    "docx-no-fields": Wording(
        nb="Word-filen har ingen felt. Les den selv, og før svaret inn.",
        nn="Word-fila har ingen felt. Les ho sjølv, og før svaret inn.",
        en="The Word file has no fields. Read it yourself, and type the answer.",
    ),
    "returned-no-form": Wording(
        nb="Ingen av filene sier hvilket skjema de er. Oppgi mappen de er laget i, med --run.",
        nn="Ingen av filene seier kva skjema dei er. Oppgje mappa dei er laga i, med --run.",
        en="None of the files says which form it is. Name the folder they were made in, with --run.",
    ),
    "returned-kind": Wording(
        nb="Filen er verken PDF eller vanlig Word (.docx), og er ikke lest. Les den selv, og før svaret inn.",
        nn="Fila er verken PDF eller vanleg Word (.docx), og er ikkje lesen. Les ho sjølv, og før svaret inn.",
        en="The file is neither PDF nor plain Word (.docx), and was not read. Read it yourself, and type the answer.",
    ),
    "returned-picture": Wording(
        nb="Filen er et bilde, og er ikke lest. Viser det skjemaet med koden vår nederst til høyre, les det med skjema scan. Ellers les det selv, og før svaret inn.",
        nn="Fila er eit bilete, og er ikkje lesen. Viser det skjemaet med koden vår nedst til høgre, les det med skjema scan. Elles les det sjølv, og før svaret inn.",
        en="The file is a picture, and was not read. If it shows the form with our code at the lower right, read it with skjema scan. Otherwise read it yourself, and type the answer.",
    ),
    "returned-heic": Wording(
        nb="Filen er et bilde fra en iPhone (HEIC), og er ikke lest. Åpne det i Bilder, lagre det som JPEG, og les det med skjema scan. Eller les det selv, og før svaret inn.",
        nn="Fila er eit bilete frå ein iPhone (HEIC), og er ikkje lesen. Opne det i Bilete, lagre det som JPEG, og les det med skjema scan. Eller les det sjølv, og før svaret inn.",
        en="The file is a picture from an iPhone (HEIC), and was not read. Open it in Photos, save it as JPEG, and read it with skjema scan. Or read it yourself, and type the answer.",
    ),
    "returned-mail": Wording(
        nb="Filen er en e-post, og vedlegget er ikke lest. Åpne den, lagre vedlegget i mappen, og samle på nytt.",
        nn="Fila er ein e-post, og vedlegget er ikkje lese. Opne han, lagre vedlegget i mappa, og samle på nytt.",
        en="The file is an e-mail, and its attachment was not read. Open it, save the attachment in the folder, and collect again.",
    ),
    "returned-zip": Wording(
        nb="Filen er pakket, og det som ligger i den, er ikke lest. Pakk den ut i mappen, og samle på nytt.",
        nn="Fila er pakka, og det som ligg i ho, er ikkje lese. Pakk ho ut i mappa, og samle på nytt.",
        en="The file is an archive, and what is in it was not read. Unpack it in the folder, and collect again.",
    ),
    "returned-nothing": Wording(
        nb="Det er ingen filer i mappen. Se om svarene ligger et annet sted.",
        nn="Det er ingen filer i mappa. Sjå om svara ligg ein annan stad.",
        en="There are no files in the folder. See whether the answers lie elsewhere.",
    ),
    "returned-any-run": Wording(
        nb="Uten --run er det ikke kjent hvilken utsending svarene er på: svar fra i fjor kan være med. Oppgi mappen skjemaene er laget i, med --run.",
        nn="Utan --run er det ikkje kjent kva utsending svara er på: svar frå i fjor kan vere med. Oppgje mappa skjemaa er laga i, med --run.",
        en="Without --run it isn't known which run the answers belong to: last year's may be among them. Name the folder the forms were made in, with --run.",
    ),
    "returned-no-name": Wording(
        nb="Det står ikke i filen hvem den gjelder. Be om hele filen slik den ble sendt, eller les den selv, og før svaret inn.",
        nn="Det står ikkje i fila kven ho gjeld. Be om heile fila slik ho vart send, eller les ho sjølv, og før svaret inn.",
        en="The file doesn't say whom it is about. Ask for the whole file as it was sent, or read it yourself, and type the answer.",
    ),
    "returned-foreign": Wording(
        nb="Filen er ikke laget av skjema, eller feltene er ikke de som {form} har.",
        nn="Fila er ikkje laga av skjema, eller felta er ikkje dei som {form} har.",
        en="The file was not made by skjema, or its fields are not those of {form}.",
    ),
    "returned-other-form": Wording(
        nb="Filen er skjemaet {got}, ikke {form}. Samle den for seg.",
        nn="Fila er skjemaet {got}, ikkje {form}. Samle ho for seg.",
        en="The file is the form {got}, not {form}. Collect it by itself.",
    ),
    "returned-other-edition": Wording(
        nb="Filen er utgaven fra {got}, og skjemaet er fra {wanted}. Les den selv, og før svaret inn.",
        nn="Fila er utgåva frå {got}, og skjemaet er frå {wanted}. Les ho sjølv, og før svaret inn.",
        en="The file is the edition of {got}, and the form is that of {wanted}. Read it yourself, and type the answer.",
    ),
    "returned-other-run": Wording(
        nb="Filen er laget i en annen kjøring, eller raden er tatt ut av listen, eller navnet i den er rettet. Oppgi mappen den er laget i, med --run, og listen slik den var.",
        nn="Fila er laga i ei anna køyring, eller rada er teken ut av lista, eller namnet i ho er retta. Oppgje mappa ho er laga i, med --run, og lista slik ho var.",
        en="The file was made by another run, or its row was taken out of the list, or the name in it was corrected. Name the folder it was made in, with --run, and the list as it was.",
    ),
    "returned-nobody": Wording(
        nb="Ingen i listen har det navnet og de opplysningene som står i filen. Les den selv, og før svaret inn.",
        nn="Ingen i lista har det namnet og dei opplysningane som står i fila. Les ho sjølv, og før svaret inn.",
        en="Nobody in the list has the name and the particulars that stand in the file. Read it yourself, and type the answer.",
    ),
    "returned-several": Wording(
        nb="Flere i listen har det navnet og de opplysningene som står i filen. Finn ut hvem det gjelder, og før svaret inn.",
        nn="Fleire i lista har det namnet og dei opplysningane som står i fila. Finn ut kven det gjeld, og før svaret inn.",
        en="Several in the list have the name and the particulars that stand in the file. Find out whom it concerns, and type the answer.",
    ),
    "returned-names-lost": Wording(
        nb="Programmet som lagret filen, har mistet navnene på feltene. Les den selv, og før svaret inn.",
        nn="Programmet som lagra fila, har mista namna på felta. Les ho sjølv, og før svaret inn.",
        en="The program that saved the file has lost the names of its fields. Read it yourself, and type the answer.",
    ),
    "returned-again": Wording(
        nb="Filen er den samme som {first}, byte for byte, og er lest én gang.",
        nn="Fila er den same som {first}, byte for byte, og er lesen éin gong.",
        en="The file is the same as {first}, byte by byte, and has been read once.",
    ),
    "returned-not-word": Wording(
        nb="Filen heter som et Word-dokument, og er noe annet eller tom. Be om den på nytt.",
        nn="Fila heiter som eit Word-dokument, og er noko anna eller tom. Be om henne på nytt.",
        en="The file is named as a Word document, and is something else or empty. Ask for it again.",
    ),
    "returned-merged": Wording(
        nb="Filen har flere skjemaer i ett. Del den, så hvert skjema er en fil for seg, eller før svarene inn selv.",
        nn="Fila har fleire skjema i eitt. Del henne, så kvart skjema er ei fil for seg, eller før svara inn sjølv.",
        en="The file has several forms in one. Part it, so that each form is a file of its own, or type the answers yourself.",
    ),
    "returned-blank": Wording(
        nb="Ingenting er fylt ut i feltene. Se i filen om noe er skrevet eller tegnet på sidene, og be ellers om svaret på nytt.",
        nn="Ingenting er fylt ut i felta. Sjå i fila om noko er skrive eller teikna på sidene, og be elles om svaret på nytt.",
        en="Nothing is filled in in the fields. Look in the file whether something is written or drawn on its pages, and ask for the answer again otherwise.",
    ),
    "scan-blank": Wording(
        nb="På arket er ingenting krysset av eller skrevet der det skal stå. Se på det: noe kan stå ved siden av rutene eller være for svakt til å ses. Er det tomt, så be om svaret på nytt.",
        nn="På arket er ingenting kryssa av eller skrive der det skal stå. Sjå på det: noko kan stå ved sida av rutene eller vere for svakt til å sjåast. Er det tomt, så be om svaret på nytt.",
        en="On the sheet nothing is ticked or written where it should be. Look at it: something may stand beside the boxes, or be too faint to be seen. If it is empty, ask for the answer again.",
    ),
    "sent-gone": Wording(
        nb="Dokumenter fra kjøringen uten rad i listen, ikke regnet med: nr. {numbers}. Raden er tatt ut, eller navnet i den er endret. Bruk listen slik den var, eller følg dem opp selv.",
        nn="Dokument frå køyringa utan rad i lista, ikkje rekna med: nr. {numbers}. Rada er teken ut, eller namnet i ho er endra. Bruk lista slik ho var, eller følg dei opp sjølv.",
        en="Documents of the run without a row in the list, not counted: no. {numbers}. The row was taken out, or the name in it was changed. Use the list as it was, or follow them up yourself.",
    ),
    "sent-none": Wording(
        nb="Ingen rad i listen er en av dem kjøringen har laget dokumenter til: det er en annen liste, eller filen run.key i mappen hører til en annen kjøring. Bruk listen dokumentene ble laget av, og mappen slik den var, med run.key.",
        nn="Inga rad i lista er ei av dei køyringa har laga dokument til: det er ei anna liste, eller fila run.key i mappa høyrer til ei anna køyring. Bruk lista dokumenta vart laga av, og mappa slik ho var, med run.key.",
        en="No row of the list is one that the run made documents for: it is another list, or the file run.key in the folder belongs to another run. Use the list that the documents were made of, and the folder as it was, with run.key.",
    ),
    "sent-unsure": Wording(
        nb="Flere rader er like i det som skiller dem, og det er ikke sikkert hvem av dem nr. {numbers} gjelder: radene er endret siden. Svarene er ikke ført noe sted. Bruk listen slik den var, eller les dem selv.",
        nn="Fleire rader er like i det som skil dei, og det er ikkje sikkert kven av dei nr. {numbers} gjeld: radene er endra sidan. Svara er ikkje førte nokon stad. Bruk lista slik ho var, eller les dei sjølv.",
        en="Several rows are alike in what tells them apart, and it isn't sure which of them no. {numbers} is about: the rows were changed since. Their answers are entered nowhere. Use the list as it was, or read them yourself.",
    ),
    "sent-not": Wording(
        nb="Rader i listen som kjøringen ikke har laget noe av: {count} ({rows}). De er ikke med her. Er en av dem rettet siden, gjelder den et skjema som er sendt.",
        nn="Rader i lista som køyringa ikkje har laga noko av: {count} ({rows}). Dei er ikkje med her. Er ei av dei retta sidan, gjeld ho eit skjema som er sendt.",
        en="Rows of the list that the run made nothing of: {count} ({rows}). They are not counted here. If one of them was corrected since, it is about a form that was sent.",
    ),
    "returned-nothing-asked": Wording(
        nb='Definisjonen har ingen felt som mottakeren fyller ut, så det er ingen svar å lese. Skriv filled_by = "recipient" ved feltene det gjelder i skjema.toml.',
        nn='Definisjonen har ingen felt som mottakaren fyller ut, så det er ingen svar å lese. Skriv filled_by = "recipient" ved felta det gjeld i skjema.toml.',
        en='The definition has no field that the recipient fills in, so there is no answer to read. Write filled_by = "recipient" at the fields concerned in skjema.toml.',
    ),
    "returned-undecided": Wording(
        nb="«{label}» er ikke besvart. Se i filen om svaret står ved siden av rutene, og spør ellers på nytt.",
        nn="«{label}» er ikkje svart på. Sjå i fila om svaret står ved sida av rutene, og spør elles på nytt.",
        en='"{label}" is not answered. Look in the file whether the answer stands beside the boxes, and ask again otherwise.',
    ),
    "returned-unclear": Wording(
        nb="«{label}» sier to ting på én gang, eller noe skjemaet ikke har, og er ikke tatt med. Se i filen.",
        nn="«{label}» seier to ting på éin gong, eller noko skjemaet ikkje har, og er ikkje teken med. Sjå i fila.",
        en='"{label}" says two things at once, or something the form does not have, and was left out. Look in the file.',
    ),
    "returned-beside": Wording(
        nb="Det er skrevet, tegnet eller endret noe utenfor feltene. Se i filen.",
        nn="Det er skrive, teikna eller endra noko utanfor felta. Sjå i fila.",
        en="Something is written, drawn or changed outside of the fields. Look in the file.",
    ),
    "returned-drawn": Wording(
        nb="På side {page_list} er det skrevet, tegnet, dekket eller endret noe på selve siden, utenom feltene, og det er ikke lest. Se på siden: det kan være et svar, en rettelse, et forbehold eller et stempel.",
        nn="På side {page_list} er det skrive, teikna, dekt eller endra noko på sjølve sida, utanom felta, og det er ikkje lese. Sjå på sida: det kan vere eit svar, ei retting, eit atterhald eller eit stempel.",
        en="On page {page_list} something is written, drawn, covered or changed on the page itself, outside of the fields, and was not read. Look at the page: it may be an answer, a correction, a reservation or a stamp.",
    ),
    "returned-pages": Wording(
        nb="Sider eller felt er tatt ut av PDF-en: felt fra skjemaet mangler, eller står ikke på noen side. Be om hele filen.",
        nn="Sider eller felt er tekne ut av PDF-en: felt frå skjemaet manglar, eller står ikkje på noka side. Be om heile fila.",
        en="Pages or fields were taken out of the PDF: fields of the form are missing, or stand on no page. Ask for the whole file.",
    ),
    "returned-more-pages": Wording(
        nb="PDF-en har flere sider enn da den ble sendt, og de er ikke lest. Se i filen.",
        nn="PDF-en har fleire sider enn da han vart send, og dei er ikkje lesne. Sjå i fila.",
        en="The PDF has more pages than when it was sent, and they were not read. Look in the file.",
    ),
    "returned-differs": Wording(
        nb="«{label}» er {got} i filen, og skal være «{value}». Se hva som er endret.",
        nn="«{label}» er {got} i fila, og skal vere «{value}». Sjå kva som er endra.",
        en='"{label}" is {got} in the file, and should be "{value}". See what was changed.',
    ),
    "archive-no-paper": Wording(
        nb="Det er ingen PDF eller Word-fil å arkivere fra denne kjøringen. Lag dokumentet på nytt, eller finn det igjen.",
        nn="Det er ingen PDF eller Word-fil å arkivere frå denne køyringa. Lag dokumentet på nytt, eller finn det att.",
        en="There is no PDF or Word file of this run to file. Make the document again, or find it.",
    ),
    "archive-case": Wording(
        nb="Saksnummer mangler, eller er ikke år/nummer: dokumentene arkiveres uten sak: nr. {numbers}. Skriv det i listen, for eksempel 2026/1201.",
        nn="Saksnummer manglar, eller er ikkje år/nummer: dokumenta blir arkiverte utan sak: nr. {numbers}. Skriv det i lista, til dømes 2026/1201.",
        en="The case number is missing, or isn't year/number: the documents are filed without a case: no. {numbers}. Write it in the list, such as 2026/1201.",
    ),
    "answers-none": Wording(
        nb="Arbeidsboken har ikke arket med svar fra skjema collect, eller har flere slike. Oppgi den som ble laget der, med ett ark med svar og den skjulte linjen under overskriftene.",
        nn="Arbeidsboka har ikkje arket med svar frå skjema collect, eller har fleire slike. Oppgje den som vart laga der, med eitt ark med svar og den skjulte linja under overskriftene.",
        en="The workbook lacks the sheet of answers from skjema collect, or has several. Name the one made there, with one sheet of answers and the hidden line below the headings.",
    ),
    "answers-other-run": Wording(
        nb="Svarene i denne arbeidsboken er på andre skjemaer ({form}), fra en annen utsending. Oppgi den som ble samlet for denne, med --answers.",
        nn="Svara i denne arbeidsboka er på andre skjema ({form}), frå ei anna utsending. Oppgje den som vart samla for denne, med --answers.",
        en="The answers in this workbook are to other forms ({form}), of another run. Name the one collected for this, with --answers.",
    ),
    "answers-until": Wording(
        nb="Sluttdatoen i listen er endret siden skjemaet ble laget, og det er ikke kjent hvilken som er underskrevet: nr. {numbers}. Skriv datoen fra papiret i den siste kolonnen i arket med svar.",
        nn="Sluttdatoen i lista er endra sidan skjemaet vart laga, og det er ikkje kjent kva for ein som er underskriven: nr. {numbers}. Skriv datoen frå papiret i den siste kolonnen i arket med svar.",
        en="The last day in the list was changed since the form was made, and it isn't known which one was signed: no. {numbers}. Write the day on the paper in the last column of the sheet of answers.",
    ),
    "answers-until-list": Wording(
        nb="Sluttdatoen i listen er en annen enn den som er underskrevet: nr. {numbers}. Den underskrevne gjelder til et nytt skjema er underskrevet.",
        nn="Sluttdatoen i lista er ein annan enn den som er underskriven: nr. {numbers}. Den underskrivne gjeld til eit nytt skjema er underskrive.",
        en="The last day in the list is another than the one that was signed: no. {numbers}. The signed one holds until a new form is signed.",
    ),
    "remind-same-period": Wording(
        nb="Sluttdatoen i listen er fortsatt den som er underskrevet: nr. {numbers}. Skriv den nye perioden i listen, og lag skjemaene på nytt.",
        nn="Sluttdatoen i lista er framleis den som er underskriven: nr. {numbers}. Skriv den nye perioden i lista, og lag skjemaa på nytt.",
        en="The last day in the list is still the one that was signed: no. {numbers}. Write the new period in the list, and make the forms again.",
    ),
    "list-answers": Wording(
        nb="Filen er arbeidsboken med svar, og ikke listen. Bruk listen som skjemaene ble laget av.",
        nn="Fila er arbeidsboka med svar, og ikkje lista. Bruk lista som skjemaa vart laga av.",
        en="The file is the workbook of answers, and not the list. Use the list that the forms were made of.",
    ),
    "answers-no-run": Wording(
        nb="Svarene i denne arbeidsboken er samlet uten --run, og numrene er ikke de skjemaene har. Samle dem på nytt: skjema collect SVAR --run MAPPE --list LISTE.",
        nn="Svara i denne arbeidsboka er samla utan --run, og nummera er ikkje dei skjemaa har. Samle dei på nytt: skjema collect SVAR --run MAPPE --list LISTE.",
        en="The answers in this workbook were collected without --run, and their numbers are not those of the forms. Collect them again: skjema collect ANSWERS --run FOLDER --list LIST.",
    ),
    "answers-name": Wording(
        nb="Nummeret er et annet skjema enn navnet i raden, og svaret er ikke regnet med for noen. Se i filen hvem det gjelder, og rett nummeret eller navnet.",
        nn="Nummeret er eit anna skjema enn namnet i rada, og svaret er ikkje rekna med for nokon. Sjå i fila kven det gjeld, og rett nummeret eller namnet.",
        en="The number is another form than the name in the row, and the answer counts for nobody. See in the file whom it is about, and correct the number or the name.",
    ),
    "answers-number": Wording(
        nb="Svaret er ikke tatt med: i kolonnen Nr. skal nummeret til skjemaet stå.",
        nn="Svaret er ikkje teke med: i kolonnen Nr. skal nummeret til skjemaet stå.",
        en="The answer was left out: the column No. should have the number of the form.",
    ),
    "answers-withdrawn": Wording(
        nb="«Trukket» er verken ja, nei eller en dato, og regnes som trukket. Skriv datoen svaret ble trukket, eller la ruten stå tom.",
        nn="«Trukket» er verken ja, nei eller ein dato, og blir rekna som trekt. Skriv datoen svaret vart trekt, eller lat ruta stå tom.",
        en='"Withdrawn" is neither yes, no nor a date, and counts as withdrawn. Write the date of the withdrawal, or leave the cell empty.',
    ),
    "answers-withdrawal": Wording(
        nb="Noe tyder på at svaret er trukket, uten at det er sagt klart: nr. {numbers}. Se på svaret, og spør om dere er i tvil. Skriv datoen i «Trukket», eller nei der om ingenting er trukket. Er bare noe trukket, velg det i kolonnen for det.",
        nn="Noko tyder på at svaret er trekt, utan at det er sagt klart: nr. {numbers}. Sjå på svaret, og spør om de er i tvil. Skriv datoen i «Trekt», eller nei der om ingenting er trekt. Er berre noko trekt, vel det i kolonnen for det.",
        en='Something says that the answer is withdrawn, though not clearly: no. {numbers}. Look at the answer, and ask where you are in doubt. Write the day in "Withdrawn", or no there if nothing is withdrawn. If only a part is, choose that in its column.',
    ),
    "returned-withdrawal": Wording(
        nb="Det er skrevet noe der et svar trekkes tilbake, men «{label}» er ikke fylt ut. Finn ut hva det betyr, og skriv datoen i «Trukket», eller nei der om ingenting er trukket.",
        nn="Det er skrive noko der eit svar blir trekt tilbake, men «{label}» er ikkje fylt ut. Finn ut kva det tyder, og skriv datoen i «Trekt», eller nei der om ingenting er trekt.",
        en='Something is written where an answer is withdrawn, but "{label}" is not filled in. Find out what is meant, and write the day in "Withdrawn", or no there if nothing is withdrawn.',
    ),
    "answers-unsigned": Wording(
        nb="Svar uten underskrift: nr. {numbers}. Be om underskriften, eller skriv ja i kolonnen når den er der.",
        nn="Svar utan underskrift: nr. {numbers}. Be om underskrifta, eller skriv ja i kolonnen når ho er der.",
        en="Answers without a signature: no. {numbers}. Ask for the signature, or write yes in the column when it is there.",
    ),
    "answers-half-signed": Wording(
        nb="Ikke alle som skal, har skrevet under: nr. {numbers}. Se hvem som mangler, i kolonnene for underskrift. Be om underskriften, eller skriv ja i kolonnen når den er der.",
        nn="Ikkje alle som skal, har skrive under: nr. {numbers}. Sjå kven som manglar, i kolonnane for underskrift. Be om underskrifta, eller skriv ja i kolonnen når ho er der.",
        en="Not everybody who should has signed: no. {numbers}. The columns for signatures show who is missing. Ask for the signature, or write yes in the column when it is there.",
    ),
    "answers-look": Wording(
        nb="«{label}» må ses på før svaret kan regnes med. Se på arket eller filen, og skriv svaret i ruten, eller tøm den om ingenting er svart.",
        nn="«{label}» må sjåast på før svaret kan reknast med. Sjå på arket eller fila, og skriv svaret i ruta, eller tøm ho om ingenting er svara.",
        en='"{label}" must be looked at before the answer counts. Look at the sheet or the file, and write the answer in the cell, or empty it if nothing is answered.',
    ),
    "answers-unread": Wording(
        nb="«{label}» kan ikke leses, og teller som ikke utfylt. Rett svaret i arket.",
        nn="«{label}» kan ikkje lesast, og tel som ikkje utfylt. Rett svaret i arket.",
        en='"{label}" can\'t be read, and counts as not filled in. Correct the answer in the sheet.',
    ),
    "signature-empty": Wording(
        nb="«{label}» er ikke signert i filen. Be om underskriften.",
        nn="«{label}» er ikkje signert i fila. Be om underskrifta.",
        en='"{label}" is not signed in the file. Ask for the signature.',
    ),
    "scan-unreadable": Wording(
        nb="Filen lar seg ikke lese som PDF eller bilde. Skann arkene på nytt.",
        nn="Fila lèt seg ikkje lese som PDF eller bilete. Skann arka på nytt.",
        en="The file can't be read as a PDF or a picture. Scan the sheets again.",
    ),
    "scan-kind": Wording(
        nb="Filen er verken PDF eller bilde. Oppgi det skanneren har laget.",
        nn="Fila er verken PDF eller bilete. Oppgje det skannaren har laga.",
        en="The file is neither a PDF nor a picture. Name what the scanner has made.",
    ),
    "scan-nothing": Wording(
        nb="I mappen er det verken PDF-er eller bilder. Oppgi det skanneren har laget.",
        nn="I mappa er det verken PDF-ar eller bilete. Oppgje det skannaren har laga.",
        en="There are neither PDFs nor pictures in the folder. Name what the scanner has made.",
    ),
    "scan-all-blank": Wording(
        nb="Alle sidene er tomme. Legg bunken i skanneren med skriften mot glasset, eller skann begge sider av arkene.",
        nn="Alle sidene er tomme. Legg bunken i skannaren med skrifta mot glaset, eller skann begge sider av arka.",
        en="All pages are empty. Lay the stack with its writing towards the glass, or scan both sides of the sheets.",
    ),
    "scan-page": Wording(
        nb="Side {page_list} i {file} er skadet og kan ikke leses. Skann arket på nytt; de andre sidene er lest.",
        nn="Side {page_list} i {file} er skadd og kan ikkje lesast. Skann arket på nytt; dei andre sidene er lesne.",
        en="Page {page_list} of {file} is damaged and can't be read. Scan the sheet again; the other pages were read.",
    ),
    "scan-digital": Wording(
        nb="Filen er ikke skannet: det er et skjema som er fylt ut på skjermen, eller et som er lest før. Bruk skjema collect.",
        nn="Fila er ikkje skanna: det er eit skjema som er fylt ut på skjermen, eller eit som er lese før. Bruk skjema collect.",
        en="The file isn't a scan: it is a form that was filled in on a screen, or one read before. Use skjema collect.",
    ),
    "scan-extra": Wording(
        nb="Det som leser skannede ark, er ikke installert. Skriv: pip install skjema[scan]",
        nn="Det som les skanna ark, er ikkje installert. Skriv: pip install skjema[scan]",
        en="What reads scanned sheets isn't installed. Type: pip install skjema[scan]",
    ),
    "scan-no-code": Wording(
        nb="Side {page_list} i {file} har ingen kode fra skjema: den er trykt fra Word-filen, som ikke har noen, hører ikke til, eller koden er skitten eller klippet av. Les siden selv, og før svaret inn. Skriv ut PDF-en neste gang.",
        nn="Side {page_list} i {file} har ingen kode frå skjema: ho er trykt frå Word-fila, som ikkje har nokon, høyrer ikkje til, eller koden er skiten eller klipt av. Les sida sjølv, og før svaret inn. Skriv ut PDF-en neste gong.",
        en="Page {page_list} of {file} has no code of skjema: it was printed from the Word file, which has none, is no such page, or the code is dirty or cut off. Read the page yourself, and type the answer. Print the PDF next time.",
    ),
    "scan-two-sheets": Wording(
        nb="Side {page_list} i {file} viser to ark på én gang. Skill dem, og skann dem på nytt.",
        nn="Side {page_list} i {file} viser to ark på éin gong. Skil dei, og skann dei på nytt.",
        en="Page {page_list} of {file} shows two sheets at once. Part them, and scan them again.",
    ),
    "scan-not-named": Wording(
        nb="Side {page_list} i {file} er et skjema uten eier: koden sier ikke hvem det gjelder. Les siden selv, og før svaret inn.",
        nn="Side {page_list} i {file} er eit skjema utan eigar: koden seier ikkje kven det gjeld. Les sida sjølv, og før svaret inn.",
        en="Page {page_list} of {file} is nobody's: its code doesn't say whom it is about. Read the page yourself, and type the answer.",
    ),
    "scan-other-run": Wording(
        nb="Side {page_list} i {file} er trykt i en annen kjøring, eller er et annet skjema. Oppgi mappen den er laget i, med --run.",
        nn="Side {page_list} i {file} er trykt i ei anna køyring, eller er eit anna skjema. Oppgje mappa ho er laga i, med --run.",
        en="Page {page_list} of {file} was printed by another run, or is another form. Name the folder it was made in, with --run.",
    ),
    "scan-look": Wording(
        nb="«{label}» er ikke tydelig nok til å leses, og er ikke tatt med. Se på arket, og skriv svaret inn.",
        nn="«{label}» er ikkje tydeleg nok til å lesast, og er ikkje teken med. Sjå på arket, og skriv svaret inn.",
        en='"{label}" is not clear enough to be read, and was left out. Look at the sheet, and type the answer.',
    ),
    "scan-written": Wording(
        nb="«{label}» er skrevet for hånd, og er ikke lest. Skriv det inn etter bildet.",
        nn="«{label}» er skrive for hand, og er ikkje lese. Skriv det inn etter biletet.",
        en='"{label}" is written by hand, and was not read. Type it by the picture.',
    ),
    "scan-missing": Wording(
        nb="Side {page_list} av skjemaet er ikke i bunken ({file}). Let etter arket, og skann alle sidene på nytt.",
        nn="Side {page_list} av skjemaet er ikkje i bunken ({file}). Leit etter arket, og skann alle sidene på nytt.",
        en="Page {page_list} of the form is not in the stack ({file}). Look for the sheet, and scan all pages again.",
    ),
    "scan-replaced": Wording(
        nb="Skjemaet er skannet på nytt med alle sidene, og denne filen, der ikke alle var med, teller ikke.",
        nn="Skjemaet er skanna på nytt med alle sidene, og denne fila, der ikkje alle var med, tel ikkje.",
        en="The form was scanned again with all its pages, and this file, which lacked some, does not count.",
    ),
    "scan-double": Wording(
        nb="Side {page_list} i {file} er samme side av samme skjema, og det er ikke sikkert hvilken som gjelder. Se på arkene.",
        nn="Side {page_list} i {file} er same side av same skjema, og det er ikkje sikkert kva for ei som gjeld. Sjå på arka.",
        en="Pages {page_list} of {file} are the same page of the same form, and it isn't sure which counts. Look at the sheets.",
    ),
    "scan-half": Wording(
        nb="Side {page_list} i {file} er ikke som den ble skrevet ut: arket er brettet, revet, dekket av et annet eller utenfor glasset, eller fotografert på skrå eller strukket. Ingenting på den er lest. Skann den på nytt på kopimaskinen, eller les den selv.",
        nn="Side {page_list} i {file} er ikkje som ho vart skriven ut: arket er bretta, rive, dekt av eit anna eller utanfor glaset, eller fotografert på skrå eller strekt. Ingenting på ho er lese. Skann ho på nytt på kopimaskina, eller les ho sjølv.",
        en="Page {page_list} of {file} is not as it was printed: the sheet is folded, torn, covered by another or off the glass, or the photograph is askew or stretched. Nothing on it was read. Scan it again on the copier, or read it yourself.",
    ),
    "scan-stray": Wording(
        nb="På side {page_list} i {file} er det tegnet eller skrevet noe utenfor rutene. Svar ved siden av er ikke tatt med. Se på arket: det kan være en rettelse, et forbehold eller et stempel.",
        nn="På side {page_list} i {file} er det teikna eller skrive noko utanfor rutene. Svar ved sida av er ikkje tekne med. Sjå på arket: det kan vere ei retting, eit atterhald eller eit stempel.",
        en="On page {page_list} of {file} something is drawn or written outside of the boxes. Answers beside it were left out. Look at the sheet: it may be a correction, a reservation or a stamp.",
    ),
    "scan-not-compared": Wording(
        nb="Side {page_list} i {file} er trykt av en eldre utgave av skjema, og det som står utenfor rutene, er ikke sett etter. Se på arket selv.",
        nn="Side {page_list} i {file} er trykt av ei eldre utgåve av skjema, og det som står utanfor rutene, er ikkje sett etter. Sjå på arket sjølv.",
        en="Page {page_list} of {file} was printed by an earlier version of skjema, and what stands outside of its boxes was not looked for. Look at the sheet yourself.",
    ),
    "scan-unknown-paper": Wording(
        nb="Side {page_list} i {file} er trykt slik at det ikke er sikkert hvor rutene står. Les siden selv, og før svaret inn.",
        nn="Side {page_list} i {file} er trykt slik at det ikkje er sikkert kvar rutene står. Les sida sjølv, og før svaret inn.",
        en="Page {page_list} of {file} was printed so that it isn't sure where its boxes are. Read the page yourself, and type the answer.",
    ),
}
