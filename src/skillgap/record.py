"""What all records are made of: ``typing.NamedTuple``, defined ten times faster.

A command defines a hundred records before it does anything. ``typing.NamedTuple``
takes about 0.2 ms for each, as it checks every annotation and compiles a constructor;
that was a seventh of a whole ``skillgap recommend`` (bench/startup.py). Here the
constructors of all records with as many fields share one compiled body. A type checker
sees the ``NamedTuple`` that a record behaves as; tests/test_record.py holds it to that.
"""

from __future__ import annotations

import sys
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import CodeType
    from typing import NamedTuple as Record
else:
    from _collections import _tuplegetter as field_getter

    class _Definition(type):
        """Makes of a class body with annotated names a tuple with named fields."""

        def __new__(
            cls, name: str, bases: tuple[type, ...], body: dict[str, Any]
        ) -> type:
            body["__slots__"] = ()
            if bases == (tuple,):
                return type.__new__(cls, name, bases, body)
            if bases != (Record,):
                message = f"{name}: a record is derived from Record alone"
                raise TypeError(message)
            fields = tuple(_annotations(body))
            defaults = {each: body[each] for each in fields if each in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                message = f"{name}: a field without a default follows one with it"
                raise TypeError(message)
            for position, each in enumerate(fields):
                body[each] = field_getter(position, None)
            body["_fields"] = body["__match_args__"] = fields
            body["_field_defaults"] = defaults
            body["__new__"] = _constructor(fields, tuple(defaults.values()))
            return type.__new__(cls, name, bases, body)

    class Record(tuple, metaclass=_Definition):  # noqa: SLOT001 - none are given it
        """A value with named fields that never changes and compares by content."""

        def __repr__(self) -> str:
            pairs = zip(self._fields, self, strict=True)
            inside = ", ".join(f"{name}={value!r}" for name, value in pairs)
            return f"{type(self).__name__}({inside})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Record:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                message = f"expected {len(cls._fields)} arguments, got {len(made)}"
                raise TypeError(message)
            return made

        def _replace(self, /, **changes: object) -> Record:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                message = f"got unexpected field names: {list(changes)!r}"
                raise ValueError(message)
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))


__all__ = ["Record"]

new = tuple.__new__

# fmt: off
_SHORT = (
    lambda cls: new(cls, ()),
    lambda cls, a: new(cls, (a,)),
    lambda cls, a, b: new(cls, (a, b)),
    lambda cls, a, b, c: new(cls, (a, b, c)),
    lambda cls, a, b, c, d: new(cls, (a, b, c, d)),
    lambda cls, a, b, c, d, e: new(cls, (a, b, c, d, e)),
    lambda cls, a, b, c, d, e, f: new(cls, (a, b, c, d, e, f)),
    lambda cls, a, b, c, d, e, f, g: new(cls, (a, b, c, d, e, f, g)),
    lambda cls, a, b, c, d, e, f, g, h: new(cls, (a, b, c, d, e, f, g, h)),
    lambda cls, a, b, c, d, e, f, g, h, i: new(cls, (a, b, c, d, e, f, g, h, i)),
    lambda cls, a, b, c, d, e, f, g, h, i, j: new(cls, (a, b, c, d, e, f, g, h, i, j)),
)
# fmt: on
"""The first constructors, by number of fields, written out: Python keeps them compiled,
and compiling one takes longer than all else that a definition takes."""

_BODIES: dict[int, CodeType] = {}
_NAMES = {"new": new}


def _constructor(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    """A ``__new__`` that takes the fields by place or by name."""
    number = len(fields)
    body = _SHORT[number].__code__ if number < len(_SHORT) else _BODIES.get(number)
    if body is None:
        body = _BODIES[number] = _compiled(number)
    code = body.replace(co_varnames=("cls", *fields), co_name="__new__")
    return FunctionType(code, _NAMES, "__new__", defaults)


def _compiled(number: int) -> CodeType:
    places = "".join(f"_{place}, " for place in range(number))
    source = f"lambda cls, {places}: new(cls, ({places}))"
    return eval(source, {}).__code__  # type: ignore[no-any-return]  # noqa: S307 - ours


def _annotations(body: Mapping[str, Any]) -> Iterable[str]:
    """The annotated names of a class body, in order."""
    if "__annotations__" in body:
        return body["__annotations__"]  # type: ignore[no-any-return]
    if sys.version_info >= (3, 14) and "__annotate_func__" in body:
        from annotationlib import Format, call_annotate_function

        # There annotations wait until they are asked for, and only names are.
        return call_annotate_function(body["__annotate_func__"], Format.FORWARDREF)
    return ()
