"""A user's own model for names: a folder with a token classifier, or a spaCy pipeline."""

import json
import re
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import small_model

from coranto.errors import ConfigError, PartError
from coranto.flow.line import line_name
from coranto.reading import asked, read
from coranto.reading.encoder.own import own_model, own_names
from coranto.reading.encoder.pipeline import Pipeline
from coranto.reading.names.find import bare_article
from coranto.reading.names.tokens import units
from coranto.settings import ReadingOptions, load

TEXT = (
    "On Friday Mirelo Tandquist met the Quillmark Boatyard's owners in Zennor. US-led talks at Lampfest failed."
    " The Quillmark sank."
)
ARTICLE = bare_article(TEXT)
NAMES = {
    ("Mirelo Tandquist", "person"),
    ("Quillmark Boatyard", "organisation"),
    ("Zennor", "place"),
    ("Quillmark", "organisation"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return small_model.write(tmp_path_factory.mktemp("small"))


def options(setting):
    return ReadingOptions(names_model=str(setting))


def found(setting, article=ARTICLE):
    return {(one.text, one.kind) for one in read(article, options=options(setting)).names}


def seen(setting, article=ARTICLE):
    """What the model sees, as words with the kind."""
    sights = own_names(article, str(setting))
    cut = [unit for unit in units(article) if unit.tokens]
    return [
        (" ".join(token.text for token in unit.tokens[one.span[0] : one.span[1]]), one.kind)
        for unit in cut
        for one in sights.names_of(unit).spans
    ]


def test_names_are_those_of_the_model(folder):
    assert found(folder) == NAMES != {(one.text, one.kind) for one in read(ARTICLE).names}
    assert read(ARTICLE, options=options(folder)) == read(ARTICLE, options=options(folder))


def test_articles_and_possessives_are_no_part_of_a_name_nor_is_what_is_tied_to_it(folder):
    assert [text for text, _ in seen(folder)] == ["Mirelo Tandquist", "Quillmark Boatyard", "Zennor", "Quillmark"]


def test_the_lists_stand(folder):
    assert ("Peru", "place") in found(folder, bare_article("Officials of Peru met Mirelo Tandquist."))


def test_any_language_is_read_with_it(folder):
    german = replace(bare_article("Am Freitag traf Mirelo Tandquist die Leute aus Zennor."), lang="de")
    assert {("Mirelo Tandquist", "person"), ("Zennor", "place")} <= found(folder, german)


def test_the_model_is_named_in_the_row_and_in_the_line(folder, tmp_path):
    other = small_model.write(tmp_path / "other", pieces={**small_model.PIECES, "ness": "B-LOC"})
    first, second = (read(ARTICLE, options=options(one)).part[-1] for one in (folder, other))
    assert re.fullmatch(r"reading\.own\.v1:[0-9a-f]{16}", first)
    assert first != second
    assert first in line_name(options(folder)).split()
    assert "reading.own" not in line_name(ReadingOptions())
    assert asked(options(folder)) == ("reading.encoder.v1", first)
    assert asked(replace(options(folder), model=False)) == (first,)


@pytest.mark.parametrize(
    "marks",
    [
        ("B-PER", "I-PER"),
        ("B-PER", "L-PER"),
        ("I-PER", "I-PER"),
        ("PERSON", "PERSON"),
        ("b_per", "e_per"),
        ("B-person-actor", "I-person-actor"),
    ],
)
def test_names_are_marked_in_many_ways(tmp_path, marks):
    pieces = {"mirelo": marks[0], "tandquist": marks[1]}
    whole = small_model.write(tmp_path / "m", labels=("O", *dict.fromkeys(marks)), pieces=pieces)
    assert seen(whole, bare_article("There Mirelo Tandquist sang.")) == [("Mirelo Tandquist", "person")]


@pytest.mark.parametrize("marks", [("U-PER", "U-PER"), ("I-PER", "B-PER"), ("B-PER", "S-PER"), ("PER", "LOC")])
def test_names_beside_one_another_are_kept_apart(tmp_path, marks):
    pieces = {"mirelo": marks[0], "tandquist": marks[1]}
    whole = small_model.write(tmp_path / "m", labels=("O", *dict.fromkeys(marks)), pieces=pieces)
    kept = [text for text, _ in seen(whole, bare_article("There Mirelo Tandquist sang."))]
    assert kept == ["Mirelo", "Tandquist"]


def test_a_sentence_beyond_the_window_is_cut(folder):
    long = bare_article("Mirelo Tandquist sang " + "and danced " * 40 + "in Zennor.")
    assert seen(folder, long) == [("Mirelo Tandquist", "person")]


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "中国和俄罗斯举行会谈。", "Mirelo" * 5000])
def test_any_text_is_read(folder, text):
    assert read(bare_article(text, text), options=options(folder)).part[-1].startswith("reading.own.v1:")


