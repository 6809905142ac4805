"""Lists, item by item."""

from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, Optional, Protocol, Tuple, TypeVar

Member = TypeVar("Member", covariant=True)


class Page(Protocol[Member]):
    """A page as every list of the contract answers it."""

    @property
    def items(self) -> Tuple[Member, ...]: ...

    @property
    def next(self) -> str: ...

    @property
    def complete(self) -> bool: ...


def list_all(method: Callable[..., Page[Member]], **params: Any) -> Iterator[Member]:
    """Every item of a list there is now, page by page.

    Example:
        for entry in stegos.list_all(client.account.history, account_id=account_id):
            print(entry)
    """
    cursor: Optional[str] = params.pop("cursor", None)
    while True:
        page = method(**params, cursor=cursor)
        yield from page.items
        if page.complete:
            return
        cursor = page.next


async def list_all_async(method: Callable[..., Awaitable[Page[Member]]], **params: Any) -> AsyncIterator[Member]:
    """Every item of a list there is now, page by page: `async for` over it."""
    cursor: Optional[str] = params.pop("cursor", None)
    while True:
        page = await method(**params, cursor=cursor)
        for item in page.items:
            yield item
        if page.complete:
            return
        cursor = page.next
