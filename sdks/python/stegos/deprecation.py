"""Methods that are on their way out: told where they are called, by Python's own means (`python -W`, `warnings`)."""

import sys
import warnings

if sys.version_info >= (3, 13):
    from warnings import deprecated
else:
    from functools import wraps
    from typing import Any, Callable, TypeVar, cast

    Function = TypeVar("Function", bound=Callable[..., Any])

    def deprecated(message: str) -> Callable[[Function], Function]:
        """What Python has from 3.13 on (PEP 702), as far as methods need it."""

        def mark(function: Function) -> Function:
            @wraps(function)
            def told(*args: Any, **keywords: Any) -> Any:
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **keywords)

            return cast(Function, told)

        return mark


def tell_deprecated(message: str) -> None:
    """Warns whoever called the caller of this."""
    warnings.warn(message, DeprecationWarning, stacklevel=3)


__all__ = ["deprecated", "tell_deprecated"]
