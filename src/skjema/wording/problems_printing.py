"""Wordings of problems with Word templates, PDF pages, file names and print services."""

from skjema.wording import Wording

PRINTING: dict[str, Wording] = {
    "words-lacking": Wording(
        nb="Ord som står på alle skjemaer, finnes ikke på «{language}» og blir trykt på bokmål: {words}. Skriv dem i "
        "paper_words/{language}.toml; CONTRIBUTING.md sier hvordan.",
        nn="Ord som står på alle skjema, finst ikkje på «{language}» og blir trykte på bokmål: {words}. Skriv dei i "
        "paper_words/{language}.toml; CONTRIBUTING.md seier korleis.",
        en="Words that stand on every form don't exist in '{language}' and are printed in bokmål: {words}. Write them in "
        "paper_words/{language}.toml; CONTRIBUTING.md says how.",
    ),
    "pattern-name": Wording(
        nb="«{got}» i --name er ikke navnet på noe felt. Det finnes: {known}.",
        nn="«{got}» i --name er ikkje namnet på noko felt. Det finst: {known}.",
        en='"{got}" in --name is not the name of a field. There are: {known}.',
    ),
    "pattern-constant": Wording(
        nb="--name {got} gir alle filene samme navn. Ta med et felt eller {{nr}}, for eksempel skjema-{{nr}}.",
        nn="--name {got} gjev alle filene same namn. Ta med eit felt eller {{nr}}, til dømes skjema-{{nr}}.",
        en="--name {got} gives all files the same name. Include a field or {{nr}}, for example form-{{nr}}.",
    ),
    "field-secret": Wording(
        nb="«{label}» er fødselsnummer eller merket som sensitivt, og {option} ville vist det utenfor skjemaet. Bruk et annet"
        " felt eller nummeret.",
        nn="«{label}» er fødselsnummer eller merkt som sensitivt, og {option} ville vist det utanfor skjemaet. Bruk eit anna"
        " felt eller nummeret.",
        en='"{label}" is an identity number or marked as sensitive, and {option} would show it outside of the form. Use another'
        " field or the number.",
    ),
    "names-collide": Wording(
        nb="Post {number} og post {other} får samme filnavn. Ta med {{nr}} i --name.",
        nn="Post {number} og post {other} får same filnamn. Ta med {{nr}} i --name.",
        en="Record {number} and record {other} get the same file name. Include {{nr}} in --name.",
    ),
    "row-number": Wording(
        nb="Post {number} i --rows finnes ikke: poster i dataene: {count}.",
        nn="Post {number} i --rows finst ikkje: postar i dataa: {count}.",
        en="There is no record {number} for --rows: records in the data: {count}.",
    ),
    "folder-is-file": Wording(
        nb="Det finnes en fil med dette navnet. Velg en annen mappe.",
        nn="Det finst ei fil med dette namnet. Vel ei anna mappe.",
        en="A file has this name. Choose another folder.",
    ),
    "tag-unclosed": Wording(
        nb="Et flettefelt er ikke avsluttet: «{paragraph}». Hver {{{{ skal ha sin }}}}, og hver {{% sin %}}, i samme avsnitt.",
        nn="Eit flettefelt er ikkje avslutta: «{paragraph}». Kvar {{{{ skal ha sin }}}}, og kvar {{% sin %}}, i same avsnitt.",
        en='A tag is not closed: "{paragraph}". Every {{{{ has its }}}}, and every {{% its %}}, in the same paragraph.',
    ),
    "tag-unopened": Wording(
        nb="Et flettefelt mangler sin begynnelse: «{paragraph}».",
        nn="Eit flettefelt manglar byrjinga si: «{paragraph}».",
        en='A tag has no beginning: "{paragraph}".',
    ),
    "tag-spaced": Wording(
        nb="Det er mellomrom mellom krøllparentesene: «{paragraph}». Skriv dem inntil hverandre.",
        nn="Det er mellomrom mellom krøllparentesane: «{paragraph}». Skriv dei inntil kvarandre.",
        en='There is a space between the braces: "{paragraph}". Write them close together.',
    ),
    "tag-sticky": Wording(
        nb="Det mangler et mellomrom: «{paragraph}». Skriv for eksempel {{%p if ... %}}.",
        nn="Det manglar eit mellomrom: «{paragraph}». Skriv til dømes {{%p if ... %}}.",
        en='A space is missing: "{paragraph}". Write for example {{%p if ... %}}.',
    ),
    "tag-not-alone": Wording(
        nb="{{%p, {{%tr og {{%tc tar plassen til hele avsnittet, raden eller cellen, så resten forsvinner: «{paragraph}». La flettefeltet stå alene der.",
        nn="{{%p, {{%tr og {{%tc tek plassen til heile avsnittet, rada eller cella, så resten blir borte: «{paragraph}». La flettefeltet stå åleine der.",
        en='{{%p, {{%tr and {{%tc take the place of the whole paragraph, row or cell, so the rest is lost: "{paragraph}". Leave the tag alone there.',
    ),
    "tag-rich": Wording(
        nb="Verdier er tekst, og {{{{tr og {{{{tc ville miste dem: «{paragraph}». Skriv {{{{ uten bokstaver etter.",
        nn="Verdiar er tekst, og {{{{tr og {{{{tc ville miste dei: «{paragraph}». Skriv {{{{ utan bokstavar etter.",
        en='Values are text, and {{{{tr and {{{{tc would lose them: "{paragraph}". Write {{{{ with no letters after it.',
    ),
    "tag-syntax": Wording(
        nb="Flettefeltet kan ikke leses: «{paragraph}» ({reason}).",
        nn="Flettefeltet kan ikkje lesast: «{paragraph}» ({reason}).",
        en='The tag can\'t be read: "{paragraph}" ({reason}).',
    ),
    "tag-name": Wording(
        nb="«{got}» er ikke navnet på noe felt i skjemaet: «{paragraph}».",
        nn="«{got}» er ikkje namnet på noko felt i skjemaet: «{paragraph}».",
        en='"{got}" is not the name of a field of the form: "{paragraph}".',
    ),
    "tag-unknown": Wording(
        nb="Malen spør etter «{got}», som ikke er noe felt i skjemaet. Mente du {hint}?",
        nn="Malen spør etter «{got}», som ikkje er noko felt i skjemaet. Meinte du {hint}?",
        en='The template asks for "{got}", which is not a field of the form. Did you mean {hint}?',
    ),
    "field-without-tag": Wording(
        nb="Feltet «{got}» står ikke i malen, så verdien blir ikke skrevet i Word.",
        nn="Feltet «{got}» står ikkje i malen, så verdien blir ikkje skriven i Word.",
        en='The field "{got}" is not in the template, so its value is not printed in Word.',
    ),
    "value-left-out": Wording(
        nb="«{label}» har ingen plass for en verdi i kommunens egen mal, der den er satt av til penn, og blir ikke skrevet. Sett inn feltet i malen, eller la kolonnen stå tom.",
        nn="«{label}» har ingen plass for ein verdi i kommunens eigen mal, der han er sett av til penn, og blir ikkje skriven. Set inn feltet i malen, eller lat kolonnen stå tom.",
        en='"{label}" has no place for a value in the municipality\'s own template, where it is left to a pen, and is not printed. Put the field into the template, or leave the column empty.',
    ),
    "tag-not-rendered": Wording(
        nb="{part} har et flettefelt, men der blir det ikke fylt ut. Flytt det til teksten.",
        nn="{part} har eit flettefelt, men der blir det ikkje fylt ut. Flytt det til teksten.",
        en="{part} has a tag, but it is not filled in there. Move it to the text.",
    ),
    "template-outdated": Wording(
        nb="Malen er laget av en eldre definisjon. Lag den på nytt: skjema build {form} --overwrite",
        nn="Malen er laga av ein eldre definisjon. Lag han på nytt: skjema build {form} --overwrite",
        en="The template was made from an older definition. Make it again: skjema build {form} --overwrite",
    ),
    "tag-fails": Wording(
        nb="Et flettefelt kan ikke regnes ut ({reason}): «{paragraph}». Det kan bare vise verdier, vilkår og rader.",
        nn="Eit flettefelt kan ikkje reknast ut ({reason}): «{paragraph}». Det kan berre vise verdiar, vilkår og rader.",
        en='A tag can\'t be calculated ({reason}): "{paragraph}". It may only show values, conditions and rows.',
    ),
    "tags-crossed": Wording(
        nb="Et {{% if %}} eller {{% for %}} begynner og slutter på hver sin side av en tabell, celle eller et avsnitt"
        " ({part}). Bruk {{%p %}} for hele avsnitt og {{%tr %}} for hele rader.",
        nn="Eit {{% if %}} eller {{% for %}} byrjar og sluttar på kvar si side av ein tabell, ei celle eller eit avsnitt"
        " ({part}). Bruk {{%p %}} for heile avsnitt og {{%tr %}} for heile rader.",
        en="An {{% if %}} or {{% for %}} begins and ends on different sides of a table, cell or paragraph ({part})."
        " Use {{%p %}} for whole paragraphs and {{%tr %}} for whole rows.",
    ),
    "typeset-failed": Wording(
        nb="Siden kan ikke settes som PDF. Se etter uvanlig lange tekster og tegn, eller lag skjemaet i Word.",
        nn="Sida kan ikkje setjast som PDF. Sjå etter uvanleg lange tekstar og teikn, eller lag skjemaet i Word.",
        en="The page can't be set as PDF. Look for unusually long texts and characters, or make the form in Word.",
    ),
    "template-damaged": Wording(
        nb="Malen er ikke en hel Word-fil (.docx). Åpne den i Word og lagre den på nytt, eller lag den med skjema build.",
        nn="Malen er ikkje ei heil Word-fil (.docx). Opne han i Word og lagre han på nytt, eller lag han med skjema build.",
        en="The template is not a complete Word file (.docx). Open it in Word and save it again, or make it with skjema build.",
    ),
    "template-left-out": Wording(
        nb="Dette i malen blir ikke med i dokumentene: {parts}. Trengs det, må det settes inn som vanlig tekst eller bilde."
        " Ellers er alt i orden; «Inspiser dokument» i Word (Fil, Info) tar det bort fra malen.",
        nn="Dette i malen blir ikkje med i dokumenta: {parts}. Trengst det, må det setjast inn som vanleg tekst eller bilete."
        " Elles er alt i orden; «Inspiser dokument» i Word (Fil, Info) tek det bort frå malen.",
        en="This in the template is left out of the documents: {parts}. If it is needed, insert it as ordinary text or pictures."
        " Otherwise all is well; 'Inspect Document' in Word (File, Info) removes it from the template.",
    ),
    "template-part-refused": Wording(
        nb="{part} har noe som ikke kan følge med i dokumenter: {got}. Ta det bort i Word, eller sett det inn i selve malen som"
        " tekst eller bilde, og lagre malen som et vanlig Word-dokument (.docx).",
        nn="{part} har noko som ikkje kan følgje med i dokument: {got}. Ta det bort i Word, eller set det inn i sjølve malen som"
        " tekst eller bilete, og lagre malen som eit vanleg Word-dokument (.docx).",
        en="{part} has something that can't go out with documents: {got}. Remove it in Word, or insert it into the template itself"
        " as text or a picture, and save the template as an ordinary Word document (.docx).",
    ),
    "template-part-damaged": Wording(
        nb="{part} i malen er ikke hel. Åpne malen i Word og lagre den på nytt, eller lag den med skjema build.",
        nn="{part} i malen er ikkje heil. Opne malen i Word og lagre han på nytt, eller lag han med skjema build.",
        en="{part} in the template is damaged. Open the template in Word and save it again, or make it with skjema build.",
    ),
    "template-field": Wording(
        nb="{part} har Word-feltet {got}, som henter, kjører eller spør om noe når dokumentet åpnes. Merk feltet og trykk"
        " Ctrl+Shift+F9, så blir det vanlig tekst.",
        nn="{part} har Word-feltet {got}, som hentar, køyrer eller spør om noko når dokumentet blir opna. Merk feltet og trykk"
        " Ctrl+Shift+F9, så blir det vanleg tekst.",
        en="{part} has the Word field {got}, which fetches, runs or asks for something when the document is opened. Select the"
        " field and press Ctrl+Shift+F9, and it becomes ordinary text.",
    ),
    "template-mail-field": Wording(
        nb="{part} har Word-feltet {got}, som er ulikt fra brev til brev og ikke blir fylt ut. Slett det, og skriv navnet på"
        " feltene i doble krøllparenteser der verdiene skal stå, som {{{{ navn }}}}.",
        nn="{part} har Word-feltet {got}, som er ulikt frå brev til brev og ikkje blir fylt ut. Slett det, og skriv namnet på"
        " felta i doble krøllparentesar der verdiane skal stå, som {{{{ navn }}}}.",
        en="{part} has the Word field {got}, which differs from letter to letter and isn't filled in. Delete it, and write"
        " the names of the fields in double braces where the values are to stand, such as {{{{ navn }}}}.",
    ),
    "template-merge-field": Wording(
        nb="{part} har Words flettefelt «{got}», som ikke blir fylt ut. Slett det, og skriv feltets navn i doble krøllparenteser,"
        " som {{{{ barn_navn }}}}. Står det i et IF-felt, skriver du {{% if ... %}} i stedet for det.",
        nn="{part} har Words flettefelt «{got}», som ikkje blir fylt ut. Slett det, og skriv namnet på feltet i doble"
        " krøllparentesar, som {{{{ barn_navn }}}}. Står det i eit IF-felt, skriv du {{% if ... %}} i staden for det.",
        en='{part} has Word\'s merge field "{got}", which is not filled in. Delete it, and write the name of the field in double'
        " braces, like {{{{ barn_navn }}}}. Where it stands in an IF field, write {{% if ... %}} in its place.",
    ),
    "tag-in-address": Wording(
        nb="{part} har et flettefelt inne i {got}, og der blir ingen verdi satt inn. Flytt det til teksten.",
        nn="{part} har eit flettefelt inne i {got}, og der blir ingen verdi sett inn. Flytt det til teksten.",
        en="{part} has a tag inside {got}, where no value is put in. Move it to the text.",
    ),
    "template-tracked": Wording(
        nb="Malen har sporede endringer. Godta eller forkast dem i Word (Se gjennom, Godta), og lagre malen på nytt.",
        nn="Malen har spora endringar. Godta eller forkast dei i Word (Sjå gjennom, Godta), og lagre malen på nytt.",
        en="The template has tracked changes. Accept or reject them in Word (Review, Accept), and save the template again.",
    ),
    "draft-kind": Wording(
        nb="Filen er verken et Word-dokument (.docx) eller en PDF. Lagre den som en av dem, for eksempel i Word eller LibreOffice.",
        nn="Fila er korkje eit Word-dokument (.docx) eller ein PDF. Lagre ho som ein av dei, til dømes i Word eller LibreOffice.",
        en="The file is neither a Word document (.docx) nor a PDF. Save it as one of them, for example in Word or LibreOffice.",
    ),
    "draft-empty": Wording(
        nb="Det er ingenting å fylle ut i filen: ingen flettefelt, kontroller, linjer, ruter eller tomme celler med en ledetekst.",
        nn="Det er ingenting å fylle ut i fila: ingen flettefelt, kontrollar, linjer, ruter eller tomme celler med ein leietekst.",
        en="There is nothing to fill in in the file: no tags, controls, lines, boxes or empty cells with a label.",
    ),
    "draft-no-key": Wording(
        nb="Det som er funnet å fylle ut i filen, skiller ikke to poster fra hverandre: det er rader, kryss eller mottakerens. Sett"
        " inn et sted for det, som «Navn: ____».",
        nn="Det som er funne å fylle ut i fila, skil ikkje to postar frå kvarandre: det er rader, kryss eller mottakaren sitt. Set"
        " inn ein stad for det, som «Namn: ____».",
        en="What was found to be filled in in the file tells no two records apart: it is rows, ticks or the recipient's. Put in a"
        ' place for that, such as "Name: ____".',
    ),
    "tags-mended": Wording(
        nb="Flettefelt med krøllete anførselstegn: {quotes}; delt i biter av Word: {split}. De leses likevel.",
        nn="Flettefelt med krøllete hermeteikn: {quotes}; delte i bitar av Word: {split}. Dei blir lesne likevel.",
        en="Tags with curved quotation marks: {quotes}; parted by Word: {split}. They are read all the same.",
    ),
    "block-unclosed": Wording(
        nb="«{got}» blir aldri avsluttet. Sett inn {ending} der det skal ende.",
        nn="«{got}» blir aldri avslutta. Set inn {ending} der det skal ende.",
        en='"{got}" is never ended. Put in {ending} where it is to end.',
    ),
    "block-unopened": Wording(
        nb="«{got}» avslutter noe som ikke er begynt: «{paragraph}». Ta det bort, eller sett inn begynnelsen.",
        nn="«{got}» avsluttar noko som ikkje er byrja: «{paragraph}». Ta det bort, eller set inn byrjinga.",
        en='"{got}" ends something that has not begun: "{paragraph}". Take it away, or put in the beginning.',
    ),
    "place-name-shared": Wording(
        nb="Flere felt heter «{got}», men sier at de er til forskjellig: {known}. De får samme verdi. Gi dem hvert sitt navn.",
        nn="Fleire felt heiter «{got}», men seier at dei er til ulikt: {known}. Dei får same verdi. Gi dei kvart sitt namn.",
        en='Several fields are called "{got}" but say that they are for different things: {known}. They get the same value. Give each its own name.',
    ),
    "picture-without-text": Wording(
        nb="Bildet «{got}» har ingen alternativ tekst, som skjermlesere leser opp. Høyreklikk bildet og velg Vis alternativ tekst.",
        nn="Biletet «{got}» har ingen alternativ tekst, som skjermlesarar les opp. Høgreklikk biletet og vel Vis alternativ tekst.",
        en='The picture "{got}" has no alternative text, which screen readers say. Right-click it and choose View Alt Text.',
    ),
    "template-personal": Wording(
        nb="Egenskapene til filen sier hvem som har laget den ({names}), og følger med i alle dokumentene. Ta dem bort med «Inspiser"
        " dokument» (Fil, Info).",
        nn="Eigenskapane til fila seier kven som har laga ho ({names}), og følgjer med i alle dokumenta. Ta dei bort med «Inspiser"
        " dokument» (Fil, Info).",
        en="The properties of the file say who made it ({names}), and go out with every document. Remove them with Inspect Document"
        " (File, Info).",
    ),
    "template-slow": Wording(
        nb="{part} tar for lang tid å fylle ut, og ble stoppet. Se etter løkker i løkker og store tall i flettefeltene.",
        nn="{part} tek for lang tid å fylle ut, og vart stoppa. Sjå etter løkker i løkker og store tal i flettefelta.",
        en="{part} takes too long to fill in, and was stopped. Look for loops within loops and large numbers in its tags.",
    ),
    "template-huge": Wording(
        nb="{part} blir for stor når den fylles ut, og ble stoppet. Se etter løkker i løkker og store tall i flettefeltene.",
        nn="{part} blir for stor når ho blir fylt ut, og vart stoppa. Sjå etter løkker i løkker og store tal i flettefelta.",
        en="{part} becomes too large when it is filled in, and was stopped. Look for loops within loops and large numbers in its"
        " tags.",
    ),
    "template-own-missing": Wording(
        nb='Malen er ikke her, og definisjonen sier at den er kontorets egen (word = "own"). Legg den i mappen til skjemaet, eller'
        " ta bort den linjen.",
        nn='Malen er ikkje her, og definisjonen seier at han er kontoret sin eigen (word = "own"). Legg han i mappa til skjemaet,'
        " eller ta bort den linja.",
        en="The template is not here, and the definition says that it is the office's own (word = \"own\"). Put it into the form's"
        " folder, or remove that line.",
    ),
    "template-unclaimed": Wording(
        nb="Word-filen er ikke laget av skjema, og er brukt som den er; PDF-en lages av definisjonen og ser annerledes ut. Skriv"
        ' word = "own" under [form] i skjema.toml, og pdf = "from-word" om PDF-en skal lages av Word-filen.',
        nn="Word-fila er ikkje laga av skjema, og er brukt som ho er; PDF-en blir laga av definisjonen og ser annleis ut. Skriv"
        ' word = "own" under [form] i skjema.toml, og pdf = "from-word" om PDF-en skal lagast av Word-fila.',
        en="The Word file was not made by skjema, and is used as it is; the PDF is made from the definition and looks different."
        ' Write word = "own" under [form] in skjema.toml, and pdf = "from-word" if the PDF is to be made from the Word file.',
    ),
    "tag-quoted": Wording(
        nb="Flettefeltet «{got}» står i anførselstegn, så navnet selv blir skrevet ut. Ta bort anførselstegnene.",
        nn="Flettefeltet «{got}» står i hermeteikn, så namnet sjølv blir skrive ut. Ta bort hermeteikna.",
        en='The tag "{got}" stands in quotation marks, so that the name itself is printed. Remove the marks.',
    ),
    "tag-never-true": Wording(
        nb="Malen sammenligner «{name}» med «{got}», som feltet aldri sier, så det er aldri sant. Svarene er {known}. Skriv et av dem, med store og små bokstaver som her.",
        nn="Malen samanliknar «{name}» med «{got}», som feltet aldri seier, så det er aldri sant. Svara er {known}. Skriv eitt av dei, med store og små bokstavar som her.",
        en='The template compares "{name}" with "{got}", which the field never says, so that it is never true. The answers are {known}. Write one of them, with capitals as here.',
    ),
    "calendar-undated": Wording(
        nb="Kalenderfilen mangler det som ikke har dato: {count} ({label} {rows}). Fyll ut datoen og kjør på nytt.",
        nn="Kalenderfila manglar det som ikkje har dato: {count} ({label} {rows}). Fyll ut datoen og køyr på nytt.",
        en="The calendar file lacks what has no date: {count} ({label} {rows}). Fill in the date and run again.",
    ),
    "label-withheld": Wording(
        nb="Skjema {number} får ingen etikett: adressen er sperret og skal ikke stå på papir. Lever det på en annen måte.",
        nn="Skjema {number} får ingen etikett: adressa er sperra og skal ikkje stå på papir. Lever det på ein annan måte.",
        en="Form {number} gets no label: the address is protected and stands on no paper. Deliver it in another way.",
    ),
    "label-household": Wording(
        nb="Skjema {number} får ingen etikett: noen med sperret adresse er den samme eller bor på samme sted. Lever det på en annen måte, og"
        " sett adressesperre her også.",
        nn="Skjema {number} får ingen etikett: nokon med sperra adresse er den same eller bur på same stad. Lever det på ein annan måte, og"
        " set adressesperre her òg.",
        en="Form {number} gets no label: somebody whose address is protected is the same person or lives at the same place."
        " Deliver it in another way, and mark the address as protected here too.",
    ),
    "label-no-address": Wording(
        nb="Skjema {number} får ingen etikett: adressen mangler eller er ikke hel. Skriv navn, adresse, postnummer og poststed i listen.",
        nn="Skjema {number} får ingen etikett: adressa manglar eller er ikkje heil. Skriv namn, adresse, postnummer og poststad i lista.",
        en="Form {number} gets no label: its address is missing or incomplete. Write name, address, postcode and town in the list.",
    ),
    "label-too-long": Wording(
        nb="Skjema {number} får ingen etikett: adressen har ikke plass. Gjør den kortere, eller bruk større etiketter.",
        nn="Skjema {number} får ingen etikett: adressa har ikkje plass. Gjer ho kortare, eller bruk større etikettar.",
        en="Form {number} gets no label: its address has no room. Make it shorter, or use larger labels.",
    ),
    "letter-not-in-font": Wording(
        nb="«{label}» har tegn som skriften i PDF-en mangler: {letters}. Skriv det på en annen måte, eller lag skjemaet i Word.",
        nn="«{label}» har teikn som skrifta i PDF-en manglar: {letters}. Skriv det på ein annan måte, eller lag skjemaet i Word.",
        en='"{label}" has characters that the font of the PDF lacks: {letters}. Write it in another way, or make the form in Word.',
    ),
    "text-too-long": Wording(
        nb="«{label}» er omtrent {excess} tegn for lang for feltet på PDF-skjemaet. Kort ned teksten, eller lag skjemaet i Word.",
        nn="«{label}» er omtrent {excess} teikn for lang for feltet på PDF-skjemaet. Kort ned teksten, eller lag skjemaet i Word.",
        en='"{label}" is too long for its field on the PDF form, by about this many characters: {excess}. Shorten the text, or make the form in Word.',
    ),
    "text-attached": Wording(
        nb="«{label}» er omtrent {excess} tegn for lang for feltet på PDF-skjemaet. Teksten fortsetter på et vedlegg bak skjemaet. Kort den ned om alt skal stå på skjemaet.",
        nn="«{label}» er omtrent {excess} teikn for lang for feltet på PDF-skjemaet. Teksten held fram på eit vedlegg bak skjemaet. Kort han ned om alt skal stå på skjemaet.",
        en='"{label}" is too long for its field on the PDF form, by about this many characters: {excess}. It goes on on a sheet attached behind the form. Shorten it if all of it should stand on the form.',
    ),
    "pack-template": Wording(
        nb="Word-malen kan ikke gjentas i ett dokument, fordi den har fotnoter, merknader, nummererte avsnitt fra en stil, flere"
        " inndelinger eller ingen side. Ta dem bort, eller lag pakken som PDF.",
        nn="Word-malen kan ikkje gjentakast i eitt dokument, fordi han har fotnotar, merknader, nummererte avsnitt frå ein stil, fleire"
        " inndelingar eller inga side. Ta dei bort, eller lag pakka som PDF.",
        en="The Word template can't be repeated in one document, because it has footnotes, comments, paragraphs numbered by a style,"
        " several sections or no page. Remove them, or make the pack as PDF.",
    ),
    "print-password": Wording(
        nb="Filen er beskyttet med passord, og det tar ikke {service} imot. Lagre den uten. Resten er ikke sjekket.",
        nn="Fila er verna med passord, og det tek ikkje {service} imot. Lagre ho utan. Resten er ikkje sjekka.",
        en="The file is protected by a password, which {service} does not accept. Save it without. The rest has not been checked.",
    ),
    "print-version": Wording(
        nb="Filen er PDF {got}, og {service} tar ikke imot nyere enn {newest}. Lagre den som PDF {newest}.",
        nn="Fila er PDF {got}, og {service} tek ikkje imot nyare enn {newest}. Lagre ho som PDF {newest}.",
        en="The file is PDF {got}, and {service} accepts none newer than {newest}. Save it as PDF {newest}.",
    ),
    "print-pages-outside": Wording(
        nb="Filen har forsider, som {service} ville sende som brev: side {pages}. Kjør på nytt uten --cover.",
        nn="Fila har framsider, som {service} ville sende som brev: side {pages}. Køyr på nytt utan --cover.",
        en="The file has cover sheets, which {service} would send as letters: page {pages}. Run again without --cover.",
    ),
    "print-pages-unequal": Wording(
        nb="Antall sider for post {number} i filen er {pages}, og for de fleste {usual}. {service} krever at alle brev i en fil har"
        " like mange sider. Lag en fil for hvert sidetall.",
        nn="Talet på sider for post {number} i fila er {pages}, og for dei fleste {usual}. {service} krev at alle brev i ei fil har"
        " like mange sider. Lag ei fil for kvart sidetal.",
        en="The number of pages of record {number} in the file is {pages}, and of most {usual}. {service} requires all letters in"
        " a file to have equally many pages. Make a file for each number of pages.",
    ),
    "print-pages-many": Wording(
        nb="Post {number} har {pages} sider, og {service} skriver ikke ut mer enn {most} for hvert brev. Kort ned"
        " teksten, eller send brevet på en annen måte.",
        nn="Post {number} har {pages} sider, og {service} skriv ikkje ut meir enn {most} for kvart brev. Kort ned"
        " teksten, eller send brevet på ein annan måte.",
        en="Record {number} has {pages} pages, and {service} prints no more than {most} for each letter. Shorten the"
        " text, or send the letter in another way.",
    ),
    "print-size": Wording(
        nb="Post {number}, side {page} (side {sheet} i filen), er {width} × {height} mm. {service} krever A4:"
        " {short} × {long} mm, stående eller liggende. Lag siden i A4.",
        nn="Post {number}, side {page} (side {sheet} i fila), er {width} × {height} mm. {service} krev A4:"
        " {short} × {long} mm, ståande eller liggjande. Lag sida i A4.",
        en="Record {number}, page {page} (page {sheet} of the file), is {width} × {height} mm. {service} requires A4:"
        " {short} × {long} mm, upright or lying. Make the page A4.",
    ),
    "print-font": Wording(
        nb="Post {number}, side {page} (side {sheet} i filen), bruker skrifter som filen ikke inneholder: {fonts}."
        " {service} krever at de følger med. Lag PDF-en på nytt med skriftene innebygd.",
        nn="Post {number}, side {page} (side {sheet} i fila), bruker skrifter som fila ikkje inneheld: {fonts}."
        " {service} krev at dei følgjer med. Lag PDF-en på nytt med skriftene innebygde.",
        en="Record {number}, page {page} (page {sheet} of the file), uses fonts that the file does not hold: {fonts}."
        " {service} requires them to be there. Make the PDF again with its fonts embedded.",
    ),
    "print-margin": Wording(
        nb="Post {number}, side {page} (side {sheet} i filen), har for liten marg: {found}. {service} krever minst"
        " {long} mm på langsidene og {short} mm på kortsidene. Flytt innholdet inn fra kanten.",
        nn="Post {number}, side {page} (side {sheet} i fila), har for liten marg: {found}. {service} krev minst"
        " {long} mm på langsidene og {short} mm på kortsidene. Flytt innhaldet inn frå kanten.",
        en="Record {number}, page {page} (page {sheet} of the file), has too small a margin: {found}. {service} requires"
        " at least {long} mm on the long sides and {short} mm on the short sides. Move the content in from the edge.",
    ),
    "print-zone": Wording(
        nb="Post {number}, side {page} (side {sheet} i filen), har trykk {found} mm fra venstre kant. {service} krever"
        " {depth} mm blankt til strekkode der, fra {start} til {end} mm nedover (på en liggende side: langs nedre kant)."
        " Flytt innholdet inn fra kanten.",
        nn="Post {number}, side {page} (side {sheet} i fila), har trykk {found} mm frå venstre kant. {service} krev"
        " {depth} mm blankt til strekkode der, frå {start} til {end} mm nedover (på ei liggjande side: langs nedre kant)."
        " Flytt innhaldet inn frå kanten.",
        en="Record {number}, page {page} (page {sheet} of the file), has print {found} mm from the left edge. {service}"
        " requires {depth} mm to be blank for a bar code there, from {start} to {end} mm down (on a lying page: along"
        " the lower edge). Move the content in from the edge.",
    ),
}
