"""A printed document with the shapes of the real plans, for the tests of the renderers.

Text and tables are those of Piatra Neamț 2021 (tables I.A and I.B, campaigns, training) and of
Drăgușeni 2024 (characteristics, matrix of objectives).
"""

from __future__ import annotations

from dragapp.annex.blocks import (
    AnnexLine,
    Block,
    Document,
    Grid,
    GridCell,
    GridColumn,
    GridRow,
    HeadCell,
    Heading,
    Letterhead,
    PageTurn,
    Place,
    Signatures,
    Signer,
    Text,
    Title,
    ToComplete,
)
from dragapp.plan.column import Align, ColumnKind
from dragapp.plan.outline import Look
from dragapp.plan.rich import RichText, Run, rich
from dragapp.plan.section import ParagraphKind

FRONT = Place("front", "Preambul", "", "front", "Preambul")


def place(path: str, name: str) -> Place:
    """Return the place of a section with that printed number."""
    top = path.split(".")[0]
    return Place(path.lower(), name, path, top.lower(), f"Capitolul {top}")


def column(
    kind: ColumnKind = ColumnKind.TEXT,
    align: Align = Align.LEFT,
    *,
    italic: bool = False,
    unit: str = "",
) -> GridColumn:
    """Return a grid's column."""
    return GridColumn(kind, align, italic, unit)


NUMBER = column(ColumnKind.NUMBER_LABEL, Align.CENTER)
TEXT = column()
PERCENT = column(ColumnKind.PERCENT, Align.RIGHT)
PERIOD = column(ColumnKind.PERIOD)
CODE = column(ColumnKind.SERVICE_CODE)
QUANTITY = column(ColumnKind.QUANTITY)
PARTIES = column(ColumnKind.PARTIES)


def money(unit: str = "lei") -> GridColumn:
    """Return a column of sums."""
    return column(ColumnKind.MONEY, Align.RIGHT, unit=unit)


def row(*texts: str | GridCell | None, look: Look = Look.ROW, total: bool = False) -> GridRow:
    """Return a row of plain or of spanning cells."""
    cells = tuple(GridCell(text) if isinstance(text, str) else text for text in texts)
    return GridRow(cells, look, total)


def banner(columns: int, text: str, number: str | None = None) -> GridRow:
    """Return a banner over the whole grid, or over all but its number."""
    if number is None:
        return row(GridCell(text, colspan=columns), *[None] * (columns - 1), look=Look.BANNER)
    rest = [None] * (columns - 2)
    return row(number, GridCell(text, colspan=columns - 1), *rest, look=Look.BANNER)


def head(*titles: str | tuple[str, tuple[str, ...]]) -> tuple[tuple[HeadCell, ...], int]:
    """Return a header; a pair is a heading above several others."""
    rows = 2 if any(isinstance(title, tuple) for title in titles) else 1
    cells: list[HeadCell] = []
    at = 0
    for title in titles:
        if isinstance(title, str):
            cells.append(HeadCell(title, 0, at, rowspan=rows))
            at += 1
            continue
        cells.append(HeadCell(title[0], 0, at, colspan=len(title[1])))
        cells += [HeadCell(own, 1, at + i) for i, own in enumerate(title[1])]
        at += len(title[1])
    return tuple(cells), rows


def item(where: Place, label: str, text: str | RichText, level: int = 0) -> Text:
    """Return an item of a list."""
    runs = rich(text) if isinstance(text, str) else text
    return Text(where, runs, ParagraphKind.ITEM, level, label)


def plain_text(where: Place, text: str | RichText) -> Text:
    """Return an ordinary paragraph."""
    return Text(where, rich(text) if isinstance(text, str) else text, ParagraphKind.PLAIN)


def note(where: Place, text: str) -> Text:
    """Return a note below a table."""
    return Text(where, rich(text), ParagraphKind.NOTE)


