//! Units: what a number counts or measures.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use crate::charset::{CharSet, char_at};
use crate::few::gaps;
use crate::numeral::starts_number;
use crate::script::simplified;
use crate::token::{begins, gap, head, is_alphanumeric, is_han, strip_any};
use crate::words::{MANY, Words, words};

/// A unit as it was written, folded to half width, without white space and readings.
///
/// Classifiers and Traditional characters are kept (`個`, `公頃`, `戶`), 个 before 百分点 is not. Compound units keep their
/// slash: `元/人`, `微克/立方米`; the point of a product that has a name of its own is not kept: `千瓦·时` is `千瓦时`. A number
/// without a unit (`1386万`) has the empty one.
///
/// ```
/// use gongwen::UnitKind;
///
/// let document = gongwen::parse("補助5萬戶、造林３公頃、票价2元/人。");
/// let units: Vec<&str> = document.quantities().map(|q| q.unit.as_str()).collect();
/// assert_eq!(units, ["戶", "公頃", "元/人"]);
/// assert_eq!(document.quantities().last().unwrap().unit.kind(), UnitKind::Rate);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Unit(Cow<'static, str>);

/// What a unit measures: the units that are read, by their kinds.
///
/// Full width and Traditional characters read alike (公頃, 戶, ｋｍ). A unit that begins another word is none: 3元旦, 5两岸, 一平均.
/// 方, 线, 双, 期 and P, which are other words as well, need a large number (3万方, 40期) or what they count (5双鞋, 8方混凝土, 3期培训);
/// so do 面, 节, 口, 眼 and 出, of which there are no large numbers: 3面锦旗, 12节车厢, 6口井. 口 and 眼 stand behind a well or pit as
/// well: 机井40眼.
///
/// ```
/// use gongwen::UnitKind;
///
/// let document = gongwen::parse("架线110千伏，植树30万株，每户年用电2800千瓦时");
/// let kinds: Vec<UnitKind> = document.quantities().map(|q| q.unit.kind()).collect();
/// assert_eq!(kinds, [UnitKind::Other, UnitKind::Count, UnitKind::Energy]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schemars1", derive(schemars1::JsonSchema), schemars(crate = "schemars1"))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(clippy::doc_markdown)] // symbols such as kWh are no code
#[non_exhaustive]
pub enum UnitKind {
    /// No unit, as in 1386万 and 三分之一
    None,
    /// Per cent and per mille:
    /// % ‰
    Percent,
    /// Points of them:
    /// 百分点 个百分点 千分点 个千分点
    PercentagePoint,
    /// Times:
    /// 倍
    Multiple,
    /// Money, see [`Unit::currency`]:
    /// 元 元人民币 元钱 人民币 圆 块钱 毛钱 角钱 分钱 新卢布 美元 美圆 美金 欧元 港元 港币 日元 日圆 英镑 韩元 新台币 台币 澳元 澳门元 加元
    /// 新加坡元 瑞士法郎 卢布 卢比 印度卢比 印度卢布 泰铢 林吉特 马来西亚令吉 奈拉 越南盾 比特币 个比特币
    /// 法郎 令吉 克朗 瑞典克朗 丹麦克朗 挪威克朗 比索 里拉 马克 兰特 先令 坚戈 迪拉姆 福林 兹罗提 新元 加拿大元 澳大利亚元
    /// 澳门币 韩币 韩圆 美分 便士 港仙 毛 角
    Currency,
    /// Length:
    /// 米 千米 公里 厘米 公分 分米 毫米 微米 纳米 海里 英里 英寸 英尺 呎 吋 延米 皮长公里 车道公里 km KM Km m cm CM
    /// dm mm MM µm μm µM nm 华里 公尺 公厘 尺 光年
    Length,
    /// Area:
    /// 平方公尺 平方公里 平方千米 平方米 平方分米 平方厘米 平方毫米 平方微米 平方英里 平方英尺 平方英寸 平方呎 平方尺 平方寸 平方丈 平方市尺 平米 平方 平 公顷 亩 市亩 ㎡ m² m2 km² km2 KM² KM2 hm² hm2 dm² dm2 cm² cm2 mm² mm2 坪 顷 英亩
    Area,
    /// Volume:
    /// 立方公尺 公秉 立方米 立方公里 立方千米 立方分米 立方厘米 立方毫米 立方英尺 立方英寸 立方 土方 土石方 方 升 公升 毫升 千升 L ml mL m³ m3 dm³ dm3 cm³ cm3 mm³ mm3 桶 加仑
    Volume,
    /// Mass:
    /// 吨 公吨 吨标准煤 吨标煤 吨标准油 千克标准煤 公斤标准煤 克标准煤 千克标煤 克标煤 公斤 千克 公克 克 毫克 微克 斤 市斤 两 担 盎司 kg KG Kg g mg μg µg t tce kgce gce tCO2 tCO2e kgCO2 kgCO2e gCO2 gCO2e 克拉 磅
    Mass,
    /// Energy:
    /// 吉瓦时 千瓦时 千瓦小时 兆瓦时 瓦时 度 度电 千焦 千卡 大卡 kWh MWh GWh TWh
    Energy,
    /// Power:
    /// 瓩 千瓦 兆瓦 吉瓦 瓦 马力 伏安 千伏安 兆伏安 kW MW GW kWp MWp GWp kVA KVA MVA
    Power,
    /// One unit for another, as in 微克/立方米, 元/人, 元每平方米 and 元/人·年
    Rate,
    /// Classifiers, and words that count like one:
    /// 锭 车次 届 回合 大类 大 国 个 人 人次 乘次 人份 人天 人日 名 位 家 家次 户 户次 项 项次 件 件次 条 条次 线 款 章 案 对 种
    /// 类 次 批 批次 场 场次 座 处 所 间 套 台 台次 台套 台(套) 件(套) 部 部门 辆 辆次 艘 艘次 架 架次 列 列次 趟 班 班次 班列 只 头 匹
    /// 羽 尾 株 棵 颗 粒 枚 片 块 幅 幢 栋 层 张 份 封 篇 本 册 页 字 首 支 根 道 门 宗 起 例 笔 笔次 票 席 席位 床 剂
    /// 剂次 瓶 箱 包 组 轮 方面 句 步 课时 学时 学分 床位 路端 双 部分 部委 期 期次 盒 袋 罐 盏 具 顶 股 门次 趟次 天次 航次 面 节 口 眼 出
    Count,
    /// Others:
    /// 吨公里 人公里 吨海里 人海里 总吨 载重吨 重量箱 印张 千伏 伏 伏特 千伏特 kV 电子伏 电子伏特 欧姆 百帕 千帕 兆帕 kPa
    /// MPa mmHg 毫米汞柱 厘米汞柱 毫米水柱 厘米水柱 米水柱 贝克 居里 毫居里 微居里 西弗 毫西弗 微西弗 mmol umol μmol IU NTU 拷贝 摄氏度 ℃ °C ° 华氏度 ℉
    /// lx 勒克斯 BP DDDs 毫秒 微秒 纳秒 分贝 dB dBm dBmV 赫兹 赫 兆赫 Hz kHz MHz GHz GB MB TB PB Gbps Mbps Tbps
    /// PFLOPS PFlops Pflops PF P EFLOPS EFlops Eflops 字节 bit bits 像素 比特 岁 周岁
    /// 级 点 分 蒸吨 亩次 标箱 标准箱 TEU
    Other,
}

