"""Messages of the commands other than problems: places, counts, questions, words of reports."""

from skjema.wording import MessageLanguage, Text, Wording

NOT_SHOWN: Text = {"nb": "(vises ikke her)", "nn": "(blir ikkje vist her)", "en": "(not shown here)"}
"""Stands for a value that must not be quoted in messages."""

MESSAGES: dict[str, Wording] = {
    "place-line": Wording(nb="linje {row}", nn="linje {row}", en="line {row}"),
    "place-row": Wording(nb="rad {row}", nn="rad {row}", en="row {row}"),
    "place-line-column": Wording(
        nb="linje {row}, kolonne {column}",
        nn="linje {row}, kolonne {column}",
        en="line {row}, column {column}",
    ),
    "error": Wording(nb="FEIL", nn="FEIL", en="ERROR"),
    "warning": Wording(nb="ADVARSEL", nn="ÅTVARING", en="WARNING"),
    "note": Wording(nb="MERK", nn="MERK", en="NOTE"),
    "checked": Wording(
        nb="Poster sjekket: {records}. Feil: {errors}, advarsler: {warnings}, merknader: {notes}.",
        nn="Postar sjekka: {records}. Feil: {errors}, åtvaringar: {warnings}, merknader: {notes}.",
        en="Records checked: {records}. Errors: {errors}, warnings: {warnings}, notes: {notes}.",
    ),
    "nothing-written": Wording(
        nb="Ingenting er skrevet. Rett feilene og kjør på nytt.",
        nn="Ingenting er skrive. Rett feila og køyr på nytt.",
        en="Nothing was written. Correct the errors and run again.",
    ),
    "try-partial": Wording(
        nb="Med --partial lages de som er i orden: {count}.",
        nn="Med --partial blir dei laga som er i orden: {count}.",
        en="With --partial, the forms without errors are made: {count}.",
    ),
    "try-draft": Wording(
        nb="Med --draft lages utkast, med det som mangler ført opp.",
        nn="Med --draft blir det laga utkast, med det som manglar ført opp.",
        en="With --draft, drafts are made that list what is missing.",
    ),
    "written": Wording(
        nb="Filer skrevet i {folder}: {files}. Poster: {records}.",
        nn="Filer skrivne i {folder}: {files}. Postar: {records}.",
        en="Files written in {folder}: {files}. Records: {records}.",
    ),
    "names-telling": Wording(
        nb="Filnavnene har {fields}. Det følger med filene i mapper, e-post og sikkerhetskopier, og viser hvem de gjelder. Skal det"
        " ikke, lager du dem på nytt med {number} i stedet og sletter disse.",
        nn="Filnamna har {fields}. Det følgjer med filene i mapper, e-post og tryggingskopiar, og viser kven dei gjeld. Skal det"
        " ikkje, lagar du dei på nytt med {number} i staden og slettar desse.",
        en="The file names have {fields}. That goes with the files into folders, e-mail and backups, and shows whom they concern. If"
        " it should not, make them anew with {number} instead, and delete these.",
    ),
    "no-run-kept": Wording(
        nb="Svar på disse kan ikke følges opp med skjema collect --run: da må skjemaene lages i en mappe, som tar vare på hvem de gjelder.",
        nn="Svar på desse kan ikkje følgjast opp med skjema collect --run: då må skjemaa lagast i ei mappe, som tek vare på kven dei gjeld.",
        en="Answers to these can't be followed up with skjema collect --run: for that, make the forms in a folder, which keeps whom they are about.",
    ),
    "drafts": Wording(
        nb="Dette er utkast: de er merket UTKAST, og sier hva som mangler.",
        nn="Dette er utkast: dei er merkte UTKAST, og seier kva som manglar.",
        en="These are drafts: they are marked DRAFT, and say what is missing.",
    ),
    "written-failed": Wording(
        nb="Filer skrevet i {folder}: {files}. Poster: {records}, ikke skrevet: {failed}.",
        nn="Filer skrivne i {folder}: {files}. Postar: {records}, ikkje skrivne: {failed}.",
        en="Files written in {folder}: {files}. Records: {records}, not written: {failed}.",
    ),
    "converted": Wording(nb="PDF-er laget: {count}.", nn="PDF-ar laga: {count}.", en="PDFs made: {count}."),
    "converted-failed": Wording(
        nb="PDF-er laget: {count}, ikke laget: {failed}.",
        nn="PDF-ar laga: {count}, ikkje laga: {failed}.",
        en="PDFs made: {count}, not made: {failed}.",
    ),
    "convert-interrupted": Wording(
        nb="Avbrutt. PDF-ene som er laget, er hele. Kjør samme kommando med --overwrite for å lage alle.",
        nn="Avbrote. PDF-ane som er laga, er heile. Køyr same kommando med --overwrite for å lage alle.",
        en="Interrupted. The PDFs made are complete. Run the same command with --overwrite to make them all.",
    ),
    "file-written": Wording(nb="{file} er skrevet.", nn="{file} er skriven.", en="{file} written."),
    "more-problems": Wording(
        nb="Ikke vist her: {count}. «skjema check» med --json eller --annotate tar med alle.",
        nn="Ikkje vist her: {count}. «skjema check» med --json eller --annotate tek med alle.",
        en="Not shown here: {count}. 'skjema check' with --json or --annotate has them all.",
    ),
    "also-there": Wording(
        nb="Det samme er det flere steder ({count}): {places}.",
        nn="Det same er det fleire stader ({count}): {places}.",
        en="The same is so in more places ({count}): {places}.",
    ),
    "unused-headings": Wording(
        nb="Kolonner som ikke hører til skjemaet, og ikke er brukt: {headings}.",
        nn="Kolonnar som ikkje høyrer til skjemaet, og ikkje er brukte: {headings}.",
        en="Columns that do not belong to the form, and were not used: {headings}.",
    ),
    "missing-columns": Wording(
        nb="Kolonner som mangler, og må fylles ut i hver rad: {headings}.",
        nn="Kolonnar som manglar, og må fyllast ut i kvar rad: {headings}.",
        en="Columns that are missing, and must be filled in on every row: {headings}.",
    ),
    "row": Wording(nb="rad", nn="rad", en="row"),
    "ask-yes-no": Wording(nb="[ja/nei]", nn="[ja/nei]", en="[yes/no]"),
    "ask-fill": Wording(
        nb="Lage skjemaene nå, ett for hver rad?",
        nn="Lage skjemaa no, eitt for kvar rad?",
        en="Make the forms now, one a row?",
    ),
    "ask-pack": Wording(
        nb="Lage én fil med alle for utskrift også?",
        nn="Lage éi fil med alle for utskrift òg?",
        en="Make one file with all of them for print as well?",
    ),
    "ask-form": Wording(
        nb="Hvilket skjema er listen til? Skriv nummeret:",
        nn="Kva skjema er lista til? Skriv nummeret:",
        en="Which form is the list for? Write its number:",
    ),
    "ask-hidden": Wording(
        nb="Rader som er skjult, filtrert bort, strøket ut eller ikke skal være med lenger: {count}. Skal de være med?",
        nn="Rader som er gøymde, filtrerte bort, strokne ut eller ikkje skal vere med lenger: {count}. Skal dei vere med?",
        en="Rows hidden, filtered away, struck out or no longer to be used: {count}. Use them?",
    ),
    "progress": Wording(nb="{done} av {total}", nn="{done} av {total}", en="{done} of {total}"),
    "progress-looking": Wording(nb="Sjekker post {done}", nn="Sjekkar post {done}", en="Checking record {done}"),
    "progress-pace": Wording(
        nb=", {pace} i sekundet, {left} igjen",
        nn=", {pace} i sekundet, {left} att",
        en=", {pace} a second, {left} left",
    ),
    "packed": Wording(
        nb="{file} er skrevet. Skjemaer: {count}.",
        nn="{file} er skriven. Skjema: {count}.",
        en="{file} written. Forms: {count}.",
    ),
    "packed-pages": Wording(
        nb="{file} er skrevet. Skjemaer: {count}, sider: {pages}.",
        nn="{file} er skriven. Skjema: {count}, sider: {pages}.",
        en="{file} written. Forms: {count}, pages: {pages}.",
    ),
    "scanned": Wording(
        nb="Sider lest: {pages}, snudd: {turned}, tomme baksider: {blank}, uten eier: {unknown}. Skjemaer: {papers}, i {folder}.",
        nn="Sider lesne: {pages}, snudde: {turned}, tomme baksider: {blank}, utan eigar: {unknown}. Skjema: {papers}, i {folder}.",
        en="Pages read: {pages}, turned: {turned}, blank backs: {blank}, nobody's: {unknown}. Forms: {papers}, in {folder}.",
    ),
    "labels-written": Wording(
        nb="{file} er skrevet. Etiketter: {count}, uten etikett: {without}. Skriv ut i faktisk størrelse (100 %).",
        nn="{file} er skriven. Etikettar: {count}, utan etikett: {without}. Skriv ut i faktisk storleik (100 %).",
        en="{file} written. Labels: {count}, without a label: {without}. Print at actual size (100%).",
    ),
    "labels-none": Wording(
        nb="Ingen etiketter er skrevet: ingen av skjemaene har en adresse å sende til.",
        nn="Ingen etikettar er skrivne: ingen av skjemaa har ei adresse å sende til.",
        en="No labels written: none of the forms has an address to send to.",
    ),
    "collected": Wording(
        nb="Svar lest: {answers}. Skjemaer med svar: {records}, uten: {silent}. Flere svar på samme: {doubled}."
        " Filer som ikke passer: {odd}. Merknader til svarene: {faults}.",
        nn="Svar lesne: {answers}. Skjema med svar: {records}, utan: {silent}. Fleire svar på same: {doubled}."
        " Filer som ikkje passar: {odd}. Merknader til svara: {faults}.",
        en="Answers read: {answers}. Forms with an answer: {records}, without: {silent}. Several answers to one: {doubled}."
        " Files that fit nobody: {odd}. Remarks on the answers: {faults}.",
    ),
    "status-strangers": Wording(
        nb="Svar med numre som ingen i listen har: {numbers}. Se etter skrivefeil i arket «Svar».",
        nn="Svar med nummer som ingen i lista har: {numbers}. Sjå etter skrivefeil i arket «Svar».",
        en='Answers with numbers that nobody in the list has: {numbers}. Look for typing errors in the sheet "Answers".',
    ),
    "remind-nobody": Wording(
        nb="Ingen å minne på: ingenting er laget.",
        nn="Ingen å minne på: ingenting er laga.",
        en="Nobody to remind: nothing was made.",
    ),
    "own-no-code": Wording(
        nb="Egne PDF-skjemaer har ingen kode på papiret: skjema scan kjenner dem ikke igjen. Les svar på papir selv, og før dem inn.",
        nn="Eigne PDF-skjema har ingen kode på papiret: skjema scan kjenner dei ikkje att. Les svar på papir sjølv, og før dei inn.",
        en="Own PDF forms have no code on paper: skjema scan doesn't know them again. Read answers on paper yourself, and type them.",
    ),
    "remind-own": Wording(
        nb="Påminnelsen kan ikke skrives på skjemaets egen PDF. Skjemaene er laget uten den: legg ved et brev.",
        nn="Påminninga kan ikkje skrivast på den eigne PDF-en til skjemaet. Skjemaa er laga utan henne: legg ved eit brev.",
        en="The reminder can't be written on the form's own PDF. The forms are made without it: add a letter.",
    ),
    "usage-remind-file": Wording(
        nb="Påminnelsene blir en .pdf, og innholdslisten og ringelisten hver sin .xlsx.",
        nn="Påminningane blir ei .pdf, og innhaldslista og ringelista kvar si .xlsx.",
        en="The reminders are a .pdf, and the index and the list of phone numbers an .xlsx each.",
    ),
    "archived": Wording(
        nb="Dokumenter i pakken: sendte: {sent}, mottatte: {returned}. Mottatte er slik de kom, og ikke PDF/A.",
        nn="Dokument i pakken: sende: {sent}, mottekne: {returned}. Mottekne er slik dei kom, og ikkje PDF/A.",
        en="Documents in the package: sent: {sent}, received: {returned}. Those received are as they came, and not PDF/A.",
    ),
    "usage-archive": Wording(
        nb="Pakken skrives i en .zip-fil.",
        nn="Pakken blir skriven i ei .zip-fil.",
        en="The package is written into a .zip file.",
    ),
    "erase-list": Wording(
        nb="Slettes: dokumenter: {documents}, andre filer: {others}, rapport og nøkkel: {own}.",
        nn="Blir sletta: dokument: {documents}, andre filer: {others}, rapport og nøkkel: {own}.",
        en="To be erased: documents: {documents}, other files: {others}, report and key: {own}.",
    ),
    "erase-beside": Wording(
        nb="Ligger ved siden av, laget av skjema, og blir ikke slettet uten at dere nevner det: {files}.",
        nn="Ligg ved sida av, laga av skjema, og blir ikkje sletta utan at de nemner det: {files}.",
        en="Lying beside it, made by skjema, and not erased unless you name it: {files}.",
    ),
    "ask-erase": Wording(
        nb="Det kan ikke gjøres om. Slette alt dette?",
        nn="Det kan ikkje gjerast om. Slette alt dette?",
        en="This can't be undone. Erase all of it?",
    ),
    "erase-not": Wording(
        nb="Ingenting er slettet. Legg til --yes for å slette uten spørsmål.",
        nn="Ingenting er sletta. Legg til --yes for å slette utan spørsmål.",
        en="Nothing was erased. Add --yes to erase without being asked.",
    ),
    "erased": Wording(
        nb="Filer slettet: {files}. Igjen i mappen, ikke laget av kjøringen: {left}. Mellomlageret er tømt.",
        nn="Filer sletta: {files}. Att i mappa, ikkje laga av køyringa: {left}. Mellomlageret er tømt.",
        en="Files erased: {files}. Left in the folder, not made by the run: {left}. The cache is emptied.",
    ),
    "erase-backups": Wording(
        nb="Sikkerhetskopier, papirkurv, e-post og skyens egne utgaver er ikke rørt. Listene deres er heller ikke rørt.",
        nn="Tryggingskopiar, papirkorg, e-post og utgåvene i skya er ikkje rørte. Listene dykkar er heller ikkje rørte.",
        en="Backups, the recycle bin, e-mail and a cloud's own versions are untouched. So are your own lists.",
    ),
    "usage-erase": Wording(
        nb="Oppgi bare én mappe, den en kjøring ble laget i, og ellers filer den laget og mappen fra skjema scan --split. Mapper med svar som kom inn, sletter dere selv. Ingenting er slettet.",
        nn="Oppgje berre éi mappe, den ei køyring vart laga i, og elles filer ho laga og mappa frå skjema scan --split. Mapper med svar som kom inn, slettar de sjølv. Ingenting er sletta.",
        en="Name one folder only, that of a run, and otherwise files it made and the folder of skjema scan --split. Folders of replies that came in you delete yourselves. Nothing was erased.",
    ),
    "collect-before": Wording(
        nb="Den forrige arbeidsboken er tatt vare på som {file}. Det dere har skrevet i arket med svar der, må føres over.",
        nn="Den førre arbeidsboka er teken vare på som {file}. Det de har skrive i arket med svar der, må førast over.",
        en="The earlier workbook has been kept as {file}. What you have typed on its sheet of answers must be carried over.",
    ),
    "collect-before-rows": Wording(
        nb="Den forrige arbeidsboken er tatt vare på som {file}. Rader i arket med svar der som er skrevet eller endret for hånd, eller står annerledes nå: {rows}. Før over det som skal gjelde.",
        nn="Den førre arbeidsboka er teken vare på som {file}. Rader i arket med svar der som er skrivne eller endra for hand, eller står annleis no: {rows}. Før over det som skal gjelde.",
        en="The earlier workbook has been kept as {file}. Rows of its sheet of answers that were typed or changed by hand, or are otherwise now: {rows}. Carry over what is to count.",
    ),
    "collect-before-same": Wording(
        nb="Den forrige arbeidsboken er tatt vare på som {file}. Alt i arket med svar der står i den nye.",
        nn="Den førre arbeidsboka er teken vare på som {file}. Alt i arket med svar der står i den nye.",
        en="The earlier workbook has been kept as {file}. All of its sheet of answers stands in the new one.",
    ),
    "collect-no-copy": Wording(
        nb="Listen er ikke kopiert: svarene står for seg. Det lages kopi av én liste, av xlsx, xlsm eller csv.",
        nn="Lista er ikkje kopiert: svara står for seg. Det blir laga kopi av éi liste, av xlsx, xlsm eller csv.",
        en="The list was not copied: the answers stand by themselves. One list is copied, of xlsx, xlsm or csv.",
    ),
    "usage-answers": Wording(
        nb="Svarene skrives i en .xlsx-fil, og ikke over en av filene som leses.",
        nn="Svara blir skrivne i ei .xlsx-fil, og ikkje over ei av filene som blir lesne.",
        en="The answers are written into an .xlsx file, and not over one of the files that are read.",
    ),
    "index-number": Wording(nb="Nr.", nn="Nr.", en="No."),
    "index-group": Wording(nb="Gruppe", nn="Gruppe", en="Group"),
    "index-recipient": Wording(
        nb="Fødsels- eller organisasjonsnummer",
        nn="Fødsels- eller organisasjonsnummer",
        en="Identity or organisation number",
    ),
    "index-from": Wording(nb="Fra side", nn="Frå side", en="From page"),
    "index-to": Wording(nb="Til side", nn="Til side", en="To page"),
    "usage-draft": Wording(
        nb="«{got}» kan ikke være navnet på et skjema. Velg en mappe med små bokstaver og bindestreker, som templates/soknad-sfo.",
        nn="«{got}» kan ikkje vere namnet på eit skjema. Vel ei mappe med små bokstavar og bindestrekar, som templates/soknad-sfo.",
        en='"{got}" can\'t be the name of a form. Choose a folder with small letters and hyphens, such as templates/soknad-sfo.',
    ),
    "usage-draft-twice": Wording(
        nb="{names} ville bli det samme skjemaet, «{name}». Et skjema har høyst én Word-fil og én PDF: gi filene ulike navn.",
        nn="{names} ville bli det same skjemaet, «{name}». Eit skjema har høgst éi Word-fil og éin PDF: gi filene ulike namn.",
        en='{names} would become the same form, "{name}". A form has at most one Word file and one PDF: rename the files.',
    ),
    "usage-pack-file": Wording(
        nb="Filen en pakke skrives til, må ende på .pdf eller .docx.",
        nn="Fila ei pakke blir skriven til, må ende på .pdf eller .docx.",
        en="The file a pack is written to must end in .pdf or .docx.",
    ),
    "usage-pack-word": Wording(
        nb="--cover, --names og --for finnes bare for PDF.",
        nn="--cover, --names og --for finst berre for PDF.",
        en="--cover, --names and --for are for PDF only.",
    ),
    "print-fits": Wording(
        nb="Filen følger reglene til {service} som er sjekket. Ikke sjekket:",
        nn="Fila følgjer reglane til {service} som er sjekka. Ikkje sjekka:",
        en="The file follows those rules of {service} that were checked. Not checked:",
    ),
    "kept": Wording(
        nb="Uendret fra før: {count}.", nn="Uendra frå før: {count}.", en="Already there and unchanged: {count}."
    ),
    "since": Wording(
        nb="Nye: {new}. Endret: {changed}. Uendret: {same}. Ikke lenger i listen: {gone}.",
        nn="Nye: {new}. Endra: {changed}. Uendra: {same}. Ikkje lenger i lista: {gone}.",
        en="New: {new}. Changed: {changed}. Unchanged: {same}. No longer in the list: {gone}.",
    ),
    "since-new": Wording(nb="ny", nn="ny", en="new"),
    "since-change": Wording(nb="Nr. {number}: {what}", nn="Nr. {number}: {what}", en="No. {number}: {what}"),
    "since-more": Wording(nb="... og flere: {count}.", nn="... og fleire: {count}.", en="... and more: {count}."),
    "since-gone": Wording(
        nb="Nr. {numbers} er ikke lenger i listen. Filene deres er ikke rørt; slett dem hvis de ikke skal brukes.",
        nn="Nr. {numbers} er ikkje lenger i lista. Filene deira er ikkje rørte; slett dei dersom dei ikkje skal brukast.",
        en="No. {numbers} are no longer in the list. Their files were not touched; delete them if they are not to be used.",
    ),
    "since-nothing": Wording(
        nb="Ingen post er ny eller endret siden kjøringen i {folder}, så ingenting er laget.",
        nn="Ingen post er ny eller endra sidan køyringa i {folder}, så ingenting er laga.",
        en="No record is new or changed since the run in {folder}, so nothing was made.",
    ),
    "since-unknown": Wording(
        nb="Poster som mangler det som skiller dem, eller er like i det, og kan være andre enn før: {count}. De har fått nye numre,"
        " og de gamle filene ligger der. Slett dem som er erstattet.",
        nn="Postar som manglar det som skil dei, eller er like i det, og kan vere andre enn før: {count}. Dei har fått nye nummer,"
        " og dei gamle filene ligg der. Slett dei som er erstatta.",
        en="Records that lack what tells them apart, or are alike in it, and may be others than before: {count}. They got new"
        " numbers, and the old files are still there. Delete those that are replaced.",
    ),
    "index-missing-count": Wording(nb="Antall som mangler", nn="Talet på det som manglar", en="Number missing"),
    "index-missing": Wording(nb="Mangler", nn="Manglar", en="Missing"),
    "index-change": Wording(nb="Endring", nn="Endring", en="Change"),
    "left": Wording(
        nb="Filer fra en tidligere kjøring som ingen rad lager lenger: {count} ({files}). Slett dem, så de ikke blir skrevet ut.",
        nn="Filer frå ei tidlegare køyring som inga rad lagar lenger: {count} ({files}). Slett dei, så dei ikkje blir skrivne ut.",
        en="Files of an earlier run that no row makes any more: {count} ({files}). Delete them, so that they aren't printed.",
    ),
    "interrupted": Wording(
        nb="Avbrutt. Filene som er skrevet, er hele.",
        nn="Avbrote. Filene som er skrivne, er heile.",
        en="Interrupted. The files written are complete.",
    ),
    "interrupted-run": Wording(
        nb="Avbrutt. Filene som er skrevet, er hele. Kjør samme kommando med --resume for å lage resten.",
        nn="Avbrote. Filene som er skrivne, er heile. Køyr same kommando med --resume for å lage resten.",
        en="Interrupted. The files written are complete. Run the same command with --resume to make the rest.",
    ),
    "interrupted-pack": Wording(
        nb="Avbrutt. {file} er ikke laget. Kjør samme kommando på nytt.",
        nn="Avbrote. {file} er ikkje laga. Køyr same kommando på nytt.",
        en="Interrupted. {file} was not made. Run the same command again.",
    ),
    "interrupted-archive": Wording(
        nb="Avbrutt. Zip-filen blir til når alt er skrevet, og er ikke laget. Kjør samme kommando på nytt.",
        nn="Avbrote. Zip-fila blir til når alt er skrive, og er ikkje laga. Køyr same kommando på nytt.",
        en="Interrupted. The zip file is made last, so there is none. Run the same command again.",
    ),
    "output-refused": Wording(
        nb="Det som skulle stått i utdata, kunne ikke skrives ({reason}). Frigjør plass og kjør på nytt; filene som er skrevet, er hele.",
        nn="Det som skulle stått i utdata, kunne ikkje skrivast ({reason}). Frigjer plass og køyr på nytt; filene som er skrivne, er heile.",
        en="The output could not be written ({reason}). Free some space and run again; the files written are complete.",
    ),
    "bug": Wording(
        nb="Dette er en feil i skjema ({what}). Meld den gjerne; meldingen inneholder ingen av verdiene dine.",
        nn="Dette er ein feil i skjema ({what}). Meld han gjerne; meldinga inneheld ingen av verdiane dine.",
        en="This is a bug in skjema ({what}). Please report it; the message holds none of your values.",
    ),
    "usage-no-option": Wording(
        nb="Valget {got} finnes ikke.", nn="Valet {got} finst ikkje.", en="There is no option {got}."
    ),
    "usage-no-command": Wording(
        nb="Kommandoen «{got}» finnes ikke. Det finnes: {known}.",
        nn="Kommandoen «{got}» finst ikkje. Det finst: {known}.",
        en='There is no command "{got}". There are: {known}.',
    ),
    "usage-missing": Wording(
        nb="{got} mangler i kommandoen.", nn="{got} manglar i kommandoen.", en="{got} is missing from the command."
    ),
    "usage-needs-value": Wording(
        nb="Valget {got} skal ha en verdi etter seg.",
        nn="Valet {got} skal ha ein verdi etter seg.",
        en="The option {got} needs a value after it.",
    ),
    "usage-too-much": Wording(
        nb="Kommandoen har mer enn den kan bruke. Navn med mellomrom skal stå i anførselstegn.",
        nn="Kommandoen har meir enn han kan bruke. Namn med mellomrom skal stå i hermeteikn.",
        en="The command has too many arguments. Put names with spaces in quotation marks.",
    ),
    "usage-between": Wording(
        nb="Skriv et tall fra {least} til {most}.",
        nn="Skriv eit tal frå {least} til {most}.",
        en="Write a number from {least} to {most}.",
    ),
    "usage-value": Wording(
        nb="{got} har en verdi som ikke kan brukes. {hint}",
        nn="{got} har ein verdi som ikkje kan brukast. {hint}",
        en="{got} has a value that can't be used. {hint}",
    ),
    "usage-help": Wording(nb="Se «{command} --help».", nn="Sjå «{command} --help».", en="See '{command} --help'."),
    "usage-date": Wording(
        nb="Skriv en dag som 15.01.2027 eller 2027-01-15.",
        nn="Skriv ein dag som 15.01.2027 eller 2027-01-15.",
        en="Write a day as 15.01.2027 or 2027-01-15.",
    ),
    "usage-rows": Wording(
        nb="Skriv numre og områder, for eksempel 1-3,7.",
        nn="Skriv nummer og område, til dømes 1-3,7.",
        en="Write numbers and ranges, for example 1-3,7.",
    ),
    "usage-one-of": Wording(nb="Velg en av: {known}.", nn="Vel ein av: {known}.", en="Choose one of: {known}."),
    "usage-year": Wording(
        nb="--year flytter en arbeidsbok til et annet år. Oppgi hvilken med --from.",
        nn="--year flyttar ei arbeidsbok til eit anna år. Oppgje kva for ei med --from.",
        en="--year moves a workbook on to another year. Say which with --from.",
    ),
    "family-samtykke": Wording(nb="Samtykker", nn="Samtykke", en="Consents"),
    "family-henvisning": Wording(nb="Henvisninger", nn="Tilvisingar", en="Referrals"),
    "family-plan": Wording(nb="Planer", nn="Planar", en="Plans"),
    "family-mote": Wording(nb="Møter", nn="Møte", en="Meetings"),
    "family-vurdering": Wording(nb="Vurderinger", nn="Vurderingar", en="Assessments"),
    "family-melding": Wording(
        nb="Meldinger og erklæringer", nn="Meldingar og erklæringar", en="Notices and declarations"
    ),
    "family-other": Wording(nb="Andre skjemaer", nn="Andre skjema", en="Other forms"),
    "not-taken": Wording(
        nb="Poster som ikke er tatt med: {count}. {why}",
        nn="Postar som ikkje er tekne med: {count}. {why}",
        en="Records left out: {count}. {why}",
    ),
    "sheet-lines": Wording(
        nb="Se arket «{sheet}»: linjer {count}.",
        nn="Sjå arket «{sheet}»: linjer {count}.",
        en='See the sheet "{sheet}": lines {count}.',
    ),
    "usage-set": Wording(
        nb="Skriv --set som felt=verdi.", nn="Skriv --set som felt=verdi.", en="Write --set as field=value."
    ),
    "usage-set-data": Wording(
        nb="--set er én post uten datafil. Oppgi enten filer eller --set.",
        nn="--set er éin post utan datafil. Oppgje anten filer eller --set.",
        en="--set is one record without a data file. Give either files or --set.",
    ),
    "usage-set-twice": Wording(
        nb="{got} er gitt to verdier med --set.",
        nn="{got} er gjeve to verdiar med --set.",
        en="{got} is given two values by --set.",
    ),
    "usage-sheet": Wording(
        nb="-o må være en fil som slutter på .xlsx.",
        nn="-o må vere ei fil som sluttar på .xlsx.",
        en="-o must be a file that ends with .xlsx.",
    ),
    "usage-from": Wording(
        nb="--from kan ikke brukes sammen med --single eller --example.",
        nn="--from kan ikkje brukast saman med --single eller --example.",
        en="--from can't be used with --single or --example.",
    ),
    "usage-workers": Wording(
        nb="Velg --workers eller --executor: klyngen vet selv hvor mange den er.",
        nn="Vel --workers eller --executor: klyngja veit sjølv kor mange ho er.",
        en="Choose either --workers or --executor: a cluster has a number of workers of its own.",
    ),
    "usage-index": Wording(
        nb="Listen fra --index er en arbeidsbok: navnet skal slutte på .xlsx.",
        nn="Lista frå --index er ei arbeidsbok: namnet skal slutte på .xlsx.",
        en="The list of --index is a workbook: its name is to end in .xlsx.",
    ),
    "usage-labels": Wording(
        nb="Etikettene er en PDF: --labels etiketter.pdf. --label-sheet og --first-label hører til den.",
        nn="Etikettane er ein PDF: --labels etikettar.pdf. --label-sheet og --first-label høyrer til han.",
        en="The labels are a PDF: --labels labels.pdf. --label-sheet and --first-label go with it.",
    ),
    "usage-first-label": Wording(
        nb="Et ark med {sheet} etiketter har {count}. Velg en av dem med --first-label.",
        nn="Eit ark med {sheet} etikettar har {count}. Vel ein av dei med --first-label.",
        en="A sheet of {sheet} labels has {count}. Choose one of them with --first-label.",
    ),
    "usage-same-file": Wording(
        nb="Samme fil er nevnt to ganger. Det som skrives, må ha et annet navn enn dataene.",
        nn="Same fil er nemnd to gonger. Det som blir skrive, må ha eit anna namn enn dataa.",
        en="The same file is named twice. What is written needs another name than the data.",
    ),
    "usage-annotate": Wording(
        nb="--annotate merker én arbeidsbok eller CSV-fil om gangen, og aldri i originalen.",
        nn="--annotate merkjer éi arbeidsbok eller CSV-fil om gongen, og aldri i originalen.",
        en="--annotate marks one workbook or CSV file at a time, and never the original.",
    ),
    "usage-annotate-name": Wording(
        nb="Kopien med merker er en arbeidsbok. Gi den et navn som slutter på .xlsx.",
        nn="Kopien med merke er ei arbeidsbok. Gje han eit namn som sluttar på .xlsx.",
        en="The marked copy is a workbook. Give it a name that ends in .xlsx.",
    ),
    "unreadable-form": Wording(
        nb="(definisjonen kan ikke leses; se skjema lint)",
        nn="(definisjonen kan ikkje lesast; sjå skjema lint)",
        en="(the definition can't be read; see skjema lint)",
    ),
    "margin-left": Wording(nb="{mm} mm til venstre", nn="{mm} mm til venstre", en="{mm} mm on the left"),
    "margin-top": Wording(nb="{mm} mm øverst", nn="{mm} mm øvst", en="{mm} mm at the top"),
    "margin-right": Wording(nb="{mm} mm til høyre", nn="{mm} mm til høgre", en="{mm} mm on the right"),
    "margin-bottom": Wording(nb="{mm} mm nederst", nn="{mm} mm nedst", en="{mm} mm at the bottom"),
    "unchecked-svarut": Wording(
        nb="Sidestørrelse, PDF-versjon, innebygde skrifter og største sidetall: kildene sier ikke hva {service} krever.",
        nn="Sidestorleik, PDF-versjon, innebygde skrifter og største sidetal: kjeldene seier ikkje kva {service} krev.",
        en="Page size, PDF version, embedded fonts and most pages: the sources don't say what {service} requires.",
    ),
    "unchecked-digipost": Wording(
        nb="Marger utenom feltet for strekkode, og om fargene er tydelige i gråtoner, som {service} skriver ut i.",
        nn="Margar utanom feltet for strekkode, og om fargane er tydelege i gråtonar, som {service} skriv ut i.",
        en="Margins outside the bar code zone, and whether colours are clear in the grey that {service} prints in.",
    ),
    "unchecked-address": Wording(
        nb="Navn og adresser til mottakerne, og hvor på arket de står.",
        nn="Namn og adresser til mottakarane, og kvar på arket dei står.",
        en="Names and addresses of the recipients, and where on the paper they stand.",
    ),
    "unchecked-paper": Wording(
        nb="Papir, bretting og konvolutt, og hvor nær kanten skriverne kan skrive.",
        nn="Papir, bretting og konvolutt, og kor nær kanten skrivarane kan skrive.",
        en="Paper, folding and envelope, and how near the edge the printers can print.",
    ),
    "unchecked-acceptance": Wording(
        nb="Om {service} tar imot filen. Det avgjør tjenesten og avtalen dere har med den.",
        nn="Om {service} tek imot fila. Det avgjer tenesta og avtalen de har med henne.",
        en="Whether {service} accepts the file. That is for the service, and your agreement with it, to decide.",
    ),
    "unchecked-age": Wording(
        nb="Om reglene er endret siden de ble lest {read:%d.%m.%Y}, i avskrifter som kan være eldre enn tjenestens egne sider.",
        nn="Om reglane er endra sidan dei vart lesne {read:%d.%m.%Y}, i avskrifter som kan vere eldre enn sidene til tenesta.",
        en="Whether the rules have changed since they were read on {read:%d.%m.%Y}, in copies that may be older than the service's own pages.",
    ),
    "faults-sheet": Wording(nb="Feil", nn="Feil", en="Faults"),
    "faults-place": Wording(nb="Sted", nn="Stad", en="Place"),
    "faults-kind": Wording(nb="Slag", nn="Slag", en="Kind"),
    "faults-text": Wording(
        nb="Hva som er galt, og hva du gjør", nn="Kva som er gale, og kva du gjer", en="What is wrong, and what to do"
    ),
    "faults-code": Wording(nb="Kode", nn="Kode", en="Code"),
    "draft-from-field": Wording(nb="feltet", nn="feltet", en="the field"),
    "draft-from-tag": Wording(nb="flettefeltet", nn="flettefeltet", en="the tag"),
    "draft-from-merge": Wording(nb="Words flettefelt", nn="Words flettefelt", en="the merge field"),
    "draft-from-control": Wording(nb="innholdskontrollen", nn="innhaldskontrollen", en="the content control"),
    "draft-from-legacy": Wording(nb="skjemafeltet", nn="skjemafeltet", en="the form field"),
    "draft-from-bookmark": Wording(nb="bokmerket", nn="bokmerket", en="the bookmark"),
    "draft-from-blank": Wording(nb="linjen", nn="linja", en="the line"),
    "draft-from-box": Wording(nb="avkryssingen", nn="avkryssinga", en="the tick boxes"),
    "draft-from-cell": Wording(nb="cellen ved", nn="cella ved", en="the cell beside"),
    "draft-from-table": Wording(nb="tabellen", nn="tabellen", en="the table"),
    "draft-reason-label": Wording(nb="gjettet av ledeteksten", nn="gjetta av leieteksten", en="guessed from the label"),
    "draft-reason-name": Wording(nb="gjettet av navnet", nn="gjetta av namnet", en="guessed from the name"),
    "draft-reason-unknown": Wording(nb="gjettet", nn="gjetta", en="guessed"),
    "drafted": Wording(
        nb="Felt: {count}, typer som er gjettet: {guessed}. Se over skjema.toml, og gå så videre med:\n  {lint}\n  {sheet}",
        nn="Felt: {count}, typar som er gjetta: {guessed}. Sjå over skjema.toml, og gå så vidare med:\n  {lint}\n  {sheet}",
        en="Fields: {count}, types that are guessed: {guessed}. Look over skjema.toml, and then go on with:\n  {lint}\n  {sheet}",
    ),
    "annotated-copy": Wording(nb="merknader", nn="merknader", en="comments"),
    "usage-lint-annotate": Wording(
        nb="--annotate er for en Word- eller PDF-fil: skjema lint brev.docx --annotate.",
        nn="--annotate er for ei Word- eller PDF-fil: skjema lint brev.docx --annotate.",
        en="--annotate is for a Word or PDF file: skjema lint letter.docx --annotate.",
    ),
    "template-kept": Wording(
        nb="{file} er endret av noen og er beholdt (bruk --overwrite for å skrive over). Dette er annerledes enn i den nye"
        " ({count}): {found}",
        nn="{file} er endra av nokon og er behalden (bruk --overwrite for å skrive over). Dette er annleis enn i den nye"
        " ({count}): {found}",
        en="{file} was changed by somebody and has been kept (use --overwrite to write over it). This differs from the new one"
        " ({count}): {found}",
    ),
    "papers-word-own": Wording(nb="egen Word-fil", nn="eiga Word-fil", en="own Word file"),
    "papers-pdf-own": Wording(nb="egen PDF", nn="eigen PDF", en="own PDF"),
    "papers-pdf-from-word": Wording(nb="PDF av Word-filen", nn="PDF av Word-fila", en="PDF from the Word file"),
    "lint-sound": Wording(
        nb="Skjemaer i orden: {count}.", nn="Skjema i orden: {count}.", en="Forms without faults: {count}."
    ),
    "own-pdf": Wording(nb="egen PDF", nn="eigen PDF", en="a PDF of its own"),
    "show-office": Wording(nb="Fylles ut av kontoret", nn="Blir fylt ut av kontoret", en="Filled in by the office"),
    "show-recipient": Wording(
        nb="Fylles ut av mottakeren", nn="Blir fylt ut av mottakaren", en="Filled in by the recipient"
    ),
    "show-common": Wording(nb="Likt for alle rader", nn="Likt for alle rader", en="The same for all rows"),
    "show-headings": Wording(
        nb="Hva kolonnene kan hete", nn="Kva kolonnane kan heite", en="What the columns may be called"
    ),
    "show-rules": Wording(nb="Regler", nn="Reglar", en="Rules"),
    "show-required": Wording(nb="må fylles ut", nn="må fyllast ut", en="must be filled in"),
    "show-sometimes": Wording(nb="i noen tilfeller", nn="i nokre tilfelle", en="in some cases"),
}


def say(name: str, language: MessageLanguage, /, **params: object) -> str:
    """One of `MESSAGES` in a language, its gaps filled."""
    return MESSAGES[name].text(language, **params)
