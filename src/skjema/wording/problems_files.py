"""Wordings of problems with files, folders, other programs and clusters."""

from skjema.wording import Wording

FILES: dict[str, Wording] = {
    "file-missing": Wording(
        nb="Filen finnes ikke. Se etter skrivefeil i navnet og om du står i riktig mappe.",
        nn="Fila finst ikkje. Sjå etter skrivefeil i namnet og om du står i rett mappe.",
        en="The file doesn't exist. Check the name for typing errors, and that you are in the right folder.",
    ),
    "file-again": Wording(
        nb="Filen har samme innhold som {other}, og er lest én gang.",
        nn="Fila har same innhald som {other}, og er lesen éin gong.",
        en="The file has the same content as {other}, and was read once.",
    ),
    "file-is-folder": Wording(
        nb="Dette er en mappe. Oppgi en fil.",
        nn="Dette er ei mappe. Oppgje ei fil.",
        en="This is a folder. Name a file.",
    ),
    "file-locked": Wording(
        nb="Filen kan ikke åpnes. Er den åpen i Excel eller Word, lukk den der og prøv igjen; ellers mangler du tilgang.",
        nn="Fila kan ikkje opnast. Er ho open i Excel eller Word, lukk ho der og prøv igjen; elles manglar du tilgang.",
        en="The file can't be opened. If it is open in Excel or Word, close it there and try again; otherwise you lack"
        " access.",
    ),
    "path-too-long": Wording(
        nb="Navnet eller stien er for lang. Velg et kortere navn, eller en mappe nærmere toppen.",
        nn="Namnet eller stien er for lang. Vel eit kortare namn, eller ei mappe nærare toppen.",
        en="The name or path is too long. Choose a shorter name, or a folder nearer to the top.",
    ),
    "working-folder-gone": Wording(
        nb="Mappen du står i, finnes ikke lenger. Gå til en annen mappe og prøv igjen.",
        nn="Mappa du står i, finst ikkje lenger. Gå til ei anna mappe og prøv igjen.",
        en="The folder you are in no longer exists. Go to another folder and try again.",
    ),
    "file-not-regular": Wording(
        nb="Dette er et rør eller en enhet, ikke en vanlig fil. Lagre innholdet i en fil, og oppgi den.",
        nn="Dette er eit røyr eller ei eining, ikkje ei vanleg fil. Lagre innhaldet i ei fil, og gi opp ho.",
        en="This is a pipe or a device, not an ordinary file. Save the content in a file, and name that.",
    ),
    "file-too-large": Wording(
        nb="Filen er på {megabytes} MB, og blir ikke lest; {most} MB er det meste. Del den i flere.",
        nn="Fila er på {megabytes} MB, og blir ikkje lesen; {most} MB er det meste. Del ho i fleire.",
        en="The file has {megabytes} MB and was not read; {most} MB is the most. Split it into several.",
    ),
    "file-unreadable": Wording(
        nb="Filen kan ikke brukes: {reason}.",
        nn="Fila kan ikkje brukast: {reason}.",
        en="The file can't be used: {reason}.",
    ),
    "copy-refused": Wording(
        nb="Det kan ikke lages en merket kopi, fordi filen har noe bare programmet som laget den, forstår. Åpne den i Excel og lagre den på nytt.",
        nn="Det kan ikkje lagast ein merkt kopi, fordi fila har noko berre programmet som laga ho, forstår. Opne ho i Excel og lagre ho på nytt.",
        en="No marked copy can be made, because the file has contents that only the program that made it understands. Open it in Excel and save it again.",
    ),
    "erase-foreign": Wording(
        nb="Filen er ikke laget av en kjøring, eller kan være listen deres, og ingenting er slettet. Kjør uten den, og slett den selv om den skal bort.",
        nn="Fila er ikkje laga av ei køyring, eller kan vere lista dykkar, og ingenting er sletta. Køyr utan ho, og slett ho sjølv om ho skal bort.",
        en="The file was not made by a run, or may be your own list, and nothing was erased. Run without it, and delete it yourself if it is to go.",
    ),
    "file-exists": Wording(
        nb="Filen finnes fra før og blir ikke overskrevet. Velg et annet navn, eller legg til --overwrite.",
        nn="Fila finst frå før og blir ikkje overskriven. Vel eit anna namn, eller legg til --overwrite.",
        en="The file exists and will not be overwritten. Choose another name, or add --overwrite.",
    ),
    "file-open-elsewhere": Wording(
        nb="Filen er åpen i et annet program. Det som ikke er lagret der, er ikke med.",
        nn="Fila er open i eit anna program. Det som ikkje er lagra der, er ikkje med.",
        en="The file is open in another program. What is not saved there was not read.",
    ),
    "profile-elsewhere": Wording(
        nb="Filen {got} er ikke brukt: kommunens verdier leses bare fra kommune.toml i mappen du står i. Gi den det navnet der, eller"
        " bruk --kommune.",
        nn="Fila {got} er ikkje brukt: verdiane til kommunen blir berre lesne frå kommune.toml i mappa du står i. Gje ho det namnet der,"
        " eller bruk --kommune.",
        en="The file {got} was not used: the municipality's values are read only from kommune.toml in the folder you are in. Give it that"
        " name there, or use --kommune.",
    ),
    "form-ambiguous": Wording(
        nb="«{got}» kan være flere skjemaer: {hint}. Skriv hele navnet.",
        nn="«{got}» kan vere fleire skjema: {hint}. Skriv heile namnet.",
        en="'{got}' may be several forms: {hint}. Write the whole name.",
    ),
    "file-old-kind": Wording(
        nb="Filen heter {ending}, men er {kind}. Hent listen på nytt som .xlsx eller CSV fra programmet den kom fra.",
        nn="Fila heiter {ending}, men er {kind}. Hent lista på nytt som .xlsx eller CSV frå programmet ho kom frå.",
        en="The file is called {ending}, but is {kind}. Fetch the list again as .xlsx or CSV from the program it came from.",
    ),
    "file-text-as-workbook": Wording(
        nb="Filen heter {ending}, men er en tekstfil (CSV). Gi den endelsen .csv; åpnes den i Excel, kan nuller foran bli borte.",
        nn="Fila heiter {ending}, men er ei tekstfil (CSV). Gje ho endinga .csv; opnar du ho i Excel, kan nullar framfor bli borte.",
        en="The file is called {ending}, but is a text file (CSV). Give it the ending .csv; opened in Excel it may lose leading zeros.",
    ),
    "form-needed": Wording(
        nb="Si hvilket skjema listen er til: skjema check SKJEMA {got}. Det finnes: {known}.",
        nn="Sei kva skjema lista er til: skjema check SKJEMA {got}. Det finst: {known}.",
        en="Say which form the list is for: skjema check FORM {got}. There are: {known}.",
    ),
    "files-exist": Wording(
        nb="Filer som finnes fra før: {count}. Ingenting er skrevet. Velg en annen mappe med -o, fortsett en avbrutt kjøring med --resume,"
        " eller bruk --overwrite.",
        nn="Filer som finst frå før: {count}. Ingenting er skrive. Vel ei anna mappe med -o, hald fram med ei avbroten køyring med --resume,"
        " eller bruk --overwrite.",
        en="Files that exist already: {count}. Nothing was written. Choose another folder with -o, go on with an interrupted run with --resume,"
        " or use --overwrite.",
    ),
    "pdfs-exist": Wording(
        nb="PDF-er som finnes fra før: {count}. Ingenting er laget. Nevn bare dokumentene som mangler PDF, velg en annen mappe med -o,"
        " eller bruk --overwrite.",
        nn="PDF-ar som finst frå før: {count}. Ingenting er laga. Nemn berre dokumenta som manglar PDF, vel ei anna mappe med -o,"
        " eller bruk --overwrite.",
        en="PDFs that exist already: {count}. Nothing was made. Name only the documents that lack one, choose another folder with -o,"
        " or use --overwrite.",
    ),
    "disk-full": Wording(
        nb="Disken er full. Frigjør plass og kjør på nytt; filene som er ferdige, er hele.",
        nn="Disken er full. Frigjer plass og køyr på nytt; filene som er ferdige, er heile.",
        en="The disk is full. Free some space and run again; the files already finished are complete.",
    ),
    "rest-resumable": Wording(
        nb="Kjør samme kommando med --resume for å lage resten.",
        nn="Køyr same kommando med --resume for å lage resten.",
        en="Run the same command with --resume to make the rest.",
    ),
    "data-overwritten": Wording(
        nb="Filen ligger i mappen det skal skrives til, med et navn som kjøringen selv bruker der. Velg en annen mappe med -o.",
        nn="Fila ligg i mappa det skal skrivast til, med eit namn som køyringa sjølv bruker der. Vel ei anna mappe med -o.",
        en="The file lies in the folder to be written to, under a name that the run itself uses there. Choose another folder with -o.",
    ),
    "archive-full": Wording(
        nb="Disken er full, så arkivet ble ikke laget. Frigjør plass og kjør på nytt, eller skriv til en mappe.",
        nn="Disken er full, så arkivet vart ikkje laga. Frigjer plass og køyr på nytt, eller skriv til ei mappe.",
        en="The disk is full, so the archive was not made. Free some space and run again, or write to a folder.",
    ),
    "resume-archive": Wording(
        nb="En kjøring til en zip-fil kan ikke fortsette; den blir til når alt er skrevet. Kjør uten --resume, eller til en mappe.",
        nn="Ei køyring til ei zip-fil kan ikkje halde fram; ho blir til når alt er skrive. Køyr utan --resume, eller til ei mappe.",
        en="A run into a zip file can't be resumed; the file is made last, when all is written. Run without --resume, or into a folder.",
    ),
    "field-unknown": Wording(
        nb="Skjemaet har ikke feltet «{got}». Det har: {known}.",
        nn="Skjemaet har ikkje feltet «{got}». Det har: {known}.",
        en='The form has no field "{got}". It has: {known}.',
    ),
    "report-damaged": Wording(
        nb="Filen er skadet, så ingen vet hva som er laget. Kjør på nytt med --overwrite i stedet for --resume.",
        nn="Fila er skadd, så ingen veit kva som er laga. Køyr på nytt med --overwrite i staden for --resume.",
        en="The file is damaged, so what has been made is not known. Run again with --overwrite instead of --resume.",
    ),
    "report-of-other-edition": Wording(
        nb="Mappen er laget av en annen utgave av skjema, som ikke sier hvem filene gjelder. Skriv til en ny mappe.",
        nn="Mappa er laga av ei anna utgåve av skjema, som ikkje seier kven filene gjeld. Skriv til ei ny mappe.",
        en="The folder was made by another edition of skjema, which does not say whom its files concern. Write into a new"
        " folder.",
    ),
    "changed-same-folder": Wording(
        nb="--changed leser det en tidligere kjøring har laget og skriver til en annen mappe. Oppgi en annen mappe med -o, eller"
        " bruk --resume.",
        nn="--changed les det ei tidlegare køyring har laga og skriv til ei anna mappe. Oppgi ei anna mappe med -o, eller"
        " bruk --resume.",
        en="--changed reads what an earlier run has made and writes into another folder. Name another folder with -o, or use"
        " --resume.",
    ),
    "nothing-to-resume": Wording(
        nb="Ingen kjøring er begynt her, så det er ingenting å fortsette. Kjør uten --resume, eller oppgi mappen med -o.",
        nn="Inga køyring er byrja her, så det er ingenting å halde fram med. Køyr utan --resume, eller oppgi mappa med -o.",
        en="No run was started here, so there is nothing to resume. Run without --resume, or name the folder with -o.",
    ),
    "run-missing": Wording(
        nb="Her ligger ingen run.json og run.key fra skjema fill. Oppgi mappen skjemaene ble laget i.",
        nn="Her ligg ingen run.json og run.key frå skjema fill. Oppgje mappa skjemaa vart laga i.",
        en="There is no run.json and run.key of skjema fill here. Name the folder the forms were made in.",
    ),
    "run-other-form": Wording(
        nb="Mappen har en kjøring av skjemaet {got}. Oppgi en annen mappe.",
        nn="Mappa har ei køyring av skjemaet {got}. Oppgje ei anna mappe.",
        en="The folder holds a run of the form {got}. Name another folder.",
    ),
    "folder-in-use": Wording(
        nb="En annen kjøring har tatt denne mappen i bruk. Vent til den er ferdig, eller velg en annen mappe med -o.",
        nn="Ei anna køyring har teke denne mappa i bruk. Vent til ho er ferdig, eller vel ei anna mappe med -o.",
        en="Another run has taken this folder. Wait until it is done, or choose another folder with -o.",
    ),
    "extra-missing": Wording(
        nb="Dette trenger et tillegg som ikke er installert. Installer det med: pip install skjema[{extra}]",
        nn="Dette treng eit tillegg som ikkje er installert. Installer det med: pip install skjema[{extra}]",
        en="This needs an extra that is not installed. Install it with: pip install skjema[{extra}]",
    ),
    "storage-unknown": Wording(
        nb="Lageret {got} kan ikke nås: {reason}. Se etter skrivefeil i adressen.",
        nn="Lageret {got} kan ikkje nåast: {reason}. Sjå etter skrivefeil i adressa.",
        en="The storage {got} can't be reached: {reason}. Check the address for typing errors.",
    ),
    "storage-refused": Wording(
        nb="Lageret tok ikke imot filen ({reason}). Se etter om adressen finnes og om du har tilgang.",
        nn="Lageret tok ikkje imot fila ({reason}). Sjå etter om adressa finst og om du har tilgang.",
        en="The storage did not take the file ({reason}). See that the address exists and that you have access.",
    ),
    "executor-unknown": Wording(
        nb="«{got}» er ikke en adresse til en klynge. Skriv den som tls://vert:port, eller dask://localhost:port på denne"
        " maskinen.",
        nn="«{got}» er ikkje ei adresse til ei klynge. Skriv ho som tls://vert:port, eller dask://localhost:port på denne"
        " maskina.",
        en='"{got}" is no address of a cluster. Write it as tls://host:port, or dask://localhost:port on this machine.',
    ),
    "executor-plain": Wording(
        nb="Navn og fødselsnummer ville gått ukryptert til {got}, så ingenting er sendt. Sett opp klyngen med TLS, og oppgi"
        " tls://vert:port.",
        nn="Namn og fødselsnummer ville gått ukryptert til {got}, så ingenting er sendt. Set opp klynga med TLS, og oppgi"
        " tls://vert:port.",
        en="Names and identity numbers would go to {got} unencrypted, so nothing was sent. Set the cluster up with TLS, and name"
        " tls://host:port.",
    ),
    "executor-certificates": Wording(
        nb="Sertifikatene til {got} mangler eller kan ikke leses. Oppgi ca-file, client.cert og client.key under"
        " distributed.comm.tls i oppsettet til dask.",
        nn="Sertifikata til {got} manglar eller kan ikkje lesast. Oppgi ca-file, client.cert og client.key under"
        " distributed.comm.tls i oppsettet til dask.",
        en="The certificates for {got} are missing or can't be read. Name ca-file, client.cert and client.key under"
        " distributed.comm.tls in dask's configuration.",
    ),
    "executor-silent": Wording(
        nb="Ingen klynge svarer på {got}. Se etter at den er startet, og at adressen er riktig.",
        nn="Inga klynge svarer på {got}. Sjå etter at ho er starta, og at adressa er rett.",
        en="No cluster answers at {got}. See that it is started, and that the address is right.",
    ),
    "worker-lost": Wording(
        nb="En av arbeidsprosessene ble borte. Filene som er skrevet, er hele; kjør på nytt.",
        nn="Ein av arbeidsprosessane vart borte. Filene som er skrivne, er heile; køyr på nytt.",
        en="One of the worker processes was lost. The files written are complete; run again.",
    ),
    "file-password": Wording(
        nb="Filen er passordbeskyttet. Åpne den, ta bort passordet og lagre den.",
        nn="Fila er passordverna. Opne ho, ta bort passordet og lagre ho.",
        en="The file is protected by a password. Open it, remove the password and save it.",
    ),
    "file-old-format": Wording(
        nb="Filen er i et gammelt format. Åpne den og lagre den som .xlsx (Excel) eller .docx (Word).",
        nn="Fila er i eit gammalt format. Opne ho og lagre ho som .xlsx (Excel) eller .docx (Word).",
        en="The file is in an old format. Open it and save it as .xlsx (Excel) or .docx (Word).",
    ),
    "file-not-office": Wording(
        nb="Filen er ikke en arbeidsbok. Bruk .xlsx, .csv eller .json.",
        nn="Fila er ikkje ei arbeidsbok. Bruk .xlsx, .csv eller .json.",
        en="The file is not a workbook. Use .xlsx, .csv or .json.",
    ),
    "file-not-workbook": Wording(
        nb="Filen har ikke noe regneark i seg. Bruk en arbeidsbok lagret som .xlsx.",
        nn="Fila har ikkje noko rekneark i seg. Bruk ei arbeidsbok lagra som .xlsx.",
        en="The file holds no spreadsheet. Use a workbook saved as .xlsx.",
    ),
    "document-no-list": Wording(
        nb="Et dokument i Word eller PDF er ingen liste, og dette har ingen felt. Kopier tabellen inn i Excel og lagre den som .xlsx;"
        " er det et svar på et skjema, les det selv.",
        nn="Eit dokument i Word eller PDF er inga liste, og dette har ingen felt. Kopier tabellen inn i Excel og lagre han som .xlsx;"
        " er det eit svar på eit skjema, les det sjølv.",
        en="A document of Word or PDF is no list, and this one has no fields. Copy its table into Excel and save that as .xlsx;"
        " if it is an answer to a form, read it yourself.",
    ),
    "file-damaged": Wording(
        nb="Filen er skadet og kan ikke leses. Åpne den i Excel eller Word, reparer og lagre den på nytt.",
        nn="Fila er skadd og kan ikkje lesast. Opne ho i Excel eller Word, reparer og lagre ho på nytt.",
        en="The file is damaged and can't be read. Open it in Excel or Word, repair it and save it again.",
    ),
    "file-swells": Wording(
        nb="Filen pakker seg ut til {megabytes} MB og blir ikke lest. Slett tomme rader og kolonner med formatering,"
        " og lagre den på nytt.",
        nn="Fila pakkar seg ut til {megabytes} MB og blir ikkje lesen. Slett tomme rader og kolonnar med formatering,"
        " og lagre ho på nytt.",
        en="The file unpacks to {megabytes} MB and was not read. Delete empty rows and columns that carry formatting,"
        " and save it again.",
    ),
    "file-doctype": Wording(
        nb="Filen inneholder en DOCTYPE, som Office aldri skriver, og blir ikke lest. Lagre den på nytt fra Excel eller"
        " Word.",
        nn="Fila inneheld ein DOCTYPE, som Office aldri skriv, og blir ikkje lesen. Lagre ho på nytt frå Excel eller"
        " Word.",
        en="The file holds a DOCTYPE, which Office never writes, and was not read. Save it again from Excel or Word.",
    ),
    "document-kind": Wording(
        nb="Filen er ikke et Word-dokument. Bruk .docx, .doc eller .odt.",
        nn="Fila er ikkje eit Word-dokument. Bruk .docx, .doc eller .odt.",
        en="The file is not a Word document. Use .docx, .doc or .odt.",
    ),
    "document-macros": Wording(
        nb="Dokumentet har makroer og blir ikke brukt. Åpne det i Word og lagre det som .docx.",
        nn="Dokumentet har makroar og blir ikkje brukt. Opne det i Word og lagre det som .docx.",
        en="The document has macros and was not used. Open it in Word and save it as .docx.",
    ),
    "document-pictures": Wording(
        nb="Bilder som bare finnes på nettet, mangler i PDF-en: {count}. skjema henter ingenting derfra. Sett dem inn i"
        " selve dokumentet i Word.",
        nn="Bilete som berre finst på nettet, manglar i PDF-en: {count}. skjema hentar ingenting derifrå. Set dei inn i"
        " sjølve dokumentet i Word.",
        en="Pictures that are only on the net are missing from the PDF: {count}. skjema fetches nothing from there."
        " Insert them into the document itself in Word.",
    ),
    "document-refused": Wording(
        nb="{program} laget ingen PDF av dokumentet. Åpne det i Word og se om det er skadet eller har passord, lagre det"
        " på nytt og prøv igjen.",
        nn="{program} laga ingen PDF av dokumentet. Opne det i Word og sjå om det er skadd eller har passord, lagre det"
        " på nytt og prøv igjen.",
        en="{program} made no PDF of the document. Open it in Word and see whether it is damaged or has a password,"
        " save it again and try once more.",
    ),
    "document-hung": Wording(
        nb="Det kom ingen PDF på {seconds} sekunder, så {program} ble stanset. Åpne dokumentet i Word, lagre det på nytt"
        " og prøv igjen.",
        nn="Det kom ingen PDF på {seconds} sekund, så {program} vart stansa. Opne dokumentet i Word, lagre det på nytt"
        " og prøv igjen.",
        en="No PDF came in {seconds} seconds, so {program} was stopped. Open the document in Word, save it again and try"
        " once more.",
    ),
    "documents-none": Wording(
        nb="Mappen har ingen Word-dokumenter. Velg en mappe med .docx-filer; mapper i mappen blir ikke lest.",
        nn="Mappa har ingen Word-dokument. Vel ei mappe med .docx-filer; mapper i mappa blir ikkje lesne.",
        en="The folder has no Word documents. Choose a folder with .docx files; folders within it are not read.",
    ),
    "documents-collide": Wording(
        nb="{got} og {other} ville blitt samme PDF. Gi den ene et annet navn, eller lag dem hver for seg.",
        nn="{got} og {other} ville blitt same PDF. Gje den eine eit anna namn, eller lag dei kvar for seg.",
        en="{got} and {other} would become the same PDF. Give one of them another name, or make them separately.",
    ),
    "converter-none": Wording(
        nb="Fant verken LibreOffice eller Word, som trengs for å lage PDF av Word-dokumenter. Installer LibreOffice"
        " (gratis, libreoffice.org) eller be IT om det. Er det installert, oppgir du programmet soffice med --soffice"
        " eller {variable}.",
        nn="Fann verken LibreOffice eller Word, som trengst for å lage PDF av Word-dokument. Installer LibreOffice"
        " (gratis, libreoffice.org) eller be IT om det. Er det installert, oppgjev du programmet soffice med --soffice"
        " eller {variable}.",
        en="Found neither LibreOffice nor Word, one of which is needed to make PDF of Word documents. Install LibreOffice"
        " (free, libreoffice.org) or ask IT to. If it is installed, name the program soffice with --soffice or"
        " {variable}.",
    ),
    "converter-named": Wording(
        nb="{got} finnes ikke eller kan ikke startes. Oppgi programmet soffice i LibreOffice, med hele stien.",
        nn="{got} finst ikkje eller kan ikkje startast. Oppgje programmet soffice i LibreOffice, med heile stien.",
        en="{got} doesn't exist or can't be started. Name the program soffice of LibreOffice, with its full path.",
    ),
    "converter-silent": Wording(
        nb="Dokumentet er ikke forsøkt alene, for {program} ble stående på dokumentene før det ({count}). Start maskinen på nytt,"
        " og prøv med dette dokumentet.",
        nn="Dokumentet er ikkje prøvd åleine, for {program} vart ståande på dokumenta før det ({count}). Start maskina på nytt,"
        " og prøv med dette dokumentet.",
        en="The document was not tried alone, because {program} hung on those before it ({count}). Restart the machine,"
        " and try again with this document.",
    ),
    "csv-code-page": Wording(
        nb="Filen er trolig i kodeside {encoding}, som gamle programmer skriver. Lagre den på nytt som CSV UTF-8 eller .xlsx fra"
        " programmet den kom fra.",
        nn="Fila er truleg i kodeside {encoding}, som gamle program skriv. Lagre ho på nytt som CSV UTF-8 eller .xlsx frå"
        " programmet ho kom frå.",
        en="The file is probably in code page {encoding}, which old programs write. Save it again as CSV UTF-8 or .xlsx from the"
        " program it came from.",
    ),
    "csv-not-text": Wording(
        nb="Filen er ikke ren tekst, eller blander to tegnsett. Lagre den som CSV UTF-8 fra Excel, eller bruk .xlsx.",
        nn="Fila er ikkje rein tekst, eller blandar to teiknsett. Lagre ho som CSV UTF-8 frå Excel, eller bruk .xlsx.",
        en="The file is not plain text, or mixes two encodings. Save it as CSV UTF-8 from Excel, or use .xlsx.",
    ),
    "csv-quotes": Wording(
        nb="Et anførselstegn på denne linjen eller etter den er ikke avsluttet, eller står inne i en"
        " verdi. Rett det, så ingen rader blir slått sammen.",
        nn="Eit hermeteikn på denne linja eller etter ho er ikkje avslutta, eller står inne i ein"
        " verdi. Rett det, så ingen rader blir slått saman.",
        en="A quotation mark on this line or after it is not closed, or stands within a value. Correct it, so that no rows are run"
        " together.",
    ),
    "json-not-utf8": Wording(
        nb="Filen er ikke UTF-8. Lagre den som UTF-8.",
        nn="Fila er ikkje UTF-8. Lagre ho som UTF-8.",
        en="The file is not UTF-8. Save it as UTF-8.",
    ),
    "json-syntax": Wording(
        nb="Filen er ikke hel JSON her. Se etter et komma, et anførselstegn eller en parentes for mye eller for lite.",
        nn="Fila er ikkje heil JSON her. Sjå etter eit komma, eit hermeteikn eller ein parentes for mykje eller for lite.",
        en="The file is not JSON from here on. Look for a comma, a quotation mark or a bracket too many or too few.",
    ),
    "json-key-twice": Wording(
        nb="Nøkkelen {got} står to ganger i samme objekt, eller feltet under to navn. Ta bort den ene.",
        nn="Nøkkelen {got} står to gonger i same objekt, eller feltet under to namn. Ta bort den eine.",
        en="The key {got} stands twice in one object, or its field under two names. Remove one of them.",
    ),
    "json-number": Wording(
        nb="Tallet {got} finnes ikke i JSON. Skriv verdien eller null.",
        nn="Talet {got} finst ikkje i JSON. Skriv verdien eller null.",
        en="The number {got} doesn't exist in JSON. Write the value or null.",
    ),
    "json-extreme": Wording(
        nb="Filen er for dypt nøstet, eller har et tall med tusenvis av sifre, og blir ikke lest.",
        nn="Fila er for djupt nøsta, eller har eit tal med tusenvis av siffer, og blir ikkje lesen.",
        en="The file is nested too deep, or has a number of thousands of digits, and was not read.",
    ),
    "json-not-object": Wording(
        nb="Her skal det stå et objekt med felt, {{ }}.",
        nn="Her skal det stå eit objekt med felt, {{ }}.",
        en="An object with fields should stand here, {{ }}.",
    ),
}