def existing_services() -> Grid:
    """Return table I.A of Piatra Neamț: ten columns, each centre above its service."""
    header, rows = head(
        "Nr. crt.",
        "Cod serviciu social, conform Nomenclatorului serviciilor sociale",
        "Denumirea serviciului social",
        "Capacitate",
        "Grad de ocupare",
        (
            "Bugetele estimate pe surse de finanțare, pentru serviciile sociale existente",
            (
                "Buget local mii lei",
                "Buget județean*",
                "Buget de stat",
                "Contribuții persoane beneficiare",
                "Alte surse",
            ),
        ),
    )
    services = [
        (
            "Centrul de îngrijiri la domiciliu pentru persoanele vârstnice",
            ("8810 ID-I", "Ingrijire la domiciliu pentru persoane vârstnice"),
            ("38 Persoane vârstnice", "100%", "332", "-", "-", "-", "-"),
        ),
        (
            "Centru de cazare temporara persoane fara adapost Cartier Speranta",
            (
                "8790 CR-PFA-II",
                "Cazare si servicii sociale in Centrul de cazare temporara a persoanelor fara "
                "adapost Cartier Speranta",
            ),
            ("40 Persoane fara adapost", "100%", "322", "-", "-", "-", "412"),
        ),
        (
            "Centru de zi pentru prescolari Castani",
            (
                "8891 CZ-C-II",
                "Activitati educativ recreative si asistenta sociala de specialitate pentru copii "
                "3-6 ani",
            ),
            ("30 Copii cu varste 3-6 ani", "100%", "332", "-", "-", "-", "824"),
        ),
        (
            "Centru de sprijin si asistenta specializata pentru copii",
            (
                "8891 CZ-C-II",
                "Activitati educativ recreative si asistenta sociala de specialitate pentru copii "
                "6-18 ani",
            ),
            ("60 copii cu varsta 6-18 ani", "100%", "340", "-", "-", "-", "-"),
        ),
        (
            "Centrul Social Impreuna",
            (
                "8790CR-II",
                "Protectia sociala a tinerilor proveniti din centrele de plasament si tinerilor "
                "care provin din familii defavorizate socio-economic",
            ),
            ("52 beneficiari", "100%", "489", "-", "-", "-", "-"),
        ),
        (
            "Centrul Social Pietricica",
            ("8730 CR-V-I", "Servicii in centru rezidential"),
            ("102 Varstnici cu risc", "100%", "1486", "-", "684", "940", "-"),
        ),
        (
            "Cantina Sociala",
            (
                "8899 CPDH-I",
                "Servicii sociale si masa pentru persoane in situatii economico-sociale sau "
                "medicale deosebite",
            ),
            ("100 persoane in risc de excluziune sociala", "100%", "706", "-", "-", "-", "-"),
        ),
    ]
    body: list[GridRow] = []
    for number, (centre, service, rest) in enumerate(services, start=1):
        body += [banner(10, centre, str(number)), row("", *service, *rest)]
    body.append(
        row(GridCell("Total", colspan=5), None, None, None, None, "4.007", "0", "684", "940",
            "1.236", total=True)
    )  # fmt: skip
    columns = (NUMBER, CODE, TEXT, QUANTITY, PERCENT, *[money("mii lei")] * 5)
    return Grid(place("I.A", "Servicii existente"), columns, header, rows, tuple(body))


def proposed_services() -> Grid:
    """Return table I.B of Piatra Neamț: thirteen columns."""
    header, rows = head(
        "Denumire Serviciu social propus",
        "Cod serviciu social",
        "Categorie beneficiari",
        ("Capacitate necesară", ("pe zi", "pe centru")),
        "Capacitate clădire/ spațiu necesar -mp-",
        "Resurse umane necesare (personal de specialitate, de îngrijire și asistență, personal "
        "gospodărie-întreținere, reparații, deservire)",
        (
            "Bugetele estimate pe surse de finanțare, pentru serviciile sociale propuse a fi "
            "înființate",
            (
                "Buget local -lei-",
                "Buget județean -lei-",
                "Buget de stat -lei-",
                "Contribuții persoane beneficiare -lei-",
                "Alte surse -lei-",
            ),
        ),
        "Justificare",
    )
    body = row(
        'Centrul de zi "Primii pași"',
        "8891 CZ-C-II",
        "Copii de varsta ante prescolara",
        "76 benf./zi",
        "76 beneficiari/ centru",
        "651 mp",
        "18 (Coordonator centru\nAsistent social\n4 Educatori\n10 îngrijitori\nBucatar\n"
        "Asistent medical)",
        "66.361,82 (2%)",
        "-",
        "-",
        "-",
        "3.251.740,36 (98%/POCU)",
        "POCU AP 6.2",
    )
    columns = (TEXT, CODE, TEXT, *[QUANTITY] * 3, TEXT, *[money()] * 5, TEXT)
    return Grid(place("I.B", "Servicii propuse"), columns, header, rows, (body,))


