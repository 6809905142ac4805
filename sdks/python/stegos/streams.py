"""The streams of one client, and who waits on them: the same for both clients."""

import weakref
from typing import Optional, Sequence

from .caller import Caller
from .follower import Follower, OnDisconnect
from .waiting import Waiter


class Streams:
    """Opens streams, and ends them all."""

    def __init__(self, caller: Caller, probe_interval: float) -> None:
        self._caller = caller
        self._probe_interval = probe_interval
        self._followers: "weakref.WeakSet[Follower]" = weakref.WeakSet()
        self.waiter = Waiter(caller, self.follow)

    def follow(
        self,
        topics: Sequence[str],
        account_id: Optional[str],
        from_: Optional[str] = None,
        on_disconnect: Optional[OnDisconnect] = None,
    ) -> Follower:
        follower = Follower(
            self._caller,
            topics=topics,
            account_id=account_id,
            from_=from_,
            on_disconnect=on_disconnect,
            probe_interval=self._probe_interval,
        )
        self._followers.add(follower)
        return follower

    def close(self) -> None:
        """May be called from another thread."""
        for follower in list(self._followers):
            follower.close()
