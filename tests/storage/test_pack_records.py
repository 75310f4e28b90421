"""Pack versions: the wording that was answered, byte for byte."""

import hashlib

import pytest
from storage_samples import PACK, PACK_DIGEST, keep_pack

from collabkit.storage import Store


def test_a_pack_comes_back_byte_for_byte(store: Store) -> None:
    """Line ends and odd bytes included."""
    source = PACK + b"\r\n\x00\xff"
    digest = hashlib.sha256(source).hexdigest()
    store.packs.keep(source, digest=digest, pack_id="sample", version="2", title="Sample")
    assert store.packs.source(digest) == source


def test_a_pack_can_be_kept_twice(store: Store) -> None:
    """Each new assessment may hand in its pack again."""
    keep_pack(store)
    keep_pack(store)
    assert store.packs.source(PACK_DIGEST) == PACK


def test_a_wrong_digest_is_refused(store: Store) -> None:
    """What is pinned is what is kept."""
    with pytest.raises(ValueError, match="not the digest"):
        store.packs.keep(b"other", digest=PACK_DIGEST, pack_id="sample", version="1", title="")
    with pytest.raises(KeyError):
        store.packs.source(PACK_DIGEST)