def campaigns() -> Grid:
    """Return the campaigns of Piatra Neamț, one of them merged over its two objectives."""
    header, rows = head(
        "Nr. crt.",
        "Campanie",
        "Obiective",
        "Perioada în care se va desfășura campania",
        "Responsabili organizare campanie",
    )
    protection = "Serviciul Protecția și Promovarea Drepturilor Copilului"
    body = (
        row(
            "1.",
            "Campanie de identificare a persoanelor fara adăpost si de prevenire a cerșetoriei pe "
            "raza municipiului Piatra Neamț",
            "Identificarea persoanelor fara adăpost si a persoanelor care practica cerșetoria pe "
            "raza municipiului Piatra Neamț, evaluarea si luarea masurilor care se impun",
            "Lunar",
            "Serviciul de Asistență Socială,\nCentrul de Cazare Temporară a Persoanelor fără "
            "Adăpost,\nPolitia Locală",
        ),
        row(
            "2.",
            "Campanie de conștientizare și sensibilizare a persoanelor din zone marginalizate "
            "privind riscul de excludere socială, respectarea drepturilor sociale și promovarea "
            "măsurilor de asistență socială, mediere socială etc.",
            "Informarea persoanelor din zonele marginalizate cu privire la prevenirea și depășirea "
            "situațiilor de marginalizare si excludere sociala",
            "Semestrial",
            "Serviciul de Asistență Socială",
        ),
        row(
            GridCell("3.", rowspan=2),
            GridCell(
                "Implicarea comunității în activitatea de prevenire a separării copiilor de "
                "familiile acestora",
                rowspan=2,
            ),
            "Acțiuni de conștientizare a comunității privind responsabilitățile și obligațiile ce "
            "revin părinților /parentale",
            "Lunar",
            f"{protection}\nCentrul de zi pentru preșcolari Castani\nCentrul de Sprijin și "
            "Asistență de Specialitate pentru Copii",
        ),
        row(
            None, None, "Reactivarea Comitetului Comunitar Consultativ", "Semestrul II", protection
        ),
        row(
            "4.",
            "Campanie de informare și sensibilizare privind problematica copiilor cu părinți "
            "plecați la muncă în străinătate",
            "Creșterea gradului de conștientizare a fenomenului în comunitate",
            "Iulie și August 2021",
            f"{protection}\nCentrul de zi pentru preșcolari Castani",
        ),
    )
    where = place("II.4", "Campanii de informare")
    return Grid(where, (NUMBER, TEXT, TEXT, PERIOD, PARTIES), header, rows, body)


def training() -> Grid:
    """Return a training table of Piatra Neamț, with sums that are asterisks."""
    header, rows = head("Personalul de specialitate", "Nr. persoane", "Buget estimat lei")
    body = (
        row("Serviciul de Asistența Socială", "9", "*"),
        row("Serviciul Protecția și Promovarea Drepturilor Copilului", "5", "*"),
        row("Serviciul pentru Educație Timpurie Anteprescolară", "1", "*"),
        row("Birou Resurse Umane, Juridic, SSM", "2", "*"),
        row("Comp.Achiziții Publice, Logistica, PSI", "3", "*"),
    )
    columns = (TEXT, column(ColumnKind.QUANTITY, Align.CENTER), money())
    return Grid(place("III.1.a", "Cursuri de perfecționare"), columns, header, rows, body)