impl Unit {
    pub(crate) const fn known(unit: &'static str) -> Self {
        Self(Cow::Borrowed(unit))
    }

    /// The unit as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The unit in the characters of the text as written; the grammar read it in Simplified ones, at the end of the first `len`
    /// bytes of `read`, or behind them where another amount shares it.
    #[inline]
    pub(crate) fn in_script_of(self, read: &str, written: &str, len: usize) -> Self {
        // Most texts are read as they lie.
        if core::ptr::eq(read, written) { self } else { self.rewritten(read, written, len) }
    }

    fn rewritten(self, read: &str, written: &str, len: usize) -> Self {
        /// How far behind an amount the unit that it shares is looked for, in Han characters.
        const NEAR: usize = 24;
        if self.0.is_empty() {
            return self;
        }
        // Characters keep their order; those the unit is made of are the last ones read.
        let mut unit = String::new();
        let mut rest = self.0.chars().rev().peekable();
        for (r, w) in read[..len].chars().rev().zip(written[..len].chars().rev()) {
            match rest.peek() {
                Some(c) if *c == r || *c == '/' && r == '／' => {
                    unit.insert(0, if r == '／' { '/' } else { w });
                    rest.next();
                }
                Some(_) => {}
                None => break,
            }
        }
        if rest.peek().is_none() {
            return Self(Cow::Owned(unit));
        }
        match head(&read[len..], NEAR).find(&*self.0) {
            Some(at) => Self(Cow::Owned(written[len + at..][..self.0.len()].into())),
            None => self,
        }
    }

    /// What it measures.
    ///
    /// ```
    /// use gongwen::UnitKind;
    ///
    /// let document = gongwen::parse("下降2个百分点，节电8亿千瓦时。");
    /// let kinds: Vec<UnitKind> = document.quantities().map(|q| q.unit.kind()).collect();
    /// assert_eq!(kinds, [UnitKind::PercentagePoint, UnitKind::Energy]);
    /// ```
    pub fn kind(&self) -> UnitKind {
        if self.0.is_empty() {
            UnitKind::None
        } else if let Some(entry) = named(&self.0) {
            entry.kind
        } else if self.0.contains(['/', '每']) {
            UnitKind::Rate
        } else {
            named(&simplified(&self.0)).map_or(Other, |entry| entry.kind)
        }
    }
}

