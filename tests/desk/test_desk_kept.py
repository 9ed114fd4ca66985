"""What is remembered for a page is made anew once somebody has written to the archive."""

from coranto.desk.kept import kept
from coranto.store import Archive


def test_remembered_until_the_archive_changes(tmp_path):
    made = []

    def make():
        made.append(1)
        return {"many": len(made)}

    path = tmp_path / "a.coranto"
    with Archive(path) as archive:
        assert kept(archive, dict, ("x", "one"), make) == {"many": 1}
        assert kept(archive, dict, ("x", "one"), make) == {"many": 1}
        assert kept(archive, dict, ("x", "two"), make) == {"many": 2}
        assert kept(archive, list, ("x", "one"), list) == []
    with Archive(path) as other, other.write():
        other.mark_dirty({"sto-1"})
    with Archive(path) as archive:
        assert kept(archive, dict, ("x", "one"), make)["many"] > 2


def test_two_archives_do_not_mix(tmp_path):
    for number, name in enumerate(("a", "b")):
        with Archive(tmp_path / name) as archive:
            assert kept(archive, list, ("x",), lambda number=number: [number]) == [number]


def test_only_so_much_is_remembered(tmp_path):
    with Archive(tmp_path / "a") as archive:
        for number in range(400):
            kept(archive, list, (str(number),), list)
        from coranto.desk import kept as room

        assert len(room._held) <= 128