_LOCAL, _TOWN_HALL = "Bugetul local", "Primăria Drăgușeni"
_MEASURES: tuple[tuple[str, tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]], ...] = (
    (
        "Obiectiv 3. Combaterea riscului de excluziune socială și îmbunătățirea serviciilor "
        "sociale acordate",
        (
            (
                "Asigurarea metodelor și instrumentelor de evidență și gestiune a beneficiarilor "
                "de servicii sociale și a nevoilor acestora",
                (
                    (
                        "1. Realizarea unei baze de date cu privire la beneficiarii de servicii "
                        "sociale din comuna Drăgușeni",
                        "Nr. beneficiari cuprinși în baza de date\n"
                        "Nr. persoane care accesează baza de date",
                        _TOWN_HALL,
                    ),
                    (
                        "2. Realizarea unei baze de date cu furnizorii de servicii sociale "
                        "acreditați din județ, incluzând beneficiile și serviciile acordate, "
                        "programele pe care le desfășoară și criteriile de admitere în cadrul "
                        "acestora;",
                        "Nr. furnizori cuprinși în baza de date\n"
                        "Nr. persoane care accesează baza de date",
                        _TOWN_HALL,
                    ),
                    (
                        "3. Realizarea unei baze de date cu privire la cadrul legislative actual, "
                        "în vederea abordării integrate a serviciilor sociale, tuturor "
                        "categoriilor de beneficiari;",
                        "Nr. acte normative sintetizate cuprinse în baza de date\n"
                        "Nr. persoane care accesează baza de date",
                        _TOWN_HALL,
                    ),
                    (
                        "4. Asigurarea mecanismului de actualizare permanentă a bazelor de date;",
                        "Nr. instrumente utilizate pentru actualizarea bazelor de date",
                        _TOWN_HALL,
                    ),
                ),
            ),
            (
                "Asigurarea personalului adecvat pentru desfășurarea serviciilor sociale la "
                "nivelul localității Drăgușeni",
                (
                    (
                        "1. Formarea continuă a personalului cu atribuții în domeniul social de la "
                        "nivelul aparatului tehnic de specialitate;",
                        "Nr. persoane care urmează stagii de formare\nNr. stagii formare accesate",
                        _TOWN_HALL,
                    ),
                    (
                        "2. Utilizarea instrumentelor de evaluare continuă a personalului și a "
                        "nevoilor de formare ale acestuia;",
                        "Nr. instrumente evaluare aplicate\nNr. nevoi formare identificate",
                        _TOWN_HALL,
                    ),
                ),
            ),
            (
                "Creșterea gradului de ocupare în rândul beneficiarilor de servicii sociale",
                (
                    (
                        "1. Identificarea oportunităților de calificare/recalificare a "
                        "beneficiarilor;",
                        "Nr. vizite în teren\nNr. anchete sociale\n"
                        "Nr. planuri personalizate de intervenție",
                        _TOWN_HALL,
                    ),
                    (
                        "2. Identificare locuri de muncă compatibile;",
                        "Nr. locuri de muncă identificate\nNr. beneficiari angajați",
                        f"{_TOWN_HALL}\nAJOFM",
                    ),
                ),
            ),
        ),
    ),
    (
        "Obiectiv 4. Dezvoltarea unei culturi proactive și participative în rândul populației și "
        "beneficiarilor de servicii sociale",
        (
            (
                "Identificarea oportunităților de parteneriat în scopul dezvoltării serviciilor "
                "sociale în comuna Drăgușeni",
                (
                    (
                        "1. Abordarea organizațiilor din sectorul nonguvernamental acreditate în "
                        "domeniul serviciilor sociale în scopul identificării de domenii de "
                        "acțiune comune;",
                        "Nr. organizații abordate\nNr. protocoale de parteneriat încheiate\n"
                        "Nr. proiecte promovate în parteneriat",
                        _TOWN_HALL,
                    ),
                    (
                        "2. Identificarea agenților economici care manifestă disponibilitatea "
                        "susținerii activităților sociale;",
                        "Nr. organizații abordate\nNr. protocoale de parteneriat încheiate",
                        _TOWN_HALL,
                    ),
                ),
            ),
            (
                "Promovarea serviciilor sociale existente la nivelul localității Drăgușeni",
                (
                    (
                        "1. Organizarea de dezbateri cu toți factorii implicați: școala, biserica, "
                        "medic de familie, agenți economici;",
                        "Nr. proiecte promovate în parteneriat\nNr. dezbateri organizate\n"
                        "Nr. participanți",
                        f"{_TOWN_HALL}\nDGASPC\nAJPIS",
                    ),
                ),
            ),
        ),
    ),
)