/// A unit by its name, such as one that was stored; of a name that is not known the kind is [`UnitKind::Other`].
///
/// ```
/// use gongwen::{Unit, UnitKind};
///
/// assert_eq!(Unit::from("公頃").kind(), UnitKind::Area);
/// ```
impl From<&str> for Unit {
    fn from(name: &str) -> Self {
        Self(Cow::Owned(name.into()))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One unit: its name, kind, and the characters behind it that make it part of another word.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub name: &'static str,
    /// The name in half width, and 百分点 without its classifier.
    unit: &'static str,
    pub kind: UnitKind,
    guard: &'static str,
}

const fn e(kind: UnitKind, name: &'static str, guard: &'static str) -> Entry {
    Entry { name, unit: name, kind, guard }
}

/// A unit that is written in more ways than one: the usual one, and this.
const fn also(kind: UnitKind, unit: &'static str, name: &'static str) -> Entry {
    Entry { name, unit, kind, guard: "" }
}

use UnitKind::{
    Area, Count, Currency, Energy, Length, Mass, Multiple, Other, Percent, PercentagePoint, Power, Volume,
};

/// The units known, in the order of the table of kinds; the classifiers are those that policy text uses.
const UNITS: &[Entry] = &[
    e(Percent, "%", ""),
    also(Percent, "%", "％"),
    e(Percent, "‰", ""),
    e(PercentagePoint, "百分点", ""),
    also(PercentagePoint, "百分点", "个百分点"),
    e(Multiple, "倍", "增数"),
    e(Currency, "元", "旦月宵首素件气器老"),
    e(Currency, "元人民币", ""),
    e(Currency, "人民币", ""),
    e(Currency, "圆", "满明桌曲"),
    e(Currency, "块钱", ""),
    e(Currency, "毛钱", ""),
    e(Currency, "角钱", ""),
    e(Currency, "分钱", ""),
    e(Currency, "元钱", ""),
    e(Currency, "角", "度落色形膜逐质铁钢洲债楼星亭镇塔钱"),
    e(Currency, "新卢布", ""),
    e(Currency, "美元", ""),
    e(Currency, "美圆", ""),
    e(Currency, "美金", ""),
    e(Currency, "欧元", ""),
    e(Currency, "港元", ""),
    e(Currency, "港币", ""),
    e(Currency, "日元", ""),
    e(Currency, "日圆", ""),
    e(Currency, "英镑", ""),
    e(Currency, "韩元", ""),
    e(Currency, "新台币", ""),
    e(Currency, "台币", ""),
    e(Currency, "澳元", ""),
    e(Currency, "澳门元", ""),
    e(Currency, "加元", ""),
    e(Currency, "新加坡元", ""),
    e(Currency, "瑞士法郎", ""),
    e(Currency, "卢布", ""),
    e(Currency, "卢比", ""),
    e(Currency, "印度卢比", ""),
    e(Currency, "印度卢布", ""),
    e(Currency, "泰铢", ""),
    e(Currency, "林吉特", ""),
    e(Currency, "马来西亚令吉", ""),
    e(Currency, "奈拉", ""),
    e(Currency, "越南盾", ""),
    e(Currency, "法郎", ""),
    e(Currency, "令吉", ""),
    e(Currency, "克朗", ""),
    e(Currency, "瑞典克朗", ""),
    e(Currency, "丹麦克朗", ""),
    e(Currency, "挪威克朗", ""),
    e(Currency, "比索", ""),
    e(Currency, "里拉", ""),
    e(Currency, "马克", "思杯笔"),
    e(Currency, "兰特", ""),
    e(Currency, "先令", ""),
    e(Currency, "坚戈", ""),
    e(Currency, "迪拉姆", ""),
    e(Currency, "福林", ""),
    e(Currency, "兹罗提", ""),
    e(Currency, "新元", "素件区"),
    e(Currency, "加拿大元", ""),
    e(Currency, "澳大利亚元", ""),
    e(Currency, "澳门币", ""),
    e(Currency, "韩币", ""),
    e(Currency, "韩圆", ""),
    e(Currency, "美分", ""),
    e(Currency, "便士", ""),
    e(Currency, "港仙", ""),
    e(Currency, "毛", "泽主巾坯衣料重利竹织线绒纺皮发猪笔豆茶子里病入概"),
    e(Currency, "比特币", ""),
    also(Currency, "比特币", "个比特币"),
    e(Length, "米", "粉饭面线制"),
    e(Length, "千米", ""),
    e(Length, "公里", ""),
    e(Length, "厘米", ""),
    e(Length, "公分", ""),
    e(Length, "分米", ""),
    e(Length, "毫米", ""),
    e(Length, "微米", ""),
    e(Length, "纳米", ""),
    e(Length, "海里", ""),
    e(Length, "英里", ""),
    e(Length, "英寸", ""),
    e(Length, "英尺", ""),
    e(Length, "呎", ""),
    e(Length, "吋", ""),
    e(Length, "延米", ""),
    e(Length, "皮长公里", ""),
    e(Length, "车道公里", ""),
    e(Length, "km", ""),
    e(Length, "KM", ""),
    e(Length, "Km", ""),
    e(Length, "m", ""),
    e(Length, "cm", ""),
    e(Length, "CM", ""),
    e(Length, "dm", ""),
    e(Length, "mm", ""),
    e(Length, "MM", ""),
    e(Length, "µm", ""),
    e(Length, "μm", ""),
    e(Length, "µM", ""),
    e(Length, "nm", ""),
    e(Length, "华里", ""),
    e(Length, "公尺", ""),
    e(Length, "尺", "寸度子码骸素"),
    e(Length, "光年", ""),
    e(Area, "平方公尺", ""),
    e(Volume, "立方公尺", ""),
    e(Length, "公厘", ""),
    e(Volume, "公秉", ""),
    e(Other, "吨公里", ""),
    e(Other, "人公里", ""),
    e(Other, "吨海里", ""),
    e(Other, "人海里", ""),
    e(Other, "总吨", ""),
    e(Other, "载重吨", ""),
    e(Other, "重量箱", ""),
    e(Other, "印张", ""),
    e(Count, "锭", ""),
    e(Power, "瓩", ""),
    e(Energy, "吉瓦时", ""),
    e(Count, "车次", ""),
    also(PercentagePoint, "千分点", "个千分点"),
    e(PercentagePoint, "千分点", ""),
    e(Count, "届", "三次全会"),
    e(Count, "回合", ""),
    e(Area, "平方公里", ""),
    e(Area, "平方千米", ""),
    e(Area, "平方米", ""),
    e(Area, "平方厘米", ""),
    e(Area, "平方英尺", ""),
    e(Area, "平方分米", ""),
    e(Area, "平方毫米", ""),
    e(Area, "平方微米", ""),
    e(Area, "平方英里", ""),
    e(Area, "平方英寸", ""),
    e(Area, "平方尺", ""),
    e(Area, "平方寸", ""),
    e(Area, "平方丈", ""),
    e(Area, "平方市尺", ""),
    e(Area, "平方呎", ""),
    e(Area, "平米", ""),
    e(Area, "平方", "根公"),
    e(Area, "平", "均台等安稳方原时常凡抑衡息叛民壤"),
    e(Area, "公顷", ""),
    e(Area, "亩", "产均"),
    e(Area, "市亩", ""),
    e(Area, "㎡", ""),
    e(Area, "m²", ""),
    e(Area, "m2", ""),
    e(Area, "km²", ""),
    e(Area, "km2", ""),
    also(Area, "km²", "km^2"),
    e(Area, "KM²", ""),
    e(Area, "KM2", ""),
    also(Area, "m²", "m^2"),
    also(Area, "平方米", "米²"),
    e(Area, "hm²", ""),
    e(Area, "hm2", ""),
    e(Area, "dm²", ""),
    e(Area, "dm2", ""),
    e(Area, "cm²", ""),
    e(Area, "cm2", ""),
    e(Area, "mm²", ""),
    e(Area, "mm2", ""),
    e(Area, "坪", ""),
    e(Area, "顷", "刻"),
    e(Area, "英亩", ""),
    e(Volume, "立方米", ""),
    e(Volume, "立方公里", ""),
    e(Volume, "立方厘米", ""),
    e(Volume, "立方千米", ""),
    e(Volume, "立方分米", ""),
    e(Volume, "立方英尺", ""),
    e(Volume, "立方英寸", ""),
    e(Volume, "立方", ""),
    e(Volume, "土方", ""),
    e(Volume, "土石方", ""),
    e(Volume, "立方毫米", ""),
    e(Volume, "方", "面向案法式针位便形程略圆块舱队才剂言志米里"),
    e(Volume, "升", "级至到入学降温值格旗高本位为任国空华"),
    e(Volume, "公升", ""),
    e(Volume, "毫升", ""),
    e(Volume, "千升", ""),
    e(Volume, "L", ""),
    e(Volume, "ml", ""),
    e(Volume, "mL", ""),
    e(Volume, "m³", ""),
    e(Volume, "m3", ""),
    also(Volume, "m³", "m^3"),
    also(Volume, "立方米", "米³"),
    e(Volume, "dm³", ""),
    e(Volume, "dm3", ""),
    e(Volume, "cm³", ""),
    e(Volume, "cm3", ""),
    e(Volume, "mm³", ""),
    e(Volume, "mm3", ""),
    e(Volume, "桶", ""),
    e(Volume, "加仑", ""),
    e(Mass, "吨", ""),
    e(Mass, "公吨", ""),
    e(Mass, "吨标准煤", ""),
    e(Mass, "吨标煤", ""),
    e(Mass, "吨标准油", ""),
    e(Mass, "千克标准煤", ""),
    e(Mass, "公斤标准煤", ""),
    e(Mass, "克标准煤", ""),
    e(Mass, "千克标煤", ""),
    e(Mass, "克标煤", ""),
    e(Mass, "公斤", ""),
    e(Mass, "千克", ""),
    e(Mass, "公克", ""),
    e(Mass, "克", "服制隆强难里拉勤己俭"),
    e(Mass, "毫克", ""),
    e(Mass, "微克", ""),
    e(Mass, "斤", ""),
    e(Mass, "市斤", ""),
    e(Mass, "两", "个岸国会级地省市江种项次大条手年者院用"),
    e(Mass, "担", "保任当负心忧纲"),
    e(Mass, "盎司", ""),
    e(Mass, "克拉", "玛"),
    e(Mass, "磅", "礴"),
    e(Mass, "kg", ""),
    e(Mass, "KG", ""),
    e(Mass, "Kg", ""),
    e(Mass, "g", ""),
    e(Mass, "mg", ""),
    e(Mass, "μg", ""),
    e(Mass, "µg", ""),
    e(Mass, "t", ""),
    e(Mass, "tce", ""),
    e(Mass, "kgce", ""),
    e(Mass, "gce", ""),
    e(Mass, "tCO2", ""),
    e(Mass, "tCO2e", ""),
    e(Mass, "kgCO2", ""),
    e(Mass, "kgCO2e", ""),
    e(Mass, "gCO2", ""),
    e(Mass, "gCO2e", ""),
    e(Energy, "千瓦时", ""),
    e(Energy, "千瓦小时", ""),
    e(Energy, "兆瓦时", ""),
    e(Energy, "瓦时", ""),
    e(Energy, "度", "过假夏汛电量日春冬荒"),
    e(Energy, "度电", ""),
    e(Energy, "千焦", ""),
    e(Energy, "千卡", ""),
    e(Energy, "大卡", ""),
    e(Energy, "kWh", ""),
    e(Energy, "MWh", ""),
    e(Energy, "GWh", ""),
    e(Energy, "TWh", ""),
    e(Power, "千瓦", ""),
    e(Power, "兆瓦", ""),
    e(Power, "吉瓦", ""),
    e(Power, "瓦", "解斯房砾"),
    e(Power, "马力", ""),
    e(Power, "伏安", ""),
    e(Power, "千伏安", ""),
    e(Power, "兆伏安", ""),
    e(Power, "kW", ""),
    e(Power, "MW", ""),
    e(Power, "GW", ""),
    e(Power, "kWp", ""),
    e(Power, "MWp", ""),
    e(Power, "GWp", ""),
    e(Power, "kVA", ""),
    e(Power, "KVA", ""),
    e(Power, "MVA", ""),
    e(Other, "千伏", ""),
    e(Other, "伏", "击笔法尔案"),
    e(Other, "伏特", ""),
    e(Other, "千伏特", ""),
    e(Other, "kV", ""),
    e(Other, "电子伏", ""),
    e(Other, "电子伏特", ""),
    e(Other, "欧姆", ""),
    e(Other, "百帕", ""),
    e(Other, "千帕", ""),
    e(Other, "兆帕", ""),
    e(Other, "kPa", ""),
    e(Other, "MPa", ""),
    e(Other, "mmHg", ""),
    e(Other, "毫米汞柱", ""),
    e(Other, "厘米汞柱", ""),
    e(Other, "毫米水柱", ""),
    e(Other, "厘米水柱", ""),
    e(Other, "米水柱", ""),
    e(Other, "贝克", "汉尔"),
    e(Other, "居里", "夫"),
    e(Other, "毫居里", ""),
    e(Other, "微居里", ""),
    e(Other, "西弗", "吉"),
    e(Other, "毫西弗", ""),
    e(Other, "微西弗", ""),
    e(Other, "mmol", ""),
    e(Other, "umol", ""),
    e(Other, "μmol", ""),
    e(Other, "IU", ""),
    e(Other, "NTU", ""),
    e(Other, "拷贝", ""),
    e(Other, "摄氏度", ""),
    e(Other, "℃", ""),
    e(Other, "华氏度", ""),
    e(Other, "℉", ""),
    e(Other, "°C", ""),
    e(Other, "°", ""),
    e(Other, "BP", ""),
    e(Other, "lx", ""),
    e(Other, "勒克斯", ""),
    e(Other, "DDDs", ""),
    e(Other, "毫秒", ""),
    e(Other, "微秒", ""),
    e(Other, "纳秒", ""),
    e(Other, "分贝", ""),
    e(Other, "dB", ""),
    e(Other, "dBm", ""),
    e(Other, "dBmV", ""),
    e(Other, "赫兹", ""),
    e(Other, "赫", "然山鲁"),
    e(Other, "兆赫", ""),
    e(Other, "Hz", ""),
    e(Other, "kHz", ""),
    e(Other, "MHz", ""),
    e(Other, "GHz", ""),
    e(Other, "GB", ""),
    e(Other, "MB", ""),
    e(Other, "TB", ""),
    e(Other, "PB", ""),
    e(Other, "Gbps", ""),
    e(Other, "Mbps", ""),
    e(Other, "Tbps", ""),
    e(Other, "PFLOPS", ""),
    e(Other, "PFlops", ""),
    e(Other, "Pflops", ""),
    e(Other, "PF", ""),
    e(Other, "P", ""),
    e(Other, "EFLOPS", ""),
    e(Other, "EFlops", ""),
    e(Other, "Eflops", ""),
    e(Other, "字节", ""),
    e(Other, "bit", ""),
    e(Other, "bits", ""),
    e(Other, "像素", ""),
    e(Other, "比特", ""),
    e(Other, "岁", "月末寒尾"),
    e(Other, "周岁", ""),
    e(Other, "级", "别"),
    e(Other, "点", "多滴击燃亮名子线面钟半整许左起"),
    e(Other, "分", "之别类工析布配发享批步担局公散成期层支店行为解红钟子流离裂级区段管销账明摊寸"),
    e(Other, "蒸吨", ""),
    e(Other, "亩次", ""),
    e(Other, "标箱", ""),
    e(Other, "标准箱", ""),
    e(Other, "TEU", ""),
    e(Count, "大类", ""),
    e(Count, "大", "于约学量力幅会型气道概致小多家关"),
    e(Count, "国", "家际务有内外防民资债道税网庆宾土库产标旗办发函策籍营集"),
    e(Count, "个", "体性别"),
    e(Count, "人", "口民才类工大防社生为力事本家文保道物心间体身格情权"),
    e(Count, "人次", ""),
    e(Count, "乘次", ""),
    e(Count, "台次", ""),
    e(Count, "笔次", ""),
    e(Count, "人份", ""),
    e(Count, "人天", ""),
    e(Count, "人日", ""),
    e(Count, "名", "列单录字称额誉优牌词声胜贵下"),
    e(Count, "位", "于居列置移数"),
    e(Count, "家", "庭园具电长属政畜居用里渠族教"),
    e(Count, "家次", ""),
    e(Count, "户", "籍口外均型主"),
    e(Count, "户次", ""),
    e(Count, "项", "目链"),
    e(Count, "项次", ""),
    e(Count, "件", ""),
    e(Count, "件次", ""),
    e(Count, "条", "件例约款形目理"),
    e(Count, "条次", ""),
    e(Count, "线", "上下路索性段城"),
    e(Count, "款", "项额式待识"),
    e(Count, "章", "程节鱼法印句名"),
    e(Count, "案", "件例由子情卷"),
    e(Count, "对", "于外内应接象策手口照比待称抗峙立话联等着付症生方子不"),
    e(Count, "种", "植子粮业养田地质苗"),
    e(Count, "类", "型似推"),
    e(Count, "次", "区级日月年序品要于生贷氯数方"),
    e(Count, "批", "复评发准判示量驳"),
    e(Count, "批次", ""),
    e(Count, "场", "所地景馆外内均站合面强域"),
    e(Count, "场次", ""),
    e(Count, "座", "谈位右标椅"),
    e(Count, "处", "于理罚分置长室级方境在所事"),
    e(Count, "所", "定规列载有得谓在需属致述指长能"),
    e(Count, "间", "接隔距断谍"),
    e(Count, "套", "期利路餐"),
    e(Count, "台", "区市县河湾风阶账州胞独海商词币办中北上资沟山"),
    e(Count, "台套", ""),
    e(Count, "台(套)", ""),
    also(Count, "台(套)", "台（套）"),
    e(Count, "件(套)", ""),
    also(Count, "件(套)", "件（套）"),
    e(Count, "部分", ""),
    e(Count, "部", "分委队署长级件位落族属首下内"),
    e(Count, "部门", ""),
    e(Count, "部委", ""),
    e(Count, "辆", ""),
    e(Count, "辆次", ""),
    e(Count, "艘", ""),
    e(Count, "艘次", ""),
    e(Count, "架", "构设子空势桥次"),
    e(Count, "架次", ""),
    e(Count, "列", "入为出车席举支示宁"),
    e(Count, "列次", ""),
    e(Count, "趟", ""),
    e(Count, "班", "子级列组主长底干"),
    e(Count, "班次", ""),
    e(Count, "班列", ""),
    e(Count, "只", "有要是能占增减需为达剩不争"),
    e(Count, "头", "部号条脑等戏衔雁"),
    e(Count, "匹", "配马"),
    e(Count, "羽", "毛绒"),
    e(Count, "尾", "气水矿号款"),
    e(Count, "株", "洲连"),
    e(Count, "棵", ""),
    e(Count, "颗", "粒"),
    e(Count, "粒", "子度"),
    e(Count, "枚", ""),
    e(Count, "片", "区面"),
    e(Count, "块", "茎状"),
    e(Count, "幅", "度员射"),
    e(Count, "幢", ""),
    e(Count, "栋", ""),
    e(Count, "层", "级面次出"),
    e(Count, "张", "家口力贴掖江"),
    e(Count, "顶", "层峰端部级点尖格"),
    e(Count, "份", "额量子"),
    e(Count, "封", "闭锁控堵存面城段"),
    e(Count, "篇", "章幅目"),
    e(Count, "本", "计项文市省区县行级次报法条办规单期届月年周季土科地来身质人公社部校院通案标着色领指"),
    e(Count, "册", ""),
    e(Count, "页", ""),
    e(Count, "字", "第号样体节符典会宪路架街头"),
    e(Count, "首", "次先都要届个位批创府席脑家"),
    e(Count, "支", "两持部出付撑援农教柱行线局流委"),
    e(Count, "根", "据本治源植除基"),
    e(Count, "道", "路德理歉地教"),
    e(Count, "门", "槛诊类户票牌店市前口峡县"),
    e(Count, "宗", "旨教"),
    e(Count, "起", "草步点到来义诉码止源初飞始用伏施至算跑"),
    e(Count, "例", "如会外行题证子"),
    e(Count, "笔", "记者试画"),
    e(Count, "票", "价据房证款"),
    e(Count, "席", "位"),
    e(Count, "席位", ""),
    e(Count, "床", "位单上"),
    e(Count, "剂", "量型"),
    e(Count, "剂次", ""),
    e(Count, "瓶", "颈"),
    e(Count, "箱", "涵"),
    e(Count, "包", "括容含装裹围邮机办"),
    e(Count, "组", "织建成合团长"),
    e(Count, "轮", "车椅机候胎船换流廓渡训岗值"),
    e(Count, "方面", ""),
    e(Count, "期", "间限货权刊待望末初中"),
    e(Count, "期次", ""),
    e(Count, "句", "子号"),
    e(Count, "步", "伐入行履骤走"),
    e(Count, "课时", ""),
    e(Count, "门次", ""),
    e(Count, "趟次", ""),
    e(Count, "股", "份票东权市本息指道骨级价民金疗室长"),
    e(Count, "学时", ""),
    e(Count, "学分", ""),
    e(Count, "床位", ""),
    e(Count, "路端", ""),
    e(Count, "盒", "子饭"),
    e(Count, "袋", "鼠"),
    e(Count, "罐", "区头车"),
    e(Count, "盏", ""),
    e(Count, "具", "体有备"),
    e(Count, "天次", ""),
    e(Count, "航次", ""),
    e(Count, "双", "边方向重语百创休选城"),
    // These count only what they are told to, in the grammar of amounts.
    e(Count, "面", ""),
    e(Count, "节", ""),
    e(Count, "口", ""),
    e(Count, "眼", ""),
    e(Count, "出", ""),
];

/// The units by their names.
static NAMES: Words<&Entry, { UNITS.len() }> = Words::of(&NAMED);

static NAMED: [(&str, &Entry); UNITS.len()] = {
    let mut names = [("", &UNITS[0]); UNITS.len()];
    let mut i = 0;
    while i < UNITS.len() {
        names[i] = (UNITS[i].name, &UNITS[i]);
        i += 1;
    }
    names
};

/// The characters that units begin with.
pub(crate) static STARTS: CharSet = NAMES.first_chars();

/// The same without classifiers, of which 一 counts none: 一批, 进一步.
pub(crate) static STARTS_OF_MEASURES: CharSet = {
    let mut set = CharSet::of("");
    let mut i = 0;
    while i < UNITS.len() {
        if !matches!(UNITS[i].kind, Count) {
            set.add(char_at(UNITS[i].name.as_bytes(), 0).0);
        }
        i += 1;
    }
    set
};

/// The characters that make a unit the beginning of another word, of all of them: most characters are none of these.
static GUARDS: CharSet = {
    let mut set = CharSet::of("");
    let mut i = 0;
    while i < UNITS.len() {
        set = set.with(UNITS[i].guard);
        i += 1;
    }
    set
};

/// The unit with a name.
fn named(name: &str) -> Option<&'static Entry> {
    NAMES.strip_if(name, |rest, _| rest.is_empty()).map(|(_, entry)| entry)
}

