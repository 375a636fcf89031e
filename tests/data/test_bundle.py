import re
from pathlib import Path

import align.data

FOLDER = Path(align.data.__file__).parent
DATA = sorted(p for p in FOLDER.iterdir() if p.suffix in (".z", ".tsv", ".txt"))


def test_the_data_files_are_the_expected_ones() -> None:
    names = [
        "chat_words.txt",
        "common_words.txt.z",
        "confusables.tsv",
        "gazetteer.txt.z",
        "given_names.txt.z",
        "proper_names.txt.z",
        "words.txt.z",
    ]
    assert [p.name for p in DATA] == names


def test_the_readme_gives_every_file_its_source() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in DATA if p.name not in readme] == []
    assert [p.name for p in (FOLDER / "licences").iterdir() if p.name not in readme] == []


def test_the_folder_stays_small() -> None:
    assert sum(p.stat().st_size for p in FOLDER.rglob("*") if p.is_file() and p.suffix != ".pyc") < 2_000_000
    assert (FOLDER / "gazetteer.txt.z").stat().st_size < 1_000_000
    assert (FOLDER / "words.txt.z").stat().st_size < 300_000


def test_the_product_does_not_import_the_build_scripts() -> None:
    imports_one = re.compile(
        r"from align\.data\.build\b|import align\.data\.build\b|from align\.data import build\b"
    )
    modules = [p for p in FOLDER.parent.rglob("*.py") if FOLDER / "build" not in p.parents]
    assert [p.name for p in modules if imports_one.search(p.read_text(encoding="utf-8"))] == []
