"""Wordings of problems with papers made by others: their PDF forms, and what a definition says of them."""

from skjema.wording import Wording

PAPERS: dict[str, Wording] = {
    "draft-nothing": Wording(
        nb="Ingen felt i filen kan fylles ut av kontoret, så det er ingenting å lage en definisjon av.",
        nn="Ingen felt i fila kan fyllast ut av kontoret, så det er ingenting å lage ein definisjon av.",
        en="No field of the file can be filled in by the office, so there is nothing to make a definition of.",
    ),
    "draft-several": Wording(
        nb="Ett skjema har høyst én Word-fil og én PDF. Lag et skjema for hver av de andre, i hver sin mappe.",
        nn="Eitt skjema har høgst éi Word-fil og éin PDF. Lag eit skjema for kvar av dei andre, i kvar si mappe.",
        en="A form has at most one Word file and one PDF. Make a form of each of the others, in a folder of its own.",
    ),
    "draft-on-one": Wording(
        nb="Disse feltene fant vi ikke på det andre papiret: {names}. Heter de noe annet der, slå dem sammen i skjema.toml; ellers får det andre papiret ikke verdien.",
        nn="Desse felta fann vi ikkje på det andre papiret: {names}. Heiter dei noko anna der, slå dei saman i skjema.toml; elles får det andre papiret ikkje verdien.",
        en="These fields weren't found on the other paper: {names}. If they are called something else there, make them one in skjema.toml; else the other paper doesn't get the value.",
    ),
    "draft-strange": Wording(
        nb="Ikke forstått, og må skrives om i Word: {got}",
        nn="Ikkje forstått, og må skrivast om i Word: {got}",
        en="Not understood, and to be written otherwise in Word: {got}",
    ),
    "draft-no-converter": Wording(
        nb="Her er verken LibreOffice eller Word, så PDF-en lages av definisjonen, ikke av Word-filen.",
        nn="Her er korkje LibreOffice eller Word, så PDF-en blir laga av definisjonen, ikkje av Word-fila.",
        en="There is neither LibreOffice nor Word here, so that the PDF is made from the definition, not from the Word file.",
    ),
    "draft-left-button": Wording(
        nb="Ikke med i definisjonen, fordi det er knapper eller felt uten slag (side {page}): {names}.",
        nn="Ikkje med i definisjonen, fordi det er knappar eller felt utan slag (side {page}): {names}.",
        en="Not in the definition, since they are push buttons or fields of no kind (page {page}): {names}.",
    ),
    "draft-control-repeated": Wording(
        nb="Avsnitt som kan gjentas i Word, er her med én gang, og felt i dem kan bare fylles ut for én: {names}. Skal det være flere, lag en gruppe og en løkke ({{%p for rad in gruppen %}} ... {{%p endfor %}}).",
        nn="Avsnitt som kan gjentakast i Word, er her med éin gong, og felt i dei kan berre fyllast ut for éin: {names}. Skal det vere fleire, lag ei gruppe og ei løkke ({{%p for rad in gruppa %}} ... {{%p endfor %}}).",
        en="Sections that may be repeated in Word are here once, and their fields can be filled in for one alone: {names}. If there are to be more, make a group and a loop ({{%p for row in group %}} ... {{%p endfor %}}).",
    ),
    "draft-control-picture": Wording(
        nb="Plassen til et bilde er ikke med i definisjonen: {names}. Skal listen si hvilket, sett {{{{ foto }}}} i kopien i stedet for kontrollen, og legg til et felt foto av typen image.",
        nn="Plassen til eit bilete er ikkje med i definisjonen: {names}. Skal lista seie kva for eit, set {{{{ foto }}}} i kopien i staden for kontrollen, og legg til eit felt foto av typen image.",
        en="The place of a picture is not in the definition: {names}. If the list is to say which, put {{{{ foto }}}} into the copy instead of the control, and add a field foto of the type image.",
    ),
    "draft-control-locked": Wording(
        nb="Felt som er låst i Word, er med i definisjonen, og fylles ut likevel: {names}. Slett dem fra definisjonen om de skal stå som de er.",
        nn="Felt som er låste i Word, er med i definisjonen, og blir fylte ut likevel: {names}. Slett dei frå definisjonen om dei skal stå som dei er.",
        en="Fields that are locked in Word are in the definition, and are filled in all the same: {names}. Delete them from the definition if they are to stay as they are.",
    ),
    "draft-prefilled": Wording(
        nb="Det som sto i disse feltene fra før, er gjettet som default i definisjonen og kommer på hvert papir der raden ikke har noe: {names}. Slett default der det ikke skal være slik.",
        nn="Det som stod i desse felta frå før, er gjetta som default i definisjonen og kjem på kvart papir der rada ikkje har noko: {names}. Slett default der det ikkje skal vere slik.",
        en="What these fields held already is guessed as default in the definition, and stands on each paper where the row has nothing: {names}. Delete default where it isn't to be so.",
    ),
    "draft-prefilled-left": Wording(
        nb="Det som sto i disse feltene fra før, er ikke med i definisjonen og kommer ikke på papirene: {names}. Skal det stå på alle, skriv det som default i feltet.",
        nn="Det som stod i desse felta frå før, er ikkje med i definisjonen og kjem ikkje på papira: {names}. Skal det stå på alle, skriv det som default i feltet.",
        en="What these fields held already isn't in the definition, and doesn't come onto the papers: {names}. If it is to stand on all of them, write it as default of the field.",
    ),
    "draft-calculated": Wording(
        nb="Word regner ut eller setter inn dette selv: {names}. Det skjer ikke når skjema fyller ut. Skriv verdiene i radene, eller skriv en default for feltet.",
        nn="Word reknar ut eller set inn dette sjølv: {names}. Det skjer ikkje når skjema fyller ut. Skriv verdiane i radene, eller skriv ein default for feltet.",
        en="Word calculates or puts in this itself: {names}. That doesn't happen when skjema fills in. Write the values in the rows, or write a default for the field.",
    ),
    "answers-by-hand": Wording(
        nb="Word-filen har ingen innholdskontroll for dette, som mottakeren fyller ut: {names}. skjema collect kan ikke lese det i filer som kommer tilbake. Sett inn kontroller med id-en som kode (Tag), eller før svarene for hånd.",
        nn="Word-fila har ingen innhaldskontroll for dette, som mottakaren fyller ut: {names}. skjema collect kan ikkje lese det i filer som kjem tilbake. Set inn kontrollar med id-en som kode (Tag), eller før svara for hand.",
        en="The Word file has no content control for this, which the recipient fills in: {names}. skjema collect can't read it in files that come back. Put in controls with the id as their tag, or type the answers by hand.",
    ),
    "draft-fixed": Wording(
        nb="Word-felt viser det filen sier om seg selv, og det samme kommer på hvert papir: {names}. Er det ulikt fra sak til sak, slett feltet og skriv for eksempel {{{{ saksnr }}}} der, med et felt saksnr i definisjonen.",
        nn="Word-felt viser det fila seier om seg sjølv, og det same kjem på kvart papir: {names}. Er det ulikt frå sak til sak, slett feltet og skriv til dømes {{{{ saksnr }}}} der, med eit felt saksnr i definisjonen.",
        en="Word fields show what the file says of itself, and the same comes onto every paper: {names}. If it differs from case to case, delete the field and write for example {{{{ saksnr }}}} there, with a field saksnr in the definition.",
    ),
    "draft-no-places": Wording(
        nb="PDF-en har verken felt, linjer eller ruter å skrive i. Lag felt i den med et PDF-program, eller bruk en annen fil.",
        nn="PDF-en har verken felt, linjer eller ruter å skrive i. Lag felt i han med eit PDF-program, eller bruk ei anna fil.",
        en="The PDF has neither fields nor lines nor boxes to write in. Make fields in it with a PDF program, or use another file.",
    ),
    "draft-left-unseen": Wording(
        nb="Ikke med i definisjonen, fordi de ikke vises på papiret (side {page}): {names}.",
        nn="Ikkje med i definisjonen, fordi dei ikkje er synlege på papiret (side {page}): {names}.",
        en="Not in the definition, since they are not seen on paper (page {page}): {names}.",
    ),
    "draft-left-locked": Wording(
        nb='Ikke med i definisjonen, fordi de er låst (side {page}): {names}. Skal kontoret fylle dem ut, legg dem til med pdf = "navnet".',
        nn='Ikkje med i definisjonen, fordi dei er låste (side {page}): {names}. Skal kontoret fylle dei ut, legg dei til med pdf = "namnet".',
        en='Not in the definition, since they are locked (page {page}): {names}. If the office is to fill them in, add them with pdf = "the name".',
    ),
    "draft-left-empty": Wording(
        nb="Ikke med i definisjonen, fordi listene er uten svar å velge (side {page}): {names}.",
        nn="Ikkje med i definisjonen, fordi listene er utan svar å velje (side {page}): {names}.",
        en="Not in the definition, since the lists have no answers to choose (page {page}): {names}.",
    ),
    "draft-open-list": Wording(
        nb="Listene tar imot andre svar enn dem de viser, men det gjør ikke definisjonen (side {page}): {names}. Trengs det, gjør feltet om til type text.",
        nn="Listene tek imot andre svar enn dei som står der, men det gjer ikkje definisjonen (side {page}): {names}. Trengst det, gjer feltet om til type text.",
        en="These lists take other answers than those they show, and the definition doesn't (page {page}): {names}. If that is needed, make the field one of type text.",
    ),
    "draft-open-control": Wording(
        nb="Listene tar imot andre svar enn dem de viser, men det gjør ikke definisjonen: {names}. Trengs det, gjør feltet om til type text.",
        nn="Listene tek imot andre svar enn dei som står der, men det gjer ikkje definisjonen: {names}. Trengst det, gjer feltet om til type text.",
        en="These lists take other answers than those they show, and the definition doesn't: {names}. If that is needed, make the field one of type text.",
    ),
    "draft-made-fillable": Wording(
        nb="PDF-en har ingen felt. I kopien er det satt inn felt der det er tegnet linjer, ruter og bokser: {count}. Se over dem på en utskrift.",
        nn="PDF-en har ingen felt. I kopien er det sett inn felt der det er teikna linjer, ruter og boksar: {count}. Sjå over dei på ei utskrift.",
        en="The PDF has no fields. The copy has fields where lines, cells and boxes are drawn: {count}. Look them over on a printout.",
    ),
    "draft-unlabelled": Wording(
        nb="Side {page} har linjer eller bokser som ingen ord sier hva er til. De er ikke med (centimeter fra venstre kant/øverste kant): {places}.",
        nn="Side {page} har linjer eller boksar som ingen ord seier kva er til. Dei er ikkje med (centimeter frå venstre kant/øvste kant): {places}.",
        en="Page {page} has lines or boxes that no words say the use of. They are left out (centimetres from the left/upper edge): {places}.",
    ),
    "draft-word-left": Wording(
        nb="Dette ser ut som steder å fylle ut, men er ikke tatt med: {places}. Skal kontoret fylle dem ut, skriv et flettefelt der i kopien.",
        nn="Dette ser ut som stader å fylle ut, men er ikkje tekne med: {places}. Skal kontoret fylle dei ut, skriv eit flettefelt der i kopien.",
        en="These look like places to fill in, but were left out: {places}. If the office is to fill them in, write a tag there in the copy.",
    ),
    "draft-merge-left": Wording(
        nb="Dette i Words fletting kan ikke bli flettefelt: {names}. Skriv det om eller slett det i kopien før skjemaet brukes.",
        nn="Dette i fletting i Word kan ikkje bli flettefelt: {names}. Skriv det om eller slett det i kopien før skjemaet blir brukt.",
        en="These parts of Word's mail merge can't become tags: {names}. Rewrite or delete them in the copy before the form is used.",
    ),
    "draft-merge-shape": Wording(
        nb="Word ga disse feltene et eget format. Her vises de som i andre skjemaer, for eksempel 24.12.2026: {names}.",
        nn="Word gav desse felta eit eige format. Her blir dei viste som i andre skjema, til dømes 24.12.2026: {names}.",
        en="Word gave these fields a format of their own. Here they are shown as in other forms, such as 24.12.2026: {names}.",
    ),
    "draft-active": Wording(
        nb="Filen har Active-X-kontroller ({count}), som bare Word viser, og de er ikke tatt med. Bytt dem ut med innholdskontroller (Utvikler i Word) eller linjer og ruter.",
        nn="Fila har Active-X-kontrollar ({count}), som berre Word viser, og dei er ikkje tekne med. Byt dei ut med innhaldskontrollar (Utviklar i Word) eller linjer og ruter.",
        en="The file has Active-X controls ({count}), which only Word shows, and they were left out. Replace them with content controls (Developer in Word), or lines and boxes.",
    ),
    "draft-page-scanned": Wording(
        nb="Side {page} er et bilde, og kan ikke leses. Be om filen den er skannet av, eller lag den på nytt i Word.",
        nn="Side {page} er eit bilete, og kan ikkje lesast. Be om fila ho er skanna av, eller lag ho på nytt i Word.",
        en="Page {page} is a picture, and can't be read. Ask for the file that it was scanned from, or make it again in Word.",
    ),
    "draft-page-turned": Wording(
        nb="Side {page} er dreid, og det som er tegnet på den, er ikke lest. Skriv den ut til en ny PDF, og prøv igjen.",
        nn="Side {page} er dreidd, og det som er teikna på ho, er ikkje lese. Skriv ho ut til ein ny PDF, og prøv igjen.",
        en="Page {page} is turned, and what is drawn on it wasn't read. Print it to a new PDF, and try once more.",
    ),
    "draft-page-drawing": Wording(
        nb="Side {page} har for mange streker til å være et skjema, og det som er tegnet på den, er ikke lest.",
        nn="Side {page} har for mange strekar til å vere eit skjema, og det som er teikna på ho, er ikkje lese.",
        en="Page {page} has too many lines to be a form, and what is drawn on it wasn't read.",
    ),
    "pdf-name-shared": Wording(
        nb="Flere felt på side {page} har samme navn, og får derfor samme innhold: {names}. Gi dem hvert sitt navn i et PDF-program, om de er til hver sin ting.",
        nn="Fleire felt på side {page} har same namn, og får difor same innhald: {names}. Gi dei kvart sitt namn i eit PDF-program, om dei er til kvar sin ting.",
        en="Several fields on page {page} share a name, and so their content: {names}. Give each a name of its own in a PDF program, if they are for different things.",
    ),
    "pdf-no-tooltip": Wording(
        nb="Felt på side {page} mangler hjelpetekst, så en skjermleser sier bare navnet: {names}. Sett inn hjelpetekst (verktøytips) i et PDF-program.",
        nn="Felt på side {page} manglar hjelpetekst, så ein skjermlesar seier berre namnet: {names}. Set inn hjelpetekst (verktøytips) i eit PDF-program.",
        en="Fields on page {page} lack a tooltip, so that a screen reader says their name only: {names}. Put in tooltips in a PDF program.",
    ),
    "pdf-script": Wording(
        nb="PDF-en har skript (side {page}: {names}). De kjøres ikke når den fylles ut, og følger med til den som åpner den. Ta dem bort i et PDF-program, om de ikke trengs.",
        nn="PDF-en har skript (side {page}: {names}). Dei blir ikkje køyrde når han blir fylt ut, og følgjer med til den som opnar han. Ta dei bort i eit PDF-program, om dei ikkje trengst.",
        en="The PDF has scripts (page {page}: {names}). They aren't run when it is filled in, and go with it to whoever opens it. Remove them in a PDF program, if they aren't needed.",
    ),
    "pdf-action": Wording(
        nb="PDF-en sender, åpner eller spiller av noe utenfor seg selv (side {page}: {names}). Ta det bort i et PDF-program, om mottakeren ikke skal møte det.",
        nn="PDF-en sender, opnar eller spelar av noko utanfor seg sjølv (side {page}: {names}). Ta det bort i eit PDF-program, om mottakaren ikkje skal møte det.",
        en="The PDF sends, opens or plays something outside of itself (page {page}: {names}). Remove it in a PDF program, if the recipient is not to meet it.",
    ),
    "pdf-personal": Wording(
        nb="PDF-ens egenskaper sier hvem som har laget den, og følger med hvert eksemplar: {names}. Tøm dem i et PDF-program (Fil, Egenskaper).",
        nn="Eigenskapane til PDF-en seier kven som har laga han, og følgjer med kvart eksemplar: {names}. Tøm dei i eit PDF-program (Fil, Eigenskapar).",
        en="The PDF's properties say who made it, and go with every copy: {names}. Empty them in a PDF program (File, Properties).",
    ),
    "pdf-comments": Wording(
        nb="Side {page} har merknader med navn på den som skrev dem ({count}). De følger med hvert eksemplar. Slett dem i et PDF-program.",
        nn="Side {page} har merknader med namn på den som skreiv dei ({count}). Dei følgjer med kvart eksemplar. Slett dei i eit PDF-program.",
        en="Page {page} has comments with the names of those who wrote them ({count}). They go with every copy. Delete them in a PDF program.",
    ),
    "pdf-font-missing": Wording(
        nb="Side {page} bruker skrifter som filen ikke har med seg, så den kan se annerledes ut på en annen maskin: {names}. Lagre PDF-en med innebygde skrifter.",
        nn="Side {page} bruker skrifter som fila ikkje har med seg, så ho kan sjå annleis ut på ei anna maskin: {names}. Lagre PDF-en med innebygde skrifter.",
        en="Page {page} uses fonts that the file doesn't hold, so that it may look otherwise on another machine: {names}. Save the PDF with its fonts embedded.",
    ),
    "pdf-own-missing": Wording(
        nb="Skjemaet skal fylles ut i en egen PDF, men den finnes ikke. Legg den i skjemaets mappe under et av navnene {known}.",
        nn="Skjemaet skal fyllast ut i ein eigen PDF, men han finst ikkje. Legg han i mappa til skjemaet under eit av namna {known}.",
        en="The form is to be filled in in a PDF of its own, which doesn't exist. Put it into the form's folder under one of the names {known}.",
    ),
    "pdf-unclaimed": Wording(
        nb='PDF-en er laget av andre og blir ikke brukt: skjema lager egne sider. Skal den fylles ut, skriv pdf = "own" under [form]; ellers flytt den ut av mappen.',
        nn='PDF-en er laga av andre og blir ikkje brukt: skjema lagar eigne sider. Skal han fyllast ut, skriv pdf = "own" under [form]; elles flytt han ut av mappa.',
        en='The PDF was made by others and isn\'t used: skjema makes pages of its own. To fill it in, write pdf = "own" below [form]; otherwise move it out of the folder.',
    ),
    "pdf-not-printed": Wording(
        nb="Felt som fylles ut på side {page}, vises på skjermen, men ikke på utskrifter: {names}. Sett dem til «synlig» i et PDF-program.",
        nn="Felt som blir fylte ut på side {page}, er synlege på skjermen, men ikkje på utskrifter: {names}. Set dei til «synleg» i eit PDF-program.",
        en='Fields that are filled in on page {page} are seen on the screen, but not printed: {names}. Set them to "visible" in a PDF program.',
    ),
    "pdf-off-page": Wording(
        nb="Felt som fylles ut på side {page}, ligger helt eller delvis utenfor siden: {names}. Flytt dem i et PDF-program.",
        nn="Felt som blir fylte ut på side {page}, ligg heilt eller delvis utanfor sida: {names}. Flytt dei i eit PDF-program.",
        en="Fields that are filled in on page {page} lie wholly or partly off the page: {names}. Move them in a PDF program.",
    ),
    "pdf-unreadable": Wording(
        nb="PDF-en er skadet og kan ikke fylles ut. Åpne den i et PDF-program, lagre den på nytt, og prøv igjen.",
        nn="PDF-en er skadd og kan ikkje fyllast ut. Opne han i eit PDF-program, lagre han på nytt, og prøv igjen.",
        en="The PDF is damaged and can't be filled in. Open it in a PDF program, save it again, and try once more.",
    ),
    "pdf-password": Wording(
        nb="PDF-en åpnes bare med passord. Lagre en kopi uten passord, og bruk den.",
        nn="PDF-en kan berre opnast med passord. Lagre ein kopi utan passord, og bruk den.",
        en="The PDF opens with a password only. Save a copy without one, and use that.",
    ),
    "pdf-without-fields": Wording(
        nb='PDF-en har ingen felt som kan fylles ut. Lag felt i den med et PDF-program, eller fjern pdf = "own" fra definisjonen.',
        nn='PDF-en har ingen felt som kan fyllast ut. Lag felt i han med eit PDF-program, eller fjern pdf = "own" frå definisjonen.',
        en='The PDF has no fields that could be filled in. Make some with a PDF program, or remove pdf = "own" from the definition.',
    ),
    "pdf-xfa-only": Wording(
        nb="PDF-en er et rent XFA-skjema, som bare Adobe Reader viser. Be den som har laget det, om en PDF med vanlige felt.",
        nn="PDF-en er eit reint XFA-skjema, som berre Adobe Reader viser. Be den som har laga det, om ein PDF med vanlege felt.",
        en="The PDF is an XFA form alone, which only Adobe Reader shows. Ask whoever made it for a PDF with ordinary fields.",
    ),
    "pdf-xfa": Wording(
        nb="PDF-en har også et XFA-skjema, som er tatt bort i det som er fylt ut: ellers ville Adobe Reader vist det tomt. Det som er regnet ut eller sjekket der, skjer ikke.",
        nn="PDF-en har også eit XFA-skjema, som er teke bort i det som er fylt ut: elles ville Adobe Reader ha vist det tomt. Det som blir rekna ut eller sjekka der, skjer ikkje.",
        en="The PDF also has an XFA form, which is left out of what is filled in: Adobe Reader would else show that, empty. What it calculates or checks isn't done.",
    ),
    "pdf-encrypted": Wording(
        nb="PDF-en er kryptert uten passord. Det som er fylt ut, er ikke kryptert, og sperrene mot endring og kopiering følger ikke med.",
        nn="PDF-en er kryptert utan passord. Det som er fylt ut, er ikkje kryptert, og sperrene mot endring og kopiering følgjer ikkje med.",
        en="The PDF is encrypted without a password. What is filled in isn't, and its locks on changing and copying are not kept.",
    ),
    "pdf-claim-lost": Wording(
        nb="PDF-en sier at den er {names}. Utfylte eksemplarer er ikke det, og sier det ikke. Må de arkiveres slik, gjør dem om etterpå.",
        nn="PDF-en seier at han er {names}. Utfylte eksemplar er ikkje det, og seier det ikkje. Må dei arkiverast slik, gjer dei om etterpå.",
        en="The PDF says that it is {names}. Filled copies are not, and don't say so. If they must be archived so, convert them afterwards.",
    ),
    "pdf-calculated": Wording(
        nb="Felt på side {page} regnes ut av skript i PDF-en, som ikke kjøres her: {names}. La definisjonen fylle dem ut, eller se etter at de kan stå tomme.",
        nn="Felt på side {page} blir rekna ut av skript i PDF-en, som ikkje blir køyrde her: {names}. La definisjonen fylle dei ut, eller sjå etter at dei kan stå tomme.",
        en="Fields on page {page} are calculated by scripts of the PDF, which are not run here: {names}. Let the definition fill them in, or see that they may stay empty.",
    ),
    "pdf-unseen": Wording(
        nb="Felt som definisjonen fyller ut, vises ikke på papiret (side {page}): {names}. Se etter i PDF-en om de er skjult, i et lag som er slått av, eller uten plass på en side.",
        nn="Felt som definisjonen fyller ut, er ikkje synlege på papiret (side {page}): {names}. Sjå etter i PDF-en om dei er skjulte, i eit lag som er slått av, eller utan plass på ei side.",
        en="Fields that the definition fills in are not seen on paper (page {page}): {names}. Look in the PDF whether they are hidden, in a layer that is off, or on no page.",
    ),
    "pdf-masked": Wording(
        nb="Felt på side {page} er passordfelt: {names}. Verdien vises bare som stjerner. Gjør dem om til vanlige tekstfelt i et PDF-program.",
        nn="Felt på side {page} er passordfelt: {names}. Verdien viser seg berre som stjerner. Gjer dei om til vanlege tekstfelt i eit PDF-program.",
        en="Fields on page {page} are password fields: {names}. The value shows as stars alone. Make them ordinary text fields in a PDF program.",
    ),
    "pdf-field-unfilled": Wording(
        nb='Felt på side {page} fylles ikke ut av definisjonen: {names}. Skal de det, gi et felt i definisjonen samme navn, eller skriv pdf = "navnet".',
        nn='Felt på side {page} blir ikkje fylte ut av definisjonen: {names}. Skal dei det, gi eit felt i definisjonen same namn, eller skriv pdf = "namnet".',
        en='Fields on page {page} are not filled in by the definition: {names}. If they are to be, give a field of the definition the same name, or write pdf = "the name".',
    ),
    "pdf-prefilled": Wording(
        nb="Felt på side {page} er fylt ut i selve PDF-en: {names}. Det som ikke definisjonen fyller ut, står på alle papirer. Tøm dem om det er en persons opplysninger.",
        nn="Felt på side {page} er fylte ut i sjølve PDF-en: {names}. Det som ikkje definisjonen fyller ut, står på alle papira. Tøm dei om det er opplysningane til ein person.",
        en="Fields on page {page} are filled in in the PDF itself: {names}. What the definition doesn't fill in stands on every paper. Empty them if it is what concerns a person.",
    ),
    "pdf-fixed-cut": Wording(
        nb="Felt på side {page} som definisjonen ikke fyller ut, har en tekst det ikke er plass til, så slutten av den mangler på papiret: {names}. Gjør feltene større eller teksten kortere i et PDF-program.",
        nn="Felt på side {page} som definisjonen ikkje fyller ut, har ein tekst det ikkje er plass til, så slutten av han manglar på papiret: {names}. Gjer felta større eller teksten kortare i eit PDF-program.",
        en="Fields on page {page} that the definition doesn't fill in hold a text there is no room for, so that its end is missing on paper: {names}. Make the fields larger or the text shorter in a PDF program.",
    ),
    "pdf-fixed-letters": Wording(
        nb="Felt på side {page} som definisjonen ikke fyller ut, har en tekst med {letters}, som skriften mangler og som ikke kommer på papiret: {names}. Skriv teksten på en annen måte i et PDF-program.",
        nn="Felt på side {page} som definisjonen ikkje fyller ut, har ein tekst med {letters}, som skrifta manglar og som ikkje kjem på papiret: {names}. Skriv teksten på ein annan måte i eit PDF-program.",
        en="Fields on page {page} that the definition doesn't fill in hold a text with {letters}, which the font lacks and which isn't on paper: {names}. Write the text in another way in a PDF program.",
    ),
    "pdf-same-state": Wording(
        nb="Felt på side {page} har bokser som PDF-en ikke skiller fra hverandre, så flere av dem krysses av samtidig, og svarene kan ikke velges hver for seg: {names}. Gi hver boks sin egen eksportverdi i et PDF-program.",
        nn="Felt på side {page} har boksar som PDF-en ikkje skil frå kvarandre, så fleire av dei blir kryssa av samtidig, og svara kan ikkje veljast kvar for seg: {names}. Gi kvar boks sin eigen eksportverdi i eit PDF-program.",
        en="Fields on page {page} have boxes that the PDF doesn't tell apart, so that several are ticked at once, and their answers can't be chosen one by one: {names}. Give each box an export value of its own in a PDF program.",
    ),
    "pdf-name-unknown": Wording(
        nb="«{label}» skal stå i feltet «{got}», som ikke finnes i {file}. Mente du {hint}?",
        nn="«{label}» skal stå i feltet «{got}», som ikkje finst i {file}. Meinte du {hint}?",
        en='"{label}" is to stand in the field "{got}", which {file} doesn\'t have. Did you mean {hint}?',
    ),
    "pdf-unmatched": Wording(
        nb='«{label}» ({name}) har ikke noe felt i {file}. Skriv pdf = "feltets navn", eller printed = false om det ikke skal stå der. Ledige felt: {hint}.',
        nn='«{label}» ({name}) har ikkje noko felt i {file}. Skriv pdf = "namnet på feltet", eller printed = false om det ikkje skal stå der. Ledige felt: {hint}.',
        en='"{label}" ({name}) has no field in {file}. Write pdf = "the field\'s name", or printed = false if it isn\'t to stand there. Fields that are free: {hint}.',
    ),
    "pdf-ambiguous": Wording(
        nb='«{label}» ({name}) kan være flere felt i {file}: {names} (side i parentes). Skriv pdf = "navnet" på det rette.',
        nn='«{label}» ({name}) kan vere fleire felt i {file}: {names} (side i parentes). Skriv pdf = "namnet" på det rette.',
        en='"{label}" ({name}) may be several fields of {file}: {names} (page in brackets). Write pdf = "the name" of the right one.',
    ),
    "pdf-field-twice": Wording(
        nb='Feltet «{name}» i {file} fylles ut av to felt i definisjonen; det andre er «{label}». Skriv pdf = "navnet" på ett av dem.',
        nn='Feltet «{name}» i {file} blir fylt ut av to felt i definisjonen; det andre er «{label}». Skriv pdf = "namnet" på eitt av dei.',
        en='The field "{name}" of {file} is filled in by two fields of the definition; the other is "{label}". Write pdf = "the name" at one of them.',
    ),
    "pdf-kind": Wording(
        nb="«{label}» er en tekst, men «{name}» i {file} er noe en krysser av, velger i en liste eller skriver under i. Bruk typen choice, choices, yes_no eller signature.",
        nn="«{label}» er ein tekst, men «{name}» i {file} er noko ein kryssar av, vel i ei liste eller skriv under i. Bruk typen choice, choices, yes_no eller signature.",
        en='"{label}" is a text, but "{name}" of {file} is ticked, picked from a list or signed in. Use the type choice, choices, yes_no or signature.',
    ),
    "pdf-answer-unmatched": Wording(
        nb='Svaret «{got}» på «{label}» finnes ikke i {file}. Skriv pdf = "..." ved svaret; der kan en velge {known}.',
        nn='Svaret «{got}» på «{label}» finst ikkje i {file}. Skriv pdf = "..." ved svaret; der kan ein velje {known}.',
        en='The answer "{got}" to "{label}" isn\'t in {file}. Write pdf = "..." at the answer; there one can choose {known}.',
    ),
    "pdf-rows": Wording(
        nb="{file} har plass til {rows} av «{label}», men definisjonen lar det være flere. Skriv max = {rows} i gruppen {id}.",
        nn="{file} har plass til {rows} av «{label}», men definisjonen lèt det vere fleire. Skriv max = {rows} i gruppa {id}.",
        en='{file} has room for {rows} of "{label}", but the definition lets there be more. Write max = {rows} in the group {id}.',
    ),
    "pdf-signed": Wording(
        nb="PDF-en er signert, og signaturen tåler ikke at den fylles ut. Be den som har signert, om en usignert utgave.",
        nn="PDF-en er signert, og signaturen toler ikkje at han blir fylt ut. Be den som har signert, om ei usignert utgåve.",
        en="The PDF is signed, and its signature doesn't allow it to be filled in. Ask whoever signed it for one without.",
    ),
    "pdf-signed-locked": Wording(
        nb="PDF-en er signert, og signaturen har låst felt som skal fylles ut: {names}. Be den som har signert, om en usignert utgave.",
        nn="PDF-en er signert, og signaturen har låst felt som skal fyllast ut: {names}. Be den som har signert, om ei usignert utgåve.",
        en="The PDF is signed, and its signature has locked fields that are to be filled in: {names}. Ask whoever signed it for one without.",
    ),
    "pdf-signed-flat": Wording(
        nb="PDF-en er signert. Den kan fylles ut, men ikke gjøres flat, legges i en pakke, bli et utkast eller få vedlegg: da forsvinner signaturen.",
        nn="PDF-en er signert. Han kan fyllast ut, men ikkje gjerast flat, leggjast i ei pakke, bli eit utkast eller få vedlegg: då forsvinn signaturen.",
        en="The PDF is signed. It can be filled in, but not made flat, put into a pack, be a draft or get sheets behind it: that would take its signature away.",
    ),
}