/// The unit that a text begins with, unless it is the beginning of another word.
fn simple(text: &str) -> Option<&'static Entry> {
    let latin = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let found = NAMES.strip_if(text, |rest, entry| {
        let word = latin(entry.name.as_bytes().last()) && latin(rest.as_bytes().first());
        let raised = is_raised(rest) && (entry.kind == Length || entry.name.is_ascii());
        let guarded = rest.starts_with(|c| GUARDS.has(c)) && begins(rest, entry.guard);
        !(word || raised || guarded && !begins_word(rest))
    });
    found.map(|(_, entry)| entry)
}

/// Whether a character that makes another word with a unit begins a word of its own: 电 in 3家电商企业, but not in 三家电; 优 in
/// 20名优秀教师.
#[cold] // as few characters do either
fn begins_word(text: &str) -> bool {
    static WORDS: Words<(), MANY> = words![
        "体育", "体系", "体检", "体验", "体量", "别墅", "优秀", "优质", "下岗", "下派", "声乐", "贵宾",
        "单位", "单身", "单亲", "列车员", "录用", "居民", "居家", "电商", "电子", "电力", "电气", "电网",
        "电信", "电影", "电池", "园区", "园林", "具有", "具备", "用人单位", "用电", "用水", "长期", "长篇",
        "长江", "政府", "政策性", "畜牧", "教育", "渠道", "目标", "主体", "外资", "外籍", "外贸", "地方戏",
        "地方特", "地方志", "区域暴", "分布式", "境外", "境内", "在建", "列入", "指定", "发展对", "示范",
        "位于", "风电", "风机", "空客", "科普", "家庭", "植物", "关键", "关系", "关注", "关切", "关口",
    ];
    WORDS.begins(text)
}

