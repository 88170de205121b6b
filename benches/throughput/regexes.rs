//! What one would write with care and without a parser: an expression for each form, searched for all at once, its groups
//! turned into values. Lists, targets, bounds, subjects and spans of the words around are not attempted.

use std::ops::Range;

use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input, PatternID};

/// What an expression stands for.
#[derive(Clone, Copy)]
enum Form {
    Title,
    DocumentNumber,
    ShortName,
    /// Year, month and day, as far as they are written.
    Date,
    /// The same in Han characters.
    HanDate,
    /// The two ends of a range of years, months or days.
    Range,
    /// What the first group says, with a number in it or not.
    Named,
    /// A number of years, months, days, hours.
    Duration,
    Quantity,
    /// Numerator and denominator are the other way round: 三分之一.
    Fraction,
    QuantityRange,
}

/// A value that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Title { name: String, edition: Option<String> },
    DocumentNumber { issuer: String, year: Option<f64>, serial: String },
    ShortName(String),
    Date { year: Option<f64>, month: Option<f64>, day: Option<f64> },
    Range { first: f64, last: f64, unit: String },
    Named { name: String, number: Option<f64> },
    Duration { number: f64, unit: String },
    Quantity { amount: f64, unit: String },
    QuantityRange { low: f64, high: f64, unit: String },
}

