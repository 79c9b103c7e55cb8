"""The look of the calendar: light, dark and printed, under a class of its own, for it may stand in a page."""

_LIGHT = (
    "--paper: #fdfcf8; --ink: #1f2421; --soft: #565d58; --line: #d9d5c9; --group: #16604d; --all: #c9e0d6;"
    " --edge: #16604d; --on: #fdfcf8; --now: #a8380c"
)
_DARK = (
    "--paper: #161917; --ink: #e9e6dd; --soft: #a9aea8; --line: #3a403c; --group: #8fd3b9; --all: #1d332b;"
    " --edge: #8fd3b9; --on: #161917; --now: #f2a27e"
)
_FONTS = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif'
STYLE = f"""
.calendar {{ {_LIGHT}; width: 100%; height: auto; font-family: {_FONTS}; }}
@media (prefers-color-scheme: dark) {{ .calendar {{ {_DARK} }} }}
@media print {{ .calendar {{ {_LIGHT}; --paper: #fff }} }}
.calendar .paper {{ fill: var(--paper); }}
.calendar text {{ fill: var(--ink); font-size: 12.5px; }}
.calendar .name {{ font-size: 20px; font-weight: 700; }}
.calendar .title {{ font-weight: 600; }}
.calendar .when, .calendar .soft {{ fill: var(--soft); font-size: 11px; }}
.calendar .strong {{ fill: var(--ink); font-weight: 700; }}
.calendar .number {{ fill: var(--on); font-size: 10px; font-weight: 700; text-anchor: middle; }}
.calendar .month {{ stroke: var(--line); }}
.calendar .year {{ stroke: var(--soft); }}
.calendar .today {{ stroke: var(--now); stroke-width: 2; }}
.calendar .plenary {{ fill: var(--ink); }}
.calendar .group {{ fill: var(--group); stroke: var(--edge); }}
.calendar .collective {{ fill: var(--all); stroke: var(--edge); }}
.calendar .planned {{ fill: none; stroke: var(--soft); stroke-dasharray: 3 2; }}
"""