/// Whether a power stands behind a unit: cm⁴, m^4; behind 万元² it is the number of a note.
fn is_raised(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'^', ..] | [0xC2, 0xB2 | 0xB3 | 0xB9, ..] | [0xE2, 0x81, 0xB0..=0xBF, ..])
}

/// A unit over whose characters a line breaks, and its length: 公⏎里.
fn broken(text: &str) -> Option<(&'static Entry, usize)> {
    // The longest names have six characters.
    let at = text.bytes().take(16).position(|b| b == b'\n').filter(|at| *at > 0)?;
    let (front, behind) = (gaps!().trim_end(&text[..at]), gap(&text[at + 1..]));
    let joined = [front, head(behind, 6)].concat();
    let entry = simple(&joined).filter(|entry| entry.name.len() > front.len())?;
    Some((entry, entry.name.len() - front.len() + text.len() - behind.len()))
}

/// What stands before the unit that another is counted in.
const MARKS: [char; 3] = ['/', '／', '每'];

/// What stands between the units of a product: 千瓦·时, kW.h, 元/人·年.
const POINTS: [char; 6] = ['·', '•', '‧', '⋅', '.', '．'];

/// What may stand below the slash of a unit beside the units themselves.
const PER: [&str; 67] = [
    "小时", "分钟", "工作日", "学年", "学期", "季度", "年", "月", "日", "天", "周", "时", "秒", "季", "生",
    "床", "标准", "班", "车", "校", "村", "站", "期", "次", "度电", "h", "s", "S", "d", "a", "hr", "l", "dl",
    "dL", "min", "sec", "kg", "县", "乡镇", "乡", "镇", "街道", "社区", "万元", "亿元", "百人", "千人",
    "万人", "千人口", "万人口", "10万", "10万人", "百户", "千户", "万户", "100毫升", "100ml", "100mL",
    "100克", "100g", "100公里", "100km", "100KM", "百公里", "百米", "24小时", "24h",
];

