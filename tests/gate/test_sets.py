import gzip
import json

import pytest

from coranto.gate.sets import find, load


def put(folder, name, body):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(body.encode()) if name.endswith(".gz") else body.encode())
    return path


@pytest.mark.parametrize(
    "name", ["PLV.tsv", "PLV_train.tsv.gz", "PLV_dev.tsv", "PLV_test.tsv", "PLV_test.tsv.gz", "PLV.jsonl"]
)
def test_finds_any_suffix_packed_or_not(tmp_path, name):
    path = put(tmp_path, f"events/{name}", "x")
    assert find(tmp_path, "events/PLV") == (path,)


def test_finds_each_stem_once_and_no_other_set(tmp_path):
    put(tmp_path, "stories/t17.jsonl", "{}")
    put(tmp_path, "stories/t17_gold.jsonl.gz", "{}")
    put(tmp_path, "stories/t17_gold.jsonl", "{}")
    assert [path.name for path in find(tmp_path, "stories/t17")] == ["t17.jsonl"]
    assert [path.name for path in find(tmp_path, "stories/t17_gold")] == ["t17_gold.jsonl"]
    assert find(tmp_path, "events/ecb") == ()


def test_broken_rows_are_counted(tmp_path):
    rows = '{"id": 1}\n{"id": \n\n[1]\n' + "[" * 100_000 + '\n{"id": 2}\n'
    corpus = load(put(tmp_path, "a/set_dev.jsonl", rows))
    assert [row["id"] for row in corpus.rows] == [1, 2]
    assert (corpus.broken, corpus.name) == (3, "set_dev")


def test_a_broken_file_is_one_broken_row(tmp_path):
    path = put(tmp_path, "set.jsonl.gz", '{"id": 1}\n' * 1000)
    path.write_bytes(path.read_bytes()[:30])
    assert load(path).broken == 1
    (tmp_path / "rows.json").write_text("{nothing", encoding="utf-8")
    assert load(tmp_path / "rows.json").broken == 1


def test_json_lists_and_limits(tmp_path):
    path = put(tmp_path, "ecb_dev.json", json.dumps([{"a": 1}, 5, {"a": 2}, {"a": 3}]))
    assert len(load(path).rows) == 3
    assert load(path).broken == 1
    assert len(load(path, 2).rows) == 2


def test_tables_with_and_without_quoting(tmp_path):
    quoted = put(tmp_path, "a.tsv", 'id\tsentence\n1\t"He said ""no""."\n2\tplain\n3\n')
    assert [row.get("sentence") for row in load(quoted).rows] == ['"He said ""no""."', "plain"]
    even = put(tmp_path, "b.tsv", 'id\tsentence\n1\t"He said ""no""."\n2\tplain\n')
    assert [row["sentence"] for row in load(even).rows] == ['He said "no".', "plain"]
    stray = put(tmp_path, "c.tsv", 'id\tsentence\n1\t"No, he said\n2\tplain\n3\t"Yes, he said\n')
    assert [row["sentence"] for row in load(stray).rows] == ['"No, he said', "plain", '"Yes, he said']


def test_tagged_sentences_make_documents(tmp_path):
    body = (
        "# newdoc id = one\n# sent_id = 1\n# text = Lena sang.\n1\tLena\tB-PER\n2\tsang\tO\n3\t.\tO\n\n"
        "# text = She left.\n1\tShe\tO\n2\tleft\tO\n3\t.\tO\n\n# newdoc id = two\n# text = Oslo\n1\tOslo\tB-LOC\n"
    )
    rows = load(put(tmp_path, "names_dev.iob2", body)).rows
    assert [(row["id"], len(row["sentences"])) for row in rows] == [("one", 2), ("two", 1)]
    assert rows[0]["sentences"][0]["tokens"][0] == ["Lena", "B-PER"]


def test_the_digest_is_of_the_unpacked_bytes(tmp_path):
    plain, packed = put(tmp_path, "s.jsonl", '{"a": 1}\n'), put(tmp_path, "t.jsonl.gz", '{"a": 1}\n')
    other = put(tmp_path, "u.jsonl", '{"a": 2}\n')
    assert load(plain).digest == load(packed).digest != load(other).digest
