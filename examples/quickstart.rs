//! What the library reads, with nothing around it: `cargo run --example quickstart`

use gongwen::{ParseOptions, TargetAmount};

const NOTICE: &str = "各区政府：\n\
    根据《滨湖市绿地规划（2021—2025年）》（滨政发〔2021〕7号，以下简称《规划》），现要求：\n\
    一是摸清家底。今年6月底前报送台账。\n\
    二是抓紧建设。力争到2025年，建成区绿地率由36%提高到40%以上，新建口袋公园30个。\n\
    违反《规划》第八条的，处5万元以上20万元以下的罚款。\n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let document = ParseOptions::new().as_of("2022-03-01".parse()?).parse(NOTICE)?;
    for title in document.titles() {
        let serial = title.number.as_ref().map_or("none", |number| &number.serial);
        println!("title   {}, number {serial}, stands for entity {:?}", title.name, title.refers_to);
    }
    for time in document.times() {
        println!("time    {} is {:?} to {:?}", document.slice(time.span), time.first, time.last);
    }
    for item in document.items() {
        println!("item    {} {} at bytes {:?}", item.marker(), item.heading(), item.span().range());
    }
    for target in document.targets() {
        let (subject, change, modality) = (document.slice(target.subject), target.change, target.modality);
        if let TargetAmount::Quantity(quantity) = &target.amount {
            println!("target  {subject} {change} {} {}, {modality}", quantity.amount, quantity.unit);
        }
    }
    Ok(())
}