/// `unit = name (point name)* ((/ | 每) name (point name)*)*` — the unit that a text begins with, its kind, and the length in
/// bytes. None where the text goes on with more of the unit that is not known: 5立方光年 are no 5立方, 3克/oz no 3克.
pub(crate) fn unit_at(text: &str) -> Option<(Unit, UnitKind, usize)> {
    /// Marks and points, and spaces before them.
    static GOES_ON: CharSet = CharSet::of("/／每·•‧⋅.． \u{a0}\u{3000}\t").and_all('\u{2002}', '\u{200a}');
    let (entry, len) = match simple(text) {
        Some(entry) => (entry, entry.name.len()),
        None => broken(text)?,
    };
    // Most are not counted in another.
    if GOES_ON.begins(&text[len..]) || matches!(entry.kind, Area | Volume) && entry.name.ends_with('方') {
        return compound(entry, text, len);
    }
    Some((Unit::known(entry.unit), entry.kind, len))
}

/// Whether a text that begins with no unit begins with the part of one.
#[cold] // as few amounts stand without a unit
pub(crate) fn is_cut(text: &str) -> bool {
    simple(text).is_some()
}

/// A unit with those it is counted in behind its first name, which takes so many bytes.
#[cold] // as few are
fn compound(entry: &'static Entry, text: &str, mut len: usize) -> Option<(Unit, UnitKind, usize)> {
    let mut entry = entry;
    // 5平方 is an amount, 5平方光年 none of 平方.
    if matches!(entry.unit, "平方" | "立方") && simple(&text[len..]).is_some_and(|e| e.kind == Length) {
        return None;
    }
    if let Some((name, behind)) = times(&text[len..]) {
        // 千瓦·时 is 千瓦时; what has no such name is no unit that is known.
        match named(&[entry.name, name].concat()) {
            Some(product) => (entry, len) = (product, text.len() - behind.len()),
            None if !behind.starts_with(is_alphanumeric) => return None,
            None => {}
        }
    }
    let mut compound = String::new();
    while let Some((mark, behind)) = mark(&text[len..]) {
        // 元/(人·年)
        let inside = behind.strip_prefix(['（', '(']).filter(|_| mark == '/');
        let words = inside.unwrap_or(behind);
        let Some((name, mut after)) = below(words, mark) else {
            // 3克/oz: what stands below the slash is not known; 3克/5克 are two amounts, and 20分/（人数） is reckoned.
            let cut = words.starts_with(is_alphanumeric) && !words.starts_with(starts_number);
            if mark == '/' && inside.is_none() && cut {
                return None;
            }
            break;
        };
        // 只这一项每年就减少…, 89周岁每人每月50元: what is counted is so by the second at most, and no one is so old by month.
        if mark == '每'
            && (entry.kind == Count || entry.unit.ends_with('岁'))
            && !matches!(name, "秒" | "分钟" | "小时")
        {
            break;
        }
        // 元/人·年
        let mut product = String::from(name);
        while let Some((name, behind)) = times(after) {
            product.push('·');
            product.push_str(name);
            after = behind;
        }
        if inside.is_some() {
            let Some(behind) = after.strip_prefix(['）', ')']) else { break };
            (product, after) = (["(", &product, ")"].concat(), behind);
        }
        if compound.is_empty() {
            compound.push_str(entry.unit);
        }
        compound.push(mark);
        compound.push_str(&product);
        len = text.len() - after.len();
    }
    let unit = if compound.is_empty() { Unit::known(entry.unit) } else { Unit(Cow::Owned(compound)) };
    let kind = if unit.0.contains(['/', '每']) { UnitKind::Rate } else { entry.kind };
    Some((unit, kind, len))
}