def matrix(times: int = 1) -> Grid:
    """Return the matrix of Drăgușeni: objective, merged direction, measure, indicators.

    Repeated so many times, it has that many times its 13 rows.
    """
    header, rows = head(
        "Nr. crt.",
        "Direcții de acțiune",
        "Măsuri",
        "Indicatori",
        "Surse de finanțare",
        "Responsabil",
        "Termen",
    )
    body: list[GridRow] = []
    for objective, directions in _MEASURES * times:
        body.append(banner(7, objective))
        for number, (direction, measures) in enumerate(directions, start=1):
            span = len(measures)
            labels: list[GridCell | None] = [
                GridCell(f"{number}.", rowspan=span),
                GridCell(f"• {direction}", rowspan=span),
            ]
            for text, indicators, party in measures:
                body.append(row(*labels, text, indicators, _LOCAL, party, "2024"))
                labels = [None, None]
    columns = (NUMBER, TEXT, column(italic=True), TEXT, TEXT, PARTIES, PERIOD)
    return Grid(place("IV", "Obiective"), columns, header, rows, tuple(body))


def _front() -> list[Block]:
    return [
        Letterhead(
            (
                "ROMÂNIA",
                "JUDEȚUL IAȘI",
                "COMUNA DRĂGUȘENI",
                "CONSILIUL LOCAL DRĂGUȘENI",
                "Certificat de înregistrare fiscală: 16449937",
                "Sat Drăgușeni, com. Drăgușeni, jud. Iași",
                "Tel./fax: 0232 – 256.620",
            )
        ),
        AnnexLine("Anexă la hotărârea nr. 25 din 26.04.2024"),
        Title(
            (
                "PLANUL ANUAL DE ACȚIUNE PRIVIND SERVICIILE SOCIALE ADMINISTRATE ȘI FINANȚATE DIN "
                "BUGETUL CONSILIULUI LOCAL DRĂGUȘENI",
                "PENTRU ANUL 2024",
            )
        ),
        plain_text(
            FRONT,
            "A fost elaborat în baza ordinului Ministerului Muncii și Justiției Sociale nr. "
            "1086/2018, având în vedere:",
        ),
        item(FRONT, "1.", "Legea asistenței sociale nr.292/2011, cu modificările și completările "
             "ulterioare;"),
        item(
            FRONT,
            "2.",
            "Hotărârea Guvernului nr. 797/2017 pentru aprobarea regulamentelor-cadru de organizare "
            "și funcționare ale serviciilor publice de asistență socială și a structurii "
            "orientative de personal;",
        ),
        item(
            FRONT,
            "3.",
            rich(
                Run("Strategia de dezvoltare a serviciilor sociale 2018-2023", bold=True),
                ", aprobată prin HCL nr. 273/27.09.2018, cu următoarele obiective strategice și "
                "operaționale:",
            ),
        ),
        item(FRONT, "➤", rich(Run("Obiectiv strategic 1", bold=True)), 1),
        Text(
            FRONT,
            rich(
                "Implicare activă a comunității locale în problematica socială, prin dezvoltarea "
                "parteneriatelor cu actorii cheie care activează în domeniul social de la nivel "
                "local, în dezvoltarea și menținerea la nivel calitativ a serviciilor sociale "
                "pentru toate categoriile de grupuri vulnerabile."
            ),
            ParagraphKind.PLAIN,
            1,
        ),
        plain_text(FRONT, "Obiective Operaționale aferente Obiectivului Strategic 1:"),
        item(FRONT, "-", "Dezvoltarea de parteneriate interne și externe", 1),
        item(FRONT, "-", "Creșterea implicării comunității în problemele sociale", 1),
        item(
            FRONT,
            "-",
            "Creare de parteneriate cu entități ce activează în domeniul economiei sociale "
            "(întreprinderi sociale, cooperative, asociații)",
            1,
        ),
        plain_text(FRONT, "Caracteristici principale ale planului de acțiune propus:"),
        item(
            FRONT,
            "❖",
            "Una din inițiativele care trebuie susținute în continuare pentru atingerea "
            "obiectivelor propuse este implicarea, colaborarea și parteneriatul pe baze noi de "
            "stabilire a competențelor și responsabilităților, între toate instituțiile și "
            "factorii economici locali, pentru creșterea nivelului de trai al majorității "
            "cetățenilor comunei Drăgușeni;",
        ),
        item(
            FRONT,
            "❖",
            "Lărgirea ariei de activitate a serviciilor prestate de autoritatea locală, în baza "
            "principiului autonomiei locale.",
        ),
    ]  # fmt: skip


