//! Numbers written in every notation and read back: nothing is lost on the way.

use gongwen::numeral::{Form, Numeral, Script};
use proptest::prelude::*;
use rust_decimal::Decimal;

const FORMS: [Form; 6] = [Form::Arabic, Form::Grouped, Form::Mixed, Form::Han, Form::Financial, Form::Digits];

const SCRIPTS: [Script; 2] = [Script::Simplified, Script::Traditional];

/// The ways in which pages and print differ from what is written here.
const DRESSES: [fn(&str) -> String; 4] = [
    str::to_owned,
    |text| {
        // Full width, with the comma and the point of full-width text.
        let wide = |c: char| match c {
            '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c),
            ',' => '，',
            '.' => '．',
            c => c,
        };
        text.chars().map(wide).collect()
    },
    |text| text.replace('〇', "○"),
    |text| text.replace('-', "−"),
];

/// Writes a number in every notation and reads it back.
fn round_trip(value: Decimal) {
    let numeral = Numeral::from(value);
    for form in FORMS {
        for script in SCRIPTS {
            let text = numeral.written(form, script).to_string();
            for dress in DRESSES {
                let text = dress(&text);
                let read = text.parse::<Numeral>();
                assert_eq!(read.map(Numeral::value), Ok(value), "{value} written {text}");
            }
        }
    }
}

/// A number of `bits` bits with `scale` decimals.
fn decimal(bits: u128, width: u32, scale: u32, negative: bool) -> Decimal {
    let mantissa =
        i128::try_from(bits >> 32 >> (96 - width.clamp(1, 96))).expect("OK because 96 bits are left");
    Decimal::from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).normalize()
}

/// What counts as round to people: 三亿五千万, 一万零三十.
fn sparse(mut bits: u128) -> Decimal {
    let mut value = 0u128;
    for _ in 0..=bits % 4 {
        let (digit, place) =
            ((bits >> 2) % 10, u32::try_from((bits >> 6) % 28).expect("OK because it is below 28"));
        value += digit * 10u128.pow(place);
        bits >>= 16;
    }
    Decimal::from_i128_with_scale(i128::try_from(value).expect("OK because 4e28 fits"), 0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_comes_back(
        bits in any::<u128>(), width in 1u32..=96, scale in 0u32..=28, negative in any::<bool>(),
    ) {
        round_trip(decimal(bits, width, 0, negative));
        round_trip(decimal(bits, width, scale, negative));
        round_trip(sparse(bits));
    }

    /// In a sentence a number is one quantity, whole.
    #[test]
    fn every_number_in_a_sentence_is_one_quantity(bits in any::<u128>(), width in 2u32..=60, scale in 0u32..=6) {
        let value = decimal(bits, width, scale, false);
        prop_assume!(value >= Decimal::TWO);
        for form in FORMS {
            for script in SCRIPTS {
                let text = Numeral::from(value).written(form, script).to_string();
                // So many digits without a comma are cells of a table run together.
                if form == Form::Arabic && value >= Decimal::from(1_000_000_000_000u64) {
                    continue;
                }
                let expected = (format!("{text}元"), value.to_string());
                let sentence = format!("投资{text}元。");
                let document = gongwen::parse(&sentence);
                let found: Vec<_> = document
                    .quantities()
                    .map(|q| (document.slice(q.span).to_owned(), q.amount.to_string()))
                    .collect();
                prop_assert_eq!(found, [expected]);
            }
        }
    }
}

/// The same over a million numbers; `cargo test --release --test numerals -- --ignored` takes a minute.
#[test]
#[ignore = "long"]
fn a_million_numbers_come_back() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    // splitmix64
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    };
    for i in 0..500_000u32 {
        let bits = u128::from(next()) << 64 | u128::from(next());
        round_trip(decimal(bits, 1 + i % 96, i / 96 % 29, i % 2 == 1));
        round_trip(sparse(bits));
    }
}