/// The mark that a text begins with, and the text behind it.
fn mark(text: &str) -> Option<(char, &str)> {
    let text = gap(text);
    let mark = text.chars().next().filter(|c| MARKS.contains(c))?;
    Some((if mark == '每' { mark } else { '/' }, gap(&text[mark.len_utf8()..])))
}

/// The unit behind a point, and the text behind it: 时 in ·时. The points of sentences stand before other words.
fn times(text: &str) -> Option<(&'static str, &str)> {
    let behind = text.strip_prefix(POINTS)?;
    let latin = behind.starts_with(|c: char| c.is_ascii_alphabetic());
    if text.starts_with(['.', '．']) && !latin {
        return None;
    }
    let (name, _) = name(behind)?;
    Some((name, &behind[name.len()..]))
}

/// What may stand below a slash or behind a point: its name as written, and as it is kept.
fn name(text: &str) -> Option<(&'static str, &'static str)> {
    let whole = |name: &&&str| {
        let rest = text.strip_prefix(**name);
        let latin = name.ends_with(|c: char| c.is_ascii_alphanumeric());
        let goes_on =
            |rest: &str| is_raised(rest) || latin && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        rest.is_some_and(|rest| !goes_on(rest))
    };
    let found = simple(text).map(|entry| (entry.name, entry.unit));
    let least = found.map_or(0, |(name, _)| name.len());
    let longest = PER.iter().filter(|per| per.len() > least).filter(whole).max_by_key(|per| per.len());
    longest.map(|per| (*per, *per)).or(found)
}

/// `年` behind `/`, `秒` behind `每`: the name that is kept, and the text behind it. Behind a slash a short word alone is one as
/// well: 元/证.
fn below(behind: &str, mark: char) -> Option<(&str, &str)> {
    let Some((name, unit)) = name(behind) else {
        if mark == '/'
            && let Some(many) = many(behind)
        {
            return Some(behind.split_at(many));
        }
        let end: usize = behind.chars().take(3).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        let alone = !behind[end..].starts_with(is_alphanumeric) && !behind.starts_with(starts_number);
        let word = mark == '/' && alone && (3..=6).contains(&end);
        return word.then(|| behind.split_at(end));
    };
    let said = matches!(
        name,
        "秒" | "分钟"
            | "小时"
            | "时"
            | "年"
            | "天"
            | "日"
            | "月"
            | "亩"
            | "吨"
            | "人"
            | "株"
            | "立方米"
            | "平方米"
            | "公里"
            | "升"
            | "毫升"
            | "千克"
            | "公斤"
    );
    (mark != '每' || said).then(|| (unit, &behind[name.len()..]))
}

