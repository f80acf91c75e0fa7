"""Wordings of problems with pictures and documents that a record names."""

from skjema.wording import Wording

ATTACHED: dict[str, Wording] = {
    "attached-missing": Wording(
        nb="«{label}» er {got}, og det er ingen slik fil i mappen til dataene. Legg filen der, eller rett navnet.",
        nn="«{label}» er {got}, og det er inga slik fil i mappa til dataa. Legg fila der, eller rett namnet.",
        en='"{label}" is {got}, and there is no such file in the folder of the data. Put the file there, or correct the name.',
    ),
    "attached-outside": Wording(
        nb="«{label}» er {got}, som ligger utenfor mappen til dataene. Legg filen i mappen, og skriv bare navnet.",
        nn="«{label}» er {got}, som ligg utanfor mappa til dataa. Legg fila i mappa, og skriv berre namnet.",
        en='"{label}" is {got}, which lies outside of the folder of the data. Put the file into the folder, and write its name alone.',
    ),
    "attached-large": Wording(
        nb="«{label}» er {got}, en fil på {megabytes} MB. Den kan være på {most} MB. Gjør den mindre.",
        nn="«{label}» er {got}, ei fil på {megabytes} MB. Ho kan vere på {most} MB. Gjer ho mindre.",
        en='"{label}" is {got}, a file of {megabytes} MB. It may have {most} MB. Make it smaller.',
    ),
    "attached-unreadable": Wording(
        nb="«{label}» er {got}, og den filen kan ikke leses. Se etter om den er åpen i et annet program.",
        nn="«{label}» er {got}, og den fila kan ikkje lesast. Sjå etter om ho er open i eit anna program.",
        en='"{label}" is {got}, and that file can\'t be read. Check whether it is open in another program.',
    ),
    "attached-changed": Wording(
        nb="Filen som «{label}» nevner, er endret etter at dataene ble kontrollert. Kjør på nytt.",
        nn="Fila som «{label}» nemner, er endra etter at dataa vart kontrollerte. Køyr på nytt.",
        en='The file that "{label}" names has been changed since the data were checked. Run again.',
    ),
    "image-kind": Wording(
        nb="«{label}» er {got}, som ikke er et bilde av typen PNG eller JPEG. Lagre det som en av dem.",
        nn="«{label}» er {got}, som ikkje er eit bilete av typen PNG eller JPEG. Lagre det som ein av dei.",
        en='"{label}" is {got}, which is no PNG or JPEG picture. Save it as one of these.',
    ),
    "image-damaged": Wording(
        nb="«{label}» er {got}, et bilde som er skadet eller ikke helt. Lagre det på nytt.",
        nn="«{label}» er {got}, eit bilete som er skadd eller ikkje heilt. Lagre det på nytt.",
        en='"{label}" is {got}, a picture that is damaged or not complete. Save it again.',
    ),
    "image-pixels": Wording(
        nb="«{label}» er {got}, et bilde med flere bildepunkter enn Word klarer. Gjør det mindre.",
        nn="«{label}» er {got}, eit bilete med fleire biletpunkt enn Word klarer. Gjer det mindre.",
        en='"{label}" is {got}, a picture with more pixels than Word can take. Make it smaller.',
    ),
    "document-damaged": Wording(
        nb="«{label}» er {got}, som ikke er en hel Word-fil (docx). Åpne den i Word, og lagre den på nytt.",
        nn="«{label}» er {got}, som ikkje er ei heil Word-fil (docx). Opne ho i Word, og lagre ho på nytt.",
        en='"{label}" is {got}, which is no complete Word file (docx). Open it in Word, and save it again.',
    ),
    "document-unfit": Wording(
        nb="«{label}» er {got}, og den har noe som ikke kan følge med et dokument ({what}). Ta det ut.",
        nn="«{label}» er {got}, og ho har noko som ikkje kan følgje med eit dokument ({what}). Ta det ut.",
        en='"{label}" is {got}, and it has something that can\'t go out with a document ({what}). Take it out.',
    ),
    "document-tracked": Wording(
        nb="«{label}» er {got}, der sporede endringer ikke er godtatt eller avvist. Gjør det i Word.",
        nn="«{label}» er {got}, der spora endringar ikkje er godtekne eller avviste. Gjer det i Word.",
        en='"{label}" is {got}, with tracked changes that are neither accepted nor rejected. Do so in Word.',
    ),
    "document-notes": Wording(
        nb="«{label}» er {got}, som har fotnoter eller sluttnoter. De kan ikke settes inn. Skriv dem i teksten.",
        nn="«{label}» er {got}, som har fotnotar eller sluttnotar. Dei kan ikkje setjast inn. Skriv dei i teksten.",
        en='"{label}" is {got}, which has footnotes or endnotes. These can\'t be put in. Write them in the text.',
    ),
    "document-pages": Wording(
        nb="«{label}» er {got}. Topptekst, bunntekst og sideoppsett i den filen følger ikke med.",
        nn="«{label}» er {got}. Topptekst, botntekst og sideoppsett i den fila følgjer ikkje med.",
        en='"{label}" is {got}. Headers, footers and page set-up of that file do not come along.',
    ),
    "image-keys": Wording(
        nb="Bare felt av typen image kan ha size_mm og alt, og size_mm er to tall mellom 1 og 500.",
        nn="Berre felt av typen image kan ha size_mm og alt, og size_mm er to tal mellom 1 og 500.",
        en="Only fields of type image can have size_mm and alt, and size_mm is two numbers between 1 and 500.",
    ),
    "tag-of-file": Wording(
        nb="«{got}» er en fil, og står i malen med feil slags felt. Skriv {wanted}.",
        nn="«{got}» er ei fil, og står i malen med feil slags felt. Skriv {wanted}.",
        en='"{got}" is a file, and stands in the template with the wrong kind of tag. Write {wanted}.',
    ),
    "pack-attached": Wording(
        nb="Word-pakken kan ikke ha filer som dataene nevner. Lag pakken som PDF, eller én Word-fil for hver: skjema fill",
        nn="Word-pakken kan ikkje ha filer som dataa nemner. Lag pakken som PDF, eller éi Word-fil for kvar: skjema fill",
        en="The Word pack can't have files that the data name. Make the pack as PDF, or a Word file for each: skjema fill",
    ),
    "attached-made": Wording(
        nb='Et felt av typen {got} står bare på kommunens egen Word-mal. Skriv word = "own" og pdf = "from-word" under [form].',
        nn='Eit felt av typen {got} står berre på kommunen sin eigen Word-mal. Skriv word = "own" og pdf = "from-word" under [form].',
        en='A field of type {got} stands on an office\'s own Word template alone. Write word = "own" and pdf = "from-word" below [form].',
    ),
}