def test_a_vocabulary_may_keep_capitals_and_marks(tmp_path):
    whole = small_model.write(tmp_path / "m", pieces={"Zennor": "B-LOC", "Élan": "B-ORG"})
    (whole / "tokenizer_config.json").write_text('{"do_lower_case": false}')
    article = bare_article("In Zennor zennor ZENNOR Élan Elan.")
    assert [text for text, _ in seen(whole, article)] == ["Zennor", "Élan"]


def test_a_folder_may_tell_no_window_and_be_for_other_files(tmp_path):
    whole = small_model.write(tmp_path / "m", max_position_embeddings=None)
    (whole / "tokenizer_config.json").unlink()
    assert found(whole) == NAMES


def gone(name):
    return lambda at: (at / name).unlink()


def held(name, content):
    return lambda at: (at / name).write_bytes(content)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (gone("model.onnx"), "has no model.onnx; optimum-cli export onnx"),
        (gone("config.json"), "has no config.json"),
        (gone("vocab.txt"), "has neither vocab.txt nor tokenizer.json"),
        (held("model.onnx", b"no model"), "is no ONNX model"),
        (held("model.onnx", small_model.model([[0.0, 1.0]] * 20)), "is no token classifier, or not theirs"),
        (held("model.onnx", small_model.model([[0.0] * 9] * 2)), "can't be run"),
        (held("model.onnx", small_model.model([[0.0] * 9] * 20, ("input_ids", "bbox"))), "asks for bbox"),
        (held("config.json", b"{"), "is no JSON"),
        (held("config.json", b"[]"), "holds no object"),
        (held("config.json", b"{}"), "has no id2label"),
        (held("config.json", b'{"id2label": {"1": "B-PER"}}'), "does not number its labels"),
        (held("config.json", b'{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}'), "it has LABEL_0, LABEL_1. Known"),
        (held("vocab.txt", b"\xff"), "can't be read"),
        (held("vocab.txt", b"<s>\n</s>\n"), r"has no \[UNK\], \[CLS\], \[SEP\]"),
    ],
)
def test_what_is_wrong_with_a_folder_is_told(tmp_path, broken, told):
    whole = small_model.write(tmp_path / "m")
    broken(whole)
    with pytest.raises(ConfigError, match=rf"^reading\.names_model: .*{told}"):
        line_name(options(whole))


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ConfigError, match="there is no folder"):
        read(ARTICLE, options=options(tmp_path / "none"))


class Words:
    """As much of `tokenizers.Tokenizer` as is used: a piece a word, those in brackets stand for no text."""

    @classmethod
    def from_file(cls, path):
        return cls(json.loads(Path(path).read_text(encoding="utf-8")))

    def __init__(self, known):
        self.known, self.most = known, 0

    def no_padding(self):
        pass

    def enable_truncation(self, most):
        self.most = most

    def encode(self, text):
        words = [(one[0].lower(), one.span()) for one in re.finditer(r"tand|quist|\w+|\S", text, re.IGNORECASE)]
        pieces = [("[CLS]", (0, 0)), *words[: self.most - 2], ("[SEP]", (0, 0))]
        return SimpleNamespace(
            ids=[self.known.get(piece, 1) for piece, _ in pieces], offsets=[span for _, span in pieces]
        )


def with_tokenizer(folder, write):
    """The folder of the small model with a tokenizer for its vocabulary."""
    whole = small_model.write(folder)
    known = {piece: n for n, piece in enumerate((whole / "vocab.txt").read_text().split())}
    write(whole / "tokenizer.json", known)
    (whole / "vocab.txt").unlink()
    return whole


def test_a_tokenizer_is_read_with_its_package(tmp_path, monkeypatch):
    whole = with_tokenizer(tmp_path / "m", lambda path, known: path.write_text(json.dumps(known)))
    monkeypatch.setitem(sys.modules, "tokenizers", ModuleType("tokenizers"))
    sys.modules["tokenizers"].Tokenizer = Words
    assert found(whole) == NAMES
    long = bare_article("Mirelo Tandquist sang " + "and danced " * 40 + "in Zennor.")
    assert seen(whole, long) == [("Mirelo Tandquist", "person")]


def test_a_tokenizer_without_its_package_tells_how_to_get_it(tmp_path, monkeypatch):
    whole = with_tokenizer(tmp_path / "m", lambda path, known: path.write_text("{}"))
    monkeypatch.setitem(sys.modules, "tokenizers", None)
    with pytest.raises(PartError, match=re.escape("pip install 'coranto[models]'")):
        line_name(options(whole))


def test_a_broken_tokenizer_is_told(tmp_path):
    pytest.importorskip("tokenizers", reason="the extra [models] is not installed")
    whole = with_tokenizer(tmp_path / "m", lambda path, known: path.write_text("{}"))
    with pytest.raises(ConfigError, match=r"tokenizer\.json can't be read"):
        line_name(options(whole))


