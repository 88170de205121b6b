//! Uses the typed results the way a program would, and fails where they are not what it needs.

use gongwen::{Amount, Change, Document, Entity, Modality, ParseOptions, Style, TaskList, TimeBound};

const TEXT: &str = "\
各区人民政府：
根据《城市更新规划（2021—2025年）》（城发〔2021〕7号，以下简称《规划》），现提出两点要求：
一是健全机制。到2025年，常住人口城镇化率达到65%以上，支持12个试点城区。
二是落实《规划》。请于2021年3月30日前报送方案。
";

/// The tree of tasks, two spaces a level.
fn tree(document: &Document<'_>, lists: &[TaskList], depth: usize, out: &mut String) {
    for list in lists {
        for item in &list.items {
            out.push_str(&"  ".repeat(depth));
            out.push_str(&format!("{} {}\n", item.ordinal, document.slice(item.heading)));
            tree(document, &item.lists, depth + 1, out);
        }
    }
}

/// One line for each thing found.
fn describe(document: &Document<'_>, entity: &Entity) -> String {
    match entity {
        Entity::Title(title) => match document.fuller_title(title) {
            Some(fuller) => format!("title {} = {}", title.name, fuller.name),
            None => format!("title {}", title.name),
        },
        Entity::DocumentNumber(number) => format!("number {}", number.reference.serial),
        Entity::Abbreviation(a) => format!("{} = {}", a.short, document.slice(a.full)),
        Entity::Provision(p) => format!("provision {}", p.locator),
        Entity::Time(time) => match time.bound {
            Some(TimeBound::By) => format!("by {}", time.value),
            _ => format!("time {}", time.value),
        },
        Entity::Quantity(quantity) => match quantity.amount {
            Amount::Exact(value) => format!("{value} {}", quantity.unit),
            Amount::Range { low, high } => format!("{low} to {high} {}", quantity.unit),
            other => format!("{other} {}", quantity.unit),
        },
        // New kinds may come; a program goes on without them.
        _ => String::from("something new"),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let document = ParseOptions::new().strict(true).max_len(1 << 20).parse(TEXT)?;

    let found: Vec<String> = document.entities().iter().map(|entity| describe(&document, entity)).collect();
    println!("{}", found.join("\n"));
    for expected in
        ["title 城市更新规划", "title 规划 = 城市更新规划", "by 2025", "65 %", "12 个", "by 2021-03-30"]
    {
        assert!(found.iter().any(|line| line == expected), "{expected} is not among {found:?}");
    }

    let mut outline = String::new();
    tree(&document, document.lists(), 0, &mut outline);
    print!("{outline}");
    assert_eq!(document.lists()[0].style, Style::Shi);
    assert_eq!(outline, "1 健全机制\n2 落实《规划》\n");

    let goals: Vec<(&str, Change)> = document
        .targets()
        .iter()
        .filter(|target| target.modality != Modality::Fact)
        .map(|target| (document.slice(target.subject), target.change))
        .collect();
    println!("{goals:?}");
    assert!(goals.contains(&("常住人口城镇化率", Change::To)));
    assert!(goals.contains(&("试点城区", Change::Count)));

    // A document goes out as JSON; its parts come back.
    let json = serde_json::to_value(&document)?;
    let entities: Vec<Entity> = serde_json::from_value(json["entities"].clone())?;
    assert_eq!(entities, document.entities());

    // Without the feature for encodings, bytes are UTF-8 or refused.
    assert!(ParseOptions::new().parse_bytes(TEXT.as_bytes()).is_ok());
    assert!(ParseOptions::new().parse_bytes(&[0xb9, 0xfa, 0xce, 0xf1]).is_err());

    // A document outlives the text it came from.
    let kept: Document<'static> = {
        let text = TEXT.to_owned();
        gongwen::parse(&text).into_owned()
    };
    assert_eq!(kept.entities().len(), document.entities().len());
    Ok(())
}