def _chapter_one() -> list[Block]:
    one, a, b = place("I", "Capitolul I"), place("I.A", "Existente"), place("I.B", "Propuse")
    c, d = place("I.C", "Contractare"), place("I.D", "Subvenționare")
    return [
        PageTurn(True),
        Heading(one, 0, "Capitolul I", rich(": Administrare, înființare și finanțarea serviciilor "
                                            "sociale.")),
        Heading(a, 1, "A.", rich("Serviciile sociale oferite de Direcția de Asistență Socială a "
                                 "Municipiului Piatra Neamț;")),
        existing_services(),
        note(a, "* Bugetul județean se completează numai pentru serviciile aflate în coordonarea "
                "consiliului județean."),
        Heading(b, 1, "B.", rich("Servicii sociale propuse a fi înființate de Direcția de "
                                 "Asistență Socială a Municipiului Piatra Neamț:")),
        proposed_services(),
        PageTurn(False),
        Heading(
            c,
            1,
            "C.",
            rich(
                "Programul anual de contractare a serviciilor sociale din fonduri publice, în baza "
                "prevederilor Legii asistenței sociale nr. 292/2011, cu modificările și "
                "completările ulterioare"
            ),
            rich(
                "– nu este cazul. În conformitate cu lit. f, art. 6, Legea nr. 292/2011, a "
                "asistenței sociale, contractarea serviciilor sociale reprezintă procedura de "
                "achiziționare/ concesiune a serviciilor sociale, în baza unui contract, încheiat "
                "în condițiile legii, de către autoritățile administrației publice locale."
            ),
        ),
        item(c, "-", "Promovarea parteneriatului public – privat;"),
        item(c, "-", "Dezvoltarea și diversificarea serviciilor sociale de interes local;"),
        plain_text(c, "Pentru anul 2021 nu sunt propuneri de contractare a serviciilor sociale din "
                      "fonduri publice."),
        Heading(d, 1, "D.", rich("Programul de subvenționare a asociațiilor, fundațiilor și ",
                                 Run("cultelor recunoscute de lege", italic=True))),
        ToComplete(d),
    ]  # fmt: skip


