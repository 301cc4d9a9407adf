"""Option bundles: options that several commands share, declared once as a named tuple.

A command takes a bundle as one parameter; Typer sees the bundle's fields as options of
their own. So no command repeats them and each stays a short function.
"""

from __future__ import annotations

import inspect
import typing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def spread(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function with the fields of its bundles as parameters in their place."""
    hints = typing.get_type_hints(function, include_extras=True)
    bundles = {name: hint for name, hint in hints.items() if hasattr(hint, "_fields")}

    def call(**options: Any) -> Any:
        for name, bundle in bundles.items():
            fields = {field: options.pop(field) for field in bundle._fields}
            options[name] = bundle(**fields)
        return function(**options)

    spread_out: Any = call
    parameters = list(_parameters(function, hints, bundles))
    spread_out.__name__ = function.__name__
    spread_out.__doc__ = function.__doc__
    spread_out.__signature__ = inspect.Signature(parameters)
    spread_out.__annotations__ = {each.name: each.annotation for each in parameters}
    return call


def _parameters(
    function: Callable[..., Any], hints: dict[str, Any], bundles: dict[str, Any]
) -> Iterator[inspect.Parameter]:
    for name, parameter in inspect.signature(function).parameters.items():
        if name in bundles:
            yield from _fields(bundles[name])
        else:
            yield _keyword(name, hints[name], parameter.default)


def _fields(bundle: Any) -> Iterator[inspect.Parameter]:
    hints = bundle.__annotations__
    if any(isinstance(each, str) for each in hints.values()):
        hints = typing.get_type_hints(bundle, include_extras=True)
    for name in bundle._fields:
        yield _keyword(name, hints[name], bundle._field_defaults[name])


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default
    )
