"""A pack by its id (the program's own) or by its file (an official's)."""

from pathlib import Path

from msgspec import Struct

from app.domain.errors import Refused, WrongUse
from app.domain.policy import Policy
from app.packs import library, lines
from app.packs.reading import load_bytes, load_kept


class Source(Struct, frozen=True):
    """A pack's bytes; `origin` names it in sentences, `file` is where it lies (None for one of the program's own)."""

    data: bytes
    origin: str
    file: Path | None

    def policy(self) -> Policy:
        """A file is checked, the program's own packs were. Raises WrongUse("pack_invalid")."""
        return load_kept(self.data) if self.file is None else load_bytes(self.data, self.origin)

    def lines(self) -> dict[lines.Place, int]:
        return lines.places(self.data.decode("utf-8-sig"))

    @property
    def cases(self) -> Path:
        """Where its worked cases lie, if it has any."""
        beside = self.file or library.folder() / self.origin
        return beside.with_name("cases.json")


def find(name: str | Path) -> Source:
    """The program's pack of that id, else the file (or the pack.toml in the folder) of that name.

    Raises WrongUse: pack_missing, pack_not_in_folder, pack_unknown; Refused: file_unreadable.
    """
    if str(name) in library.ids():
        return Source(library.pack_bytes(str(name)), f"{name}/pack.toml", None)
    path = Path(name)
    file = path / "pack.toml" if path.is_dir() else path
    if file.is_file():
        return Source(read(file), str(file), file)
    if path.is_dir():
        raise WrongUse("pack_not_in_folder", folder=str(name), instead=_instead(path))
    if path.name == str(name) and not path.suffix:
        raise WrongUse("pack_unknown", pack=name, known="、".join(library.ids()))
    raise WrongUse("pack_missing", file=str(name))


def _instead(folder: Path) -> str:
    """What Windows makes of pack.toml where endings are hidden, if that is what lies there."""
    near = sorted(each.name for each in folder.iterdir() if each.name.lower().startswith("pack") and each.is_file())
    return f"；有一个 {near[0]}，请改名为 pack.toml（先在“查看”里勾上“文件扩展名”）" if near else ""


def read(file: Path) -> bytes:
    """The bytes of a file beside the packs. Raises Refused("file_unreadable")."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused("file_unreadable", file=str(file)) from error


def own_file(name: str | Path) -> Source:
    """A pack that may be changed: a file, and not one of the program's own. Raises WrongUse("pack_shipped") too."""
    source = find(name)
    shipped = library.folder().resolve()
    if source.file is None or shipped in source.file.resolve().parents:
        raise WrongUse("pack_shipped", pack=name)
    return source


def before(source: Source, policy: Policy) -> Source | None:
    """What a pack is compared with: the one it was copied from, else the program's pack of that county a year earlier.

    A pack beside it in the same folder of packs goes before the program's own of that id.
    """
    if policy.copied_from:
        beside = _beside(source, policy.copied_from)
        if beside:
            return find(beside)
        if policy.copied_from in library.ids():
            return find(policy.copied_from)
    for info in library.available():
        earlier = library.load(info.id)
        if (earlier.region_code, earlier.benefit_year) == (policy.region_code, policy.benefit_year - 1):
            return find(info.id)
    return None


def _beside(source: Source, id: str) -> Path | None:
    """The folder of a pack next to this one's own folder."""
    if source.file is None:
        return None
    own = source.file.resolve().parent
    folder = own.parent / id
    return folder if folder != own and folder.joinpath("pack.toml").is_file() else None