def _chapter_two() -> list[Block]:
    two, one = place("II", "Capitolul II"), place("II.1", "Informații publicate")
    return [
        Heading(
            two,
            0,
            "Capitolul II",
            rich(
                "– Planificarea activităților de informare a publicului cu privire la serviciile "
                "sociale existente la nivel local în conformitate cu prevederile art. 6 din H.G. "
                "nr. 797/2015"
            ),
        ),
        Heading(one, 1, "1.", rich("Revizuirea/actualizarea informațiilor care se publică pe "
                                   "pagina proprie de internet/se afișează la sediul DAS:")),
        item(one, "a.", "Strategia de dezvoltare a serviciilor sociale pentru Municipiul Piatra "
                        "Neamț, 2018-2023 – este publicată pe site-ul instituției www.daspn.ro;"),
        item(one, "d.", "Informații privind serviciile sociale disponibile la nivelul unității "
                        "administrativ teritoriale, acordate de furnizori publici ori privați:"),
        item(one, "i.", "Lista furnizorilor de servicii sociale din comunitate și a serviciilor "
                        "sociale acordate de aceștia - se actualizează lunar/când apar "
                        "modificări;", 1),
        item(one, "ii.", "Serviciile sociale care funcționează în cadrul/coordonarea serviciului "
                         "public de asistență socială - se actualizează anual;", 1),
        Heading(place("II.3", "Telefonul verde"), 1, "3.", rich("Telefonul verde"),
                rich("– nu este cazul.")),
        Heading(place("II.4", "Campanii"), 1, "4.", rich(
            "Campanii de informare și sensibilizare a comunității, organizate de Direcția de "
            "Asistență Socială a Municipiului Piatra Neamț sau în colaborare cu alte servicii "
            "publice de interes local:")),
        campaigns(),
    ]  # fmt: skip


def _chapter_three() -> list[Block]:
    three, a = place("III", "Capitolul III"), place("III.1.a", "Cursuri")
    return [
        Heading(
            three,
            0,
            "Capitolul III",
            rich(
                "– Programul de formare și îndrumare metodologică a personalului care lucrează în "
                "domeniul serviciilor sociale"
            ),
        ),
        Heading(place("III.1", "Formare"), 1, "1.", rich(
            "Propuneri de activități de formare profesională continuă în vederea creșterii "
            "performanței personalului din structurile proprii/instruire etc.:")),
        Heading(a, 2, "a.", rich("Cursuri de perfecționare")),
        training(),
        note(a, "*La acest capitol nu sunt prevazute alocari financiare din bugetul local pentru "
                "anul 2021, se estimeaza la data curenta ca aceste nevoi de instruire a "
                "personalului de specialitate sa fie acoperite prin cursuri in sistem online "
                "si/sau sa fie cuprinsi in proiecte cu finantari din alte surse."),
        Heading(place("III.1.c", "Instruire"), 2, "c.", rich("Sesiuni de instruire pentru:")),
        Heading(place("III.1.c.1", "Asistent personal"), 3, "c.1.", (), rich(
            "Instruirea asistentului personal: Conform Autorizatie nr.000955 din 30.08.2019, DAS "
            "este autorizat ca furnizor de formare în programul de inițiere pentru ocupația "
            "asistent personal al persoanei cu handicap grav – pentru 116 asistenți personali – "
            "anual;")),
        Heading(place("III.2", "Supervizare"), 1, "2.", rich(
            "Încheierea de contracte de supervizare profesională/revizuirea fișelor de post în "
            "vederea asigurării coordonării profesionale"), rich(
            ": ", Run("nu este cazul.", italic=True))),
    ]  # fmt: skip


def sample_document(matrix_times: int = 1) -> Document:
    """Return the whole document; the matrix may be repeated to make it longer."""
    goals = place("IV", "Obiective")
    return Document(
        title="Planul anual de acțiune privind serviciile sociale pentru anul 2024",
        author="Comuna Drăgușeni",
        subject="Anexă la hotărârea nr. 25 din 26.04.2024",
        running_head="Anexă la hotărârea nr. 25 din 26.04.2024",
        running_foot="Plan anual de acțiune privind serviciile sociale – Comuna Drăgușeni, 2024",
        blocks=(
            *_front(),
            *_chapter_one(),
            *_chapter_two(),
            *_chapter_three(),
            PageTurn(True),
            Heading(goals, 0, "", rich("Obiective, direcții de acțiune și măsuri")),
            matrix(matrix_times),
            Signatures(
                (
                    Signer("Președinte de ședință,", "Mihăiță Anișoara"),
                    Signer("Contrasemnează,\nSecretar general,", ""),
                )
            ),
        ),
    )
