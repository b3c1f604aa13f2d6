"""Made-up files as municipalities send them: the same number always gives the same bytes."""
import io
import random
import zipfile

MONTH = "2013-04"
HEADER = (["manad", "kommun", "lopnr"] + [f"reg_{code}" for code in range(9)] + [f"med_{code}" for code in range(9)]
          + ["ovrig_text"])
CSV, WORKBOOK = "csv", "xlsx"
TYPES = {CSV: "text/csv", WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
TEXTS = ["Validering", "Språkpraktik", "Körkortsutbildning"]


def households(count=1000):
    """Households to choose among: cells after the running number. Nothing in them is wrong."""
    chance = random.Random(2013)

    def person():
        if chance.random() < 0.45:
            return ["X"] + [""] * 8, False
        codes = chance.choices(range(1, 9), weights=[860, 3189, 548, 842, 811, 614, 118, 40], k=1 + (chance.random() < 0.2))
        cells = [""] * 9
        for code in codes:
            cells[code] = str(chance.randint(1, 22)) if chance.random() < 0.5 else "X"
        return cells, 8 in codes

    made = []
    for _ in range(count):
        (leader, one), (partner, other) = person(), person() if chance.random() < 0.3 else ([""] * 9, False)
        made.append(leader + partner + [chance.choice(TEXTS) if one or other else ""])
    return made


HOUSEHOLDS = households()


def table(municipality, rows, edition=0, wrong=0):
    """The rows of a month. An `edition` of the same month differs in a household or two; `wrong` rows have a code that
    there is not."""
    step = 1 + 2 * (int(municipality) % 400)
    lines = []
    for number in range(1, rows + 1):
        lines.append([MONTH, municipality, f"{number:04}"] + HOUSEHOLDS[(number * step + int(municipality)) % len(HOUSEHOLDS)])
    lines[edition % rows] = lines[edition % rows][:3] + HOUSEHOLDS[edition // rows % len(HOUSEHOLDS)]
    for number in range(wrong):
        line = lines[(number + 1) * rows // (wrong + 2)]
        line[3:] = ["", "77"] + [""] * 17
    return lines


def file(kind, lines):
    """The bytes of a file of `kind`."""
    return csv(lines) if kind == CSV else workbook(lines)


def csv(lines):
    return "\r\n".join(map(";".join, [HEADER] + lines)).encode() + b"\r\n"


def workbook(lines):
    """A workbook of one sheet, as spreadsheet programs write it: shared strings, no empty cells."""
    strings = {}
    letters = [chr(ord("A") + column) for column in range(len(HEADER))]

    def cell(column, row, text):
        if text.isdigit() and (column == 2 or len(text) < 3):
            return f'<c r="{letters[column]}{row}"><v>{int(text)}</v></c>'
        return f'<c r="{letters[column]}{row}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

    rows = []
    for row, line in enumerate([HEADER] + lines, 1):
        cells = "".join(cell(column, row, text) for column, text in enumerate(line) if text)
        rows.append(f'<row r="{row}">{cells}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Insatser" sheetId="1" r:id="rId1"/>'
            '</sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
        "xl/sharedStrings.xml":
            f'<sst xmlns="{main}">' + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            stamp = zipfile.ZipInfo(name, date_time=(2013, 5, 16, 9, 40, 0))
            stamp.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(stamp, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return made.getvalue()


def sizes(count, least, most):
    """So many numbers of rows from `least` to `most`, each the same factor above the one before, in mixed order."""
    rows = [round(least * (most / least) ** (place / max(1, count - 1))) for place in range(count)]
    random.Random(290).shuffle(rows)
    return rows