/// Shorthands in the expressions.
const PARTS: [(&str, &str); 6] = [
    // A number in digits, with its groups, decimals and magnitudes.
    ("{n}", r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[十百千万萬亿億兆]*"),
    // Digits alone.
    ("{d}", r"[0-9０-９]"),
    // A number in Han characters.
    ("{h}", r"[零〇○一二两兩三四五六七八九十百千万萬亿億]+(?:点[零一二三四五六七八九]+)?"),
    // Either.
    ("{x}", r"(?:[0-9０-９]+|[零〇○一二两兩三四五六七八九十百]+)"),
    // Between the ends of a range.
    ("{to}", r"[—–\-－~～至到]+"),
    ("{sp}", r"[ \u00a0\u3000]*"),
];

/// The first that matches at a place is taken, so longer forms come before shorter ones.
const EXPRESSIONS: [(Form, &str); 47] = [
    // Titles, numbers, short names
    (Form::Title, r"《([^《》\n]{1,128})》(?:[（(](试行|暂行|修订|征求意见稿|草案)[）)])?"),
    (Form::DocumentNumber, r"(\p{Han}{1,12})[〔\[［﹝（(]({d}{4})[〕\]］﹞）)]第?({d}{1,5})[号號]"),
    (Form::DocumentNumber, r"(\p{Han}{1,12})(?:令|公告|通告)()第({x})[号號]"),
    (Form::DocumentNumber, r"(\p{Han}{1,12})(?:令|公告|通告)({d}{4})年第({x})[号號]"),
    (Form::DocumentNumber, r"(GB|GB/T|DB|HJ|JGJ|CJJ) ?()({d}{2,6}(?:\.{d}+)?[-—]{d}{4})"),
    (
        Form::ShortName,
        r"[（(]以下(?:[简簡][称稱]|[统統][称稱]|[统統合])：?[“《「]?([^”》」）)\n]{1,24})[”》」]?[）)]",
    ),
    // Dates
    (Form::Range, r"({d}{4}){sp}年?{sp}{to}{sp}({d}{4}){sp}(年)"),
    (Form::Range, r"({d}{1,2}){to}({d}{1,2})(月)份?"),
    (Form::Range, r"({d}{1,2}){sp}月{sp}{d}{1,2}日?{to}({d}{1,2}){sp}(日)"),
    (Form::Date, r"({d}{4}){sp}年{sp}({d}{1,2}){sp}月{sp}({d}{1,2}){sp}[日号號]"),
    (Form::Date, r"({d}{4}){sp}年{sp}({d}{1,2}){sp}月(?:份|上旬|中旬|下旬|底|初|末)?"),
    (Form::Named, r"{d}{4}年(第?{x}季度|[上下]半年|前{x}个?(?:月|季度))"),
    (Form::Date, r"([12１２]{d}{3}){sp}年(?:底|初|末|度|份)?"),
    (Form::Date, r"()({d}{1,2}){sp}月{sp}({d}{1,2}){sp}[日号號]"),
    (Form::Date, r"()({d}{1,2}){sp}月(?:份|上旬|中旬|下旬|底|初|末)?"),
    (Form::Date, r"([12１２]{d}{3})[-./．]({d}{1,2})[-./．]({d}{1,2})"),
    (
        Form::HanDate,
        r"([一二][〇○零一二三四五六七八九]{3})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?",
    ),
    (Form::HanDate, r"()([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"),
    (Form::Named, r"[“「]([一二三四五六七八九十]{2,3}五)[”」](?:末|初|[时時]期|期[间間]|以来)?"),
    (Form::Named, r"([今去明前本上]年)(?:以来|以來|年?底|年?初|[上下]半年|{x}季度)?"),
    (Form::Named, r"([本上下][个個]?(?:月|季度)|[今昨明]天|[今昨明]日)"),
    (Form::Named, r"(第?[一二三四1-4]季度|前[二三23]季度|[上下]半年|年[底末初])"),
    (Form::Named, r"民[国國]({x})年"),
    (Form::Named, r"(第{x}[条條章节節款项項期届次])"),
    (Form::Named, r"({x})世[纪紀](?:{x}年代)?"),
    // Lengths of time
    (Form::Range, r"({d}{1,3}){to}({d}{1,3})(年|[个個]月|天|日|小[时時])"),
    (
        Form::Duration,
        r"({d}{1,3})(年|[个個]月|天|[个個]工作日|日|小[时時]|分[钟鐘])(?:以?[内內]|以上|以下|左右)?",
    ),
    (Form::Duration, r"(?:[近过過]|未[来來]|[过過]去|今[后後])({h})(年|[个個]月|天)"),
    (
        Form::Duration,
        r"([一二两兩三四五六七八九十百]{1,4})(年|[个個]月|[个個]工作日|日|天|小[时時])(?:以?[内內]|以上|以下|左右)?",
    ),
    // Amounts
    (Form::QuantityRange, r"({n})(?:%|％)?{to}({n})(%|％)"),
    (Form::Quantity, r"({n})(%|％|‰)"),
    (Form::Quantity, r"({n})({sp}[个個]百分[点點])"),
    (Form::Quantity, r"(百)分之({h})"),
    (Form::Quantity, r"(千)分之({h})"),
    (Form::Fraction, r"([二两三四五六七八九十]+)分之([一二三四五六七八九十]+)"),
    (Form::Quantity, r"([一二三四五六七八九])(成)"),
    (Form::Quantity, r"({n}|{h})(倍)"),
    (Form::Quantity, r"翻([一两])(番)"),
    (Form::QuantityRange, r"({n}){to}({n})(万?亿?元|吨|公里|[个個]|家|[户戶]|人|[项項]|[亩畝]|公[顷頃])"),
    (Form::Quantity, r"[￥$¥]()({n})"),
    (Form::Quantity, r"({n}){sp}(美元|[欧歐]元|港元|日元|元)"),
    (Form::Quantity, r"({n}){sp}(平方公里|平方米|立方米|公里|公[顷頃]|[亩畝]|米|[吨噸]|公斤|千克|克)"),
    (Form::Quantity, r"({n}){sp}([万萬]?千瓦[时時]?|兆瓦|度|[岁歲]|[级級]|℃)"),
    (
        Form::Quantity,
        r"({n})[多余餘]?{sp}([个個]|家|[户戶]|人次|人|名|位|[项項]|件|[条條]|所|座|[辆輛]|[处處]|[种種]|批|套|次)",
    ),
    (
        Form::Quantity,
        r"({h})[多余餘]?(元|[吨噸]|公里|[亩畝]|[个個]|家|[户戶]|人|名|[项項]|件|[条條]|所|座|[处處]|套)",
    ),
    (Form::Quantity, r"([0-9０-９]+(?:[.．][0-9０-９]+)?[万萬亿億])()"),
    (Form::Quantity, r"([一二两兩三四五六七八九十]+[百千]?[万萬亿億])()"),
];

/// The expressions as one automaton.
pub struct Expressions {
    regex: Regex,
}

impl Expressions {
    pub fn new() -> Self {
        let expand = |(_, expression): &(Form, &str)| {
            PARTS.iter().fold((*expression).to_owned(), |out, (short, long)| out.replace(short, long))
        };
        let expressions: Vec<String> = EXPRESSIONS.iter().map(expand).collect();
        Self { regex: Regex::new_many(&expressions).expect("expressions that are some") }
    }

    /// The values of a text and where they stand.
    pub fn read(&self, text: &str) -> Vec<(Range<usize>, Value)> {
        let mut captures = self.regex.create_captures();
        let mut found = Vec::new();
        for m in self.regex.find_iter(text) {
            let input = Input::new(text).span(m.range()).anchored(Anchored::Pattern(m.pattern()));
            self.regex.search_captures(&input, &mut captures);
            found.extend(value(m.pattern(), text, &captures).map(|value| (m.range(), value)));
        }
        found
    }
}

/// What the groups of a match say.
fn value(pattern: PatternID, text: &str, captures: &Captures) -> Option<Value> {
    let group = |n: usize| captures.get_group(n).map_or("", |span| &text[span.range()]);
    let (first, second, third) = (group(1), group(2), group(3));
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Some(match EXPRESSIONS[pattern.as_usize()].0 {
        Form::Title => Value::Title { name: first.to_owned(), edition: some(second) },
        Form::DocumentNumber => {
            Value::DocumentNumber { issuer: first.to_owned(), year: number(second), serial: third.to_owned() }
        }
        Form::ShortName => Value::ShortName(first.to_owned()),
        Form::Date | Form::HanDate => {
            let (month, day) = (number(second), number(third));
            let fits = |n: Option<f64>, most| n.is_none_or(|n| (1.0..=most).contains(&n));
            if !fits(month, 12.0) || !fits(day, 31.0) {
                return None;
            }
            Value::Date { year: number(first), month, day }
        }
        Form::Range => {
            let (first, last) = (number(first)?, number(second)?);
            (first < last).then(|| Value::Range { first, last, unit: third.to_owned() })?
        }
        Form::Named => {
            let digits: String = first.chars().filter(|c| digit(*c).is_some()).collect();
            Value::Named { name: first.to_owned(), number: number(&digits) }
        }
        Form::Duration => Value::Duration { number: number(first)?, unit: second.to_owned() },
        Form::Quantity => match first {
            "百" => Value::Quantity { amount: number(second)?, unit: "%".to_owned() },
            "千" => Value::Quantity { amount: number(second)?, unit: "‰".to_owned() },
            "" => Value::Quantity { amount: number(second)?, unit: "元".to_owned() },
            _ if second == "番" => Value::Quantity { amount: number(first)?.exp2(), unit: "倍".to_owned() },
            _ if second == "成" => Value::Quantity { amount: number(first)? * 10.0, unit: "%".to_owned() },
            _ => Value::Quantity { amount: number(first)?, unit: second.trim().to_owned() },
        },
        Form::Fraction => Value::Quantity { amount: number(second)? / number(first)?, unit: String::new() },
        Form::QuantityRange => {
            let (low, high) = (number(first)?, number(second)?);
            (low < high).then(|| Value::QuantityRange { low, high, unit: third.to_owned() })?
        }
    })
}

/// The digit that a character stands for.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        '零' | '〇' | '○' => Some(0),
        '两' | '兩' => Some(2),
        c => "一二三四五六七八九".chars().zip(1..).find(|(d, _)| *d == c).map(|(_, n)| n),
    }
}

/// A number in digits, Han characters or both.
fn number(text: &str) -> Option<f64> {
    let (mut total, mut section, mut run, mut scale, mut open) = (0.0, 0.0, 0.0, 0.0, false);
    for c in text.chars() {
        let unit = match c {
            '十' => 1e1,
            '百' => 1e2,
            '千' => 1e3,
            '万' | '萬' => 1e4,
            '亿' | '億' => 1e8,
            '兆' => 1e12,
            '.' | '．' | '点' => {
                scale = 1.0;
                continue;
            }
            ',' | '，' => continue,
            c => {
                let digit = f64::from(digit(c)?);
                if scale > 0.0 {
                    scale /= 10.0;
                    run += digit * scale;
                } else {
                    run = run * 10.0 + digit;
                }
                open = true;
                continue;
            }
        };
        if unit < 1e4 {
            section += if open { run } else { 1.0 } * unit;
        } else if section + run > 0.0 {
            total += (section + run) * unit;
            section = 0.0;
        } else {
            // 万亿
            total *= unit;
        }
        (run, scale, open) = (0.0, 0.0, false);
    }
    (!text.is_empty()).then_some(total + section + run)
}