/// How long a unit of so many is that a text begins with: 万平方公里, 百万吨.
fn many(text: &str) -> Option<usize> {
    const POWERS: [&str; 8] = ["百万", "十万", "千万", "百亿", "万", "千", "百", "亿"];
    let unit = strip_any(text, &POWERS)?;
    simple(unit).map(|entry| text.len() - unit.len() + entry.name.len())
}

/// The units of a kind, as the table has them.
#[cfg(test)]
pub(crate) fn names(kind: UnitKind) -> impl Iterator<Item = &'static str> {
    UNITS.iter().filter(move |entry| entry.kind == kind).map(|entry| entry.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_name_every_unit() {
        for (variant, kind) in [
            ("Percent", Percent),
            ("PercentagePoint", PercentagePoint),
            ("Multiple", Multiple),
            ("Currency", Currency),
            ("Length", Length),
            ("Area", Area),
            ("Volume", Volume),
            ("Mass", Mass),
            ("Energy", Energy),
            ("Power", Power),
            ("Count", Count),
            ("Other", Other),
        ] {
            let docs = crate::documented::variant(include_str!("unit.rs"), "UnitKind", variant);
            let (_, list) = docs.split_once(":\n").expect("a list behind a colon");
            let named: Vec<&str> = list.split_whitespace().collect();
            for unit in &named {
                let entry = UNITS.iter().find(|entry| entry.name == *unit || entry.unit == *unit);
                assert_eq!(entry.map(|entry| entry.kind), Some(kind), "{unit}");
            }
            for unit in names(kind) {
                assert!(named.contains(&unit), "{unit} is not said of {variant}");
            }
        }
    }

    #[test]
    fn squares_and_cubes_are_whole() {
        for (power, kind) in [("平方", Area), ("立方", Volume)] {
            for length in names(Length) {
                let text = [power, length].concat();
                let whole = |(unit, of, _): (Unit, UnitKind, usize)| unit.as_str() == text && of == kind;
                assert!(unit_at(&text).is_none_or(whole), "{text}");
            }
        }
    }

    #[test]
    fn units() {
        for (text, unit, kind) in [
            ("个百分点，", "百分点", PercentagePoint),
            ("％", "%", Percent),
            ("元／人", "元/人", UnitKind::Rate),
            ("立方米每秒", "立方米每秒", UnitKind::Rate),
            ("公里/小时", "公里/小时", UnitKind::Rate),
            ("千瓦时", "千瓦时", Energy),
            ("人次", "人次", Count),
            ("人口", "-", UnitKind::None),
            ("人", "人", Count),
            ("家企业", "家", Count),
            ("家庭", "-", UnitKind::None),
            ("部门", "部门", Count),
            ("部分", "部分", Count),
            ("期间", "-", UnitKind::None),
            ("km/h", "km/h", UnitKind::Rate),
            ("mg", "mg", Mass),
            ("men", "-", UnitKind::None),
            ("项每年减少", "项", Count),
            ("次每秒", "次每秒", UnitKind::Rate),
            ("mmol/L", "mmol/L", UnitKind::Rate),
            ("mg/dl)", "mg/dl", UnitKind::Rate),
            ("m³/sec", "m³/sec", UnitKind::Rate),
            ("m³/season", "-", UnitKind::None),
            ("dBmV", "dBmV", Other),
            ("伏特", "伏特", Other),
            ("字路口", "-", UnitKind::None),
            ("处以上", "处", Count),
            ("克朗", "克朗", Currency),
            ("套（件）", "套", Count),
            ("件（套），", "件(套)", Count),
            ("m³/d，", "m³/d", UnitKind::Rate),
            ("千瓦·时，", "千瓦时", Energy),
            ("kW.h", "kWh", Energy),
            ("吨·公里", "吨公里", Other),
            ("吨·海里左右", "吨海里", Other),
            ("千瓦·米，", "-", UnitKind::None),
            ("亩·农业", "亩", Area),
            ("元/人·年，", "元/人·年", UnitKind::Rate),
            ("元／吨•公里", "元/吨·公里", UnitKind::Rate),
            ("元/（人·月）", "元/(人·月)", UnitKind::Rate),
            ("元/平方米·月", "元/平方米·月", UnitKind::Rate),
            ("克标准煤/千瓦时", "克标准煤/千瓦时", UnitKind::Rate),
            ("吨标准煤/万元", "吨标准煤/万元", UnitKind::Rate),
            ("毫克/100毫升", "毫克/100毫升", UnitKind::Rate),
            ("毫克每升", "毫克每升", UnitKind::Rate),
            ("元/证，", "元/证", UnitKind::Rate),
            ("元/5元", "元", Currency),
            ("克/oz", "-", UnitKind::None),
            ("分/（人数）", "分", Other),
            ("元/拆解企业", "-", UnitKind::None),
            ("毫米汞柱", "毫米汞柱", Other),
            ("伏安", "伏安", Power),
            ("平方毫米", "平方毫米", Area),
            ("立方光年", "-", UnitKind::None),
            ("立方，", "立方", Volume),
            ("cm²", "cm²", Area),
            ("m^2的", "m²", Area),
            ("米²", "平方米", Area),
            ("km⁴", "-", UnitKind::None),
            ("cm^4", "-", UnitKind::None),
            ("厘米³", "-", UnitKind::None),
            ("kg/cm²", "kg/cm²", UnitKind::Rate),
            ("kg/hm2", "kg/hm2", UnitKind::Rate),
            ("m/s²", "-", UnitKind::None),
            ("米/秒²", "-", UnitKind::None),
            ("L/100km", "L/100km", UnitKind::Rate),
            ("kWh/100km，", "kWh/100km", UnitKind::Rate),
            ("角，", "角", Currency),
            ("角度", "-", UnitKind::None),
        ] {
            let found = unit_at(text);
            assert_eq!(found.as_ref().map_or("-", |(u, ..)| u.as_str()), unit, "{text}");
            assert_eq!(found.map_or(UnitKind::None, |(u, ..)| u.kind()), kind, "{text}");
        }
    }
}
