#!/bin/sh
# En august på kontoret: fjorårets planer blir årets skjeletter, møteplanen blir kalender, og innkallingene blir én bunke til skriveren.
# Kjør fra mappen med prosjektet, med `skjema` på PATH: sh samples/august/august.sh [mappe å skrive i]
set -eu
lists=samples/august
out=${1:-ut/august}
settings="--kommune samples/kommune.toml --date 2026-08-17"
mkdir -p "$out"

# Avslutningskode 1 sier at alt er skrevet, og at noe bør ses på.
run() { "$@" || [ $? -eq 1 ]; }

# 35 planer fra i fjor, flyttet til 2027: det som skal skrives på nytt, er tomt, og det som er flyttet, står på «Fra i fjor».
run skjema sheet virksomhetsplan --from "$lists/planer-2026.xlsx" --year 2027 -o "$out/planer-2027.xlsx"

# 35 skjeletter i Word og PDF, med hva som mangler, lovene for enheten og årshjulet.
run skjema fill virksomhetsplan "$out/planer-2027.xlsx" --draft -o "$out/skjeletter" $settings

# Møteplanen som papir og til kalenderen.
run skjema fill moteplan "$lists/moteplan.xlsx" -o "$out/moteplan" --format pdf --format docx --format ics $settings

# 60 innkallinger, sortert etter møte, tosidig, med liste over hvilken side hver ligger på.
run skjema pack moteinnkalling "$lists/innkallinger.xlsx" -o "$out/innkallinger.pdf" --sort mote_dato --duplex \
    --index "$out/innkallinger.xlsx" $settings
