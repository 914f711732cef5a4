"""The first things that are asked of measures, prices and shapes. Tables only; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args


def _real(rng: Random) -> float:
    return rng.choice((float(rng.randint(-40, 120)), rng.randint(-400, 1200) / 10))


OPS = (
    Op(
        key="to_fahrenheit",
        names="celsius_to_fahrenheit to_fahrenheit fahrenheit",
        params="celsius:float",
        returns="float",
        think="Multiply by 9 / 5. Add 32.",
        code="return $celsius * 9 / 5 + 32",
        inputs=args(_real),
    ),
    Op(
        key="to_celsius",
        names="fahrenheit_to_celsius to_celsius celsius",
        params="fahrenheit:float",
        returns="float",
        think="Subtract 32. Multiply by 5 / 9.",
        code="return ($fahrenheit - 32) * 5 / 9",
        inputs=args(_real),
    ),
    Op(
        key="convert",
        names="$name",
        params="amount:float",
        returns="float",
        axes=(
            {
                "km_miles": {
                    "name": "kilometers_to_miles",
                    "from": "kilometers",
                    "to": "miles",
                    "fact": "One mile is 1.609344 kilometers.",
                    "code": "$amount / 1.609344",
                },
                "miles_km": {
                    "name": "miles_to_kilometers",
                    "from": "miles",
                    "to": "kilometers",
                    "fact": "One mile is 1.609344 kilometers.",
                    "code": "$amount * 1.609344",
                },
                "hours_minutes": {
                    "name": "hours_to_minutes",
                    "from": "hours",
                    "to": "minutes",
                    "fact": "One hour has 60 minutes.",
                    "code": "$amount * 60",
                },
                "minutes_hours": {
                    "name": "minutes_to_hours",
                    "from": "minutes",
                    "to": "hours",
                    "fact": "One hour has 60 minutes.",
                    "code": "$amount / 60",
                },
                "m_cm": {
                    "name": "meters_to_centimeters",
                    "from": "meters",
                    "to": "centimeters",
                    "fact": "One meter is 100 centimeters.",
                    "code": "$amount * 100",
                },
                "inches_cm": {
                    "name": "inches_to_centimeters",
                    "from": "inches",
                    "to": "centimeters",
                    "fact": "One inch is 2.54 centimeters.",
                    "code": "$amount * 2.54",
                },
                "cents_dollars": {
                    "name": "cents_to_dollars",
                    "from": "cents",
                    "to": "dollars",
                    "fact": "One dollar is 100 cents.",
                    "code": "$amount / 100",
                },
                "g_kg": {
                    "name": "grams_to_kilograms",
                    "from": "grams",
                    "to": "kilograms",
                    "fact": "One kilogram is 1000 grams.",
                    "code": "$amount / 1000",
                },
            },
        ),
        think="$fact Return $code.",
        code="return $code",
        inputs=args(_real),
    ),
    Op(
        key="area",
        names="$name",
        params="width:float height:float",
        returns="float",
        axes=(
            {
                "rectangle": {"name": "rectangle_area", "what": ("area of a rectangle",), "code": "$width * $height"},
                "perimeter": {
                    "name": "rectangle_perimeter",
                    "what": ("perimeter of a rectangle",),
                    "code": "2 * ($width + $height)",
                },
                "triangle": {"name": "triangle_area", "what": ("area of a triangle",), "code": "$width * $height / 2"},
            },
        ),
        think="Return $code.",
        code="return $code",
        inputs=args(lambda rng: abs(_real(rng)), lambda rng: abs(_real(rng))),
    ),
    Op(
        key="circle",
        names="$name",
        params="radius:float",
        returns="float",
        axes=(
            {
                "area": {"name": "circle_area", "what": ("area",), "code": "math.pi * $radius ** 2"},
                "around": {"name": "circumference", "what": ("circumference",), "code": "2 * math.pi * $radius"},
            },
        ),
        think="The $what is $code.",
        code="return $code",
        inputs=args(lambda rng: abs(_real(rng))),
    ),
    Op(
        key="percent",
        names="percentage percent percentage_of",
        params="part:float whole:float",
        returns="float",
        think="Divide $part by $whole. Multiply by 100.",
        code="return $part / $whole * 100",
        inputs=args(lambda rng: float(rng.randint(0, 90)), lambda rng: float(rng.randint(1, 90))),
    ),
    Op(
        key="hypotenuse",
        names="hypotenuse pythagoras longest_side",
        params="a:float b:float",
        returns="float",
        think="Return the square root of $a ** 2 + $b ** 2.",
        code="return math.sqrt($a ** 2 + $b ** 2)",
        inputs=args(lambda rng: float(rng.randint(0, 20)), lambda rng: float(rng.randint(0, 20))),
    ),
    Op(
        key="discount",
        names="apply_discount discounted_price price_after_discount",
        params="price:float percent:float",
        returns="float",
        think="The rest of the price is 100 - $percent percent of it.",
        code="return $price * (100 - $percent) / 100",
        inputs=args(lambda rng: abs(_real(rng)), lambda rng: float(rng.randint(0, 100))),
    ),
)