def test_a_real_tokenizer(tmp_path):
    made = pytest.importorskip("tokenizers", reason="the extra [models] is not installed")

    def write(path, known):
        tokenizer = made.Tokenizer(made.models.WordPiece(known, unk_token="[UNK]"))
        tokenizer.normalizer = made.normalizers.BertNormalizer(lowercase=True)
        tokenizer.pre_tokenizer = made.pre_tokenizers.BertPreTokenizer()
        ends = [(mark, known[mark]) for mark in ("[CLS]", "[SEP]")]
        tokenizer.post_processor = made.processors.TemplateProcessing("[CLS] $A [SEP]", special_tokens=ends)
        tokenizer.save(str(path))

    whole = with_tokenizer(tmp_path / "m", write)
    assert found(whole) == NAMES
    assert read(bare_article("\ud800 Mirelo Tandquist"), options=options(whole)).names


class Stub:
    """As much of a spaCy pipeline as is used; its entities are those of a list."""

    meta: dict[str, str] = {"version": "1.2"}  # noqa: RUF012

    def __init__(self, entities, parts=("tok2vec", "tagger", "ner")):
        self.entities, self.pipe_names = entities, list(parts)
        self.pipe_labels = {"ner": [label for _, label in entities]}

    def disable_pipe(self, name):
        self.pipe_names.remove(name)

    def pipe(self, texts):
        for text in texts:
            ents = [
                SimpleNamespace(start_char=one.start(), end_char=one.end(), label_=label)
                for words, label in self.entities
                for one in re.finditer(re.escape(words), text)
            ]
            yield SimpleNamespace(ents=ents)


@pytest.fixture
def spacy_with(monkeypatch):
    """spaCy in the place of which stands a module with one pipeline."""

    def put(stub, known=("en_small",)):
        own_model.cache_clear()
        module = ModuleType("spacy")
        module.util = SimpleNamespace(is_package=lambda name: name in known)
        module.load = lambda name: stub
        monkeypatch.setitem(sys.modules, "spacy", module)
        return stub

    yield put
    own_model.cache_clear()


ENTITIES = [
    ("Mirelo Tandquist", "PERSON"),
    ("the Quillmark Boatyard's", "ORG"),
    ("Zennor", "GPE"),
    ("US", "GPE"),
    ("The Quillmark", "ORG"),
    ("Friday", "DATE"),
]


def test_a_pipeline_gives_names(spacy_with):
    stub = spacy_with(Stub(ENTITIES))
    assert [text for text, _ in seen("spacy:en_small")] == [
        "Mirelo Tandquist",
        "Quillmark Boatyard",
        "Zennor",
        "Quillmark",
    ]
    assert found("spacy:en_small") == NAMES
    assert read(ARTICLE, options=options("spacy:en_small")).part[-1] == "reading.own.v1:en_small-1.2"
    assert stub.pipe_names == ["tok2vec", "ner"]


def test_a_pipeline_with_rules_of_its_own_keeps_what_they_may_ask_for(spacy_with):
    stub = spacy_with(Stub(ENTITIES, ("tagger", "entity_ruler")))
    assert ("Zennor", "place") in seen("spacy:en_small")
    assert stub.pipe_names == ["tagger", "entity_ruler"]


def test_what_is_wrong_with_a_pipeline_is_told(spacy_with, monkeypatch):
    spacy_with(Stub([("Friday", "DATE")]))
    with pytest.raises(ConfigError, match="no label of the pipeline en_small means a kind of name; it has DATE"):
        line_name(options("spacy:en_small"))
    with pytest.raises(PartError, match="python -m spacy download en_other"):
        line_name(options("spacy:en_other"))
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(PartError, match=re.escape("pip install 'coranto[spacy]'")):
        line_name(options("spacy:en_small"))


def test_a_real_pipeline(monkeypatch):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spacy = pytest.importorskip("spacy", reason="the extra [spacy] is not installed")
        made = spacy.blank("en")
        ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in ENTITIES])
    monkeypatch.setattr(spacy.util, "is_package", lambda name: True)
    monkeypatch.setattr(spacy, "load", lambda name: made)
    pipeline = Pipeline("made")
    names = pipeline.names(units(ARTICLE))
    assert sorted({one.kind for line in names for one in line.spans}) == ["organisation", "person", "place"]
    assert pipeline.ident.startswith("made-")


def test_the_example_of_the_docs(tmp_path, monkeypatch):
    page = (Path(__file__).parents[2] / "docs" / "5-settings.md").read_text(encoding="utf-8")
    shown = re.search(r"^```toml\n(\[reading\]\nnames_model = \"(models/.*?)\"\n)```$", page, flags=re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    small_model.write(tmp_path / shown[2])
    Path("my.toml").write_text(shown[1], encoding="utf-8")
    assert found(load(Path("my.toml")).reading.names_model) == NAMES
