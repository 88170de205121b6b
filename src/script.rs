//! Traditional characters of the words that the grammars know, and their Simplified forms.
//!
//! Both forms take three bytes, so a folded text has the offsets of the one it came from. Grammars read the folded text and
//! know Simplified words alone; names and units are taken from the text as written.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::{Range, RangeInclusive};

use crate::charset::{CharSet, char_at};

/// Pairs of a Traditional and a Simplified character. What is Simplified as well (覆 in 覆盖, 乾, 徵) is left out.
const PAIRS: &str = "並并亞亚佈布佔占併并來来侷局個个備备傢家傳传債债傷伤僅仅僑侨價价億亿儉俭優优儲储兌兑內内兩两冊册別别刪删則则剋克創创劃划劑剂動动\
務务勝胜勞劳勢势勵励匯汇區区協协參参叄叁員员問问單单噸吨噹当嚮向囌苏國国圍围園园圓圆團团執执堅坚報报場场塊块壇坛壓压壯壮夠够婦妇\
學学寀采實实寧宁審审寫写寬宽將将專专對对導导屆届層层屬属島岛崑昆崗岗帶带幣币幫帮幹干幾几庫库廢废廣广廳厅張张強强彆别彔录彙汇後后\
徑径從从復复徹彻態态慶庆憂忧應应懞蒙戰战戲戏戶户採采換换撐撑撥拨擁拥擊击擔担據据擬拟擴扩攝摄攤摊數数斷断於于昇升時时晉晋暫暂曆历\
曏向書书會会條条棟栋業业極极構构樂乐樓楼標标樣样樹树橋桥機机檔档檢检檯台檻槛欄栏權权歐欧歲岁歷历歸归殘残殺杀氣气決决沒没淩凌減减\
測测準准溫温溼湿滬沪滾滚滿满漢汉漲涨潔洁濛蒙濟济瀋沈灣湾災灾烏乌煙烟熱热營营爐炉爭争爲为爾尔牀床狀状獎奖獨独獲获現现環环瓊琼產产\
甦苏畝亩畫画當当發发監监盤盘盧卢瞭了矇蒙確确碼码礎础礦矿礫砾祇只祕秘禮礼稅税種种稱称積积穩稳穫获筆笔箇个節节範范簡简簽签籌筹籤签\
粵粤糧粮糰团紀纪約约紅红納纳級级終终組组結结給给絨绒統统經经綜综綠绿維维綱纲網网緊紧線线編编緻致縣县縮缩總总績绩織织繞绕繪绘繼继\
續续纔才罈坛罰罚羣群義义聞闻聯联聲声聽听脩修腦脑臨临臺台與与舉举茲兹莖茎華华萬万葉叶葯药蓆席蓋盖蔘参藥药蘇苏蘭兰處处號号衕同衛卫\
裏里裝装製制複复覈核見见規规親亲訂订計计討讨訓训記记訪访設设許许訴诉診诊註注証证評评詞词試试該该認认語语說说課课調调談谈論论諜谍\
謂谓證证識识議议護护譽誉讀读讓让貝贝負负財财貧贫貨货貫贯責责貳贰貴贵貸贷貼贴貿贸資资賓宾賙周質质賬账購购贛赣蹤踪躍跃車车軍军較较\
載载輕轻輛辆輪轮轉转辦办農农迴回這这連连週周進进運运過过達达違违遞递遠远適适遷迁選选遼辽邁迈還还邊边郵邮鄉乡鄭郑鄰邻醫医釋释釐厘\
鈡钟銀银銖铢銜衔銷销鋪铺錄录錢钱錯错錶表鍊链鍾钟鎊镑鎖锁鎮镇鏈链鐘钟鐵铁鑑鉴鑒鉴長长門门閃闪閉闭開开間间閣阁閤合閩闽關关陝陕陸陆\
隊队階阶際际隻只離离難难雲云電电韆千韓韩頁页頃顷項项順顺須须預预領领頭头頸颈顆颗題题額额類类顧顾顯显風风颱台飛飞飯饭飽饱餅饼養养\
餘余館馆馬马駁驳驗验驟骤體体髮发鬚须魯鲁鵝鹅鹽盐麪面點点黨党鼕冬齡龄齣出為为請请補补託托頻频訊讯帳帐師师輔辅獄狱撫抚練练償偿訟讼\
憑凭詢询濕湿矯矫閱阅異异賠赔敘叙諮咨喪丧覽览棄弃偵侦眾众繕缮偽伪遊游滯滞攜携軟软輻辐僱雇贈赠櫃柜賃赁衝冲尋寻溝沟儀仪薦荐囑嘱駛驶\
飲饮牆墙塗涂販贩諾诺啟启細细觸触講讲話话賄贿辭辞慮虑亂乱係系凈净啓启埰采墾垦壽寿奬奖峽峡嵗岁憲宪捲卷掛挂揮挥搖摇擇择敎教東东榦干\
榮荣氾泛汎泛況况淨净滙汇潛潜産产畵画眞真篩筛紛纷紹绍綫线緑绿繫系繳缴纍累職职脫脱舊旧舘馆艙舱虛虚蝦虾衞卫裡里誌志説说諧谐變变費费\
賽赛踰逾躋跻遲迟針针錠锭録录鍵键鍼针鎭镇闢辟陞升隨随頒颁駐驻魚鱼麫面麵面卻却掃扫緩缓譯译雖虽嚴严雙双損损紮扎輸输謀谋貢贡鍰锾詳详\
羅罗麥麦侖仑們们劇剧視视無无興兴毀毁習习軌轨鞏巩響响虧亏飆飙揚扬廠厂獻献築筑陽阳彈弹趨趋騰腾衆众賣卖險险競竞療疗觀观轄辖盡尽碩硕\
攬揽攔拦徵征儘尽擺摆緝缉齊齐鍋锅紙纸圖图兒儿締缔術术鏡镜龍龙潤润滅灭墊垫勸劝奪夺湧涌牽牵豐丰纖纤窯窑襪袜鋼钢澤泽紡纺豬猪瑪玛盞盏辯辩銳锐勁劲\
搶抢糾纠賢贤敗败鬥斗嘗尝踐践莊庄錨锚紋纹黃黄髒脏靜静棲栖勻匀廁厕氫氢寶宝飼饲買买撲扑搗捣凍冻贏赢斬斩懲惩殲歼斃毙撈捞漁渔驅驱艦舰\
懸悬趕赶頓顿賦赋紐纽畢毕緣缘闖闯壞坏穎颖漸渐麼么橫横縱纵傾倾靈灵喫吃頂顶覺觉蒞莅竈灶錦锦幟帜廂厢淺浅膠胶汙污陰阴閏闰鹹咸緒绪禎祯\
貞贞彌弥濱滨孫孙虜虏鏟铲誕诞豎竖願愿藝艺駕驾嬰婴礙碍隸隶濃浓遺遗緯纬偉伟奮奋絕绝陳陈賭赌鈕钮賀贺鏽锈踴踊馳驰贊赞瀝沥峯峰獸兽暢畅\
萊莱恆恒誘诱疊叠惡恶絡络廟庙脹胀驛驿";

/// Pairs of a mark that Traditional text has, or Big5 alone, or that is typed for another, and the one that the grammars know.
const MARKS: [(char, char); 8] =
    [('「', '“'), ('」', '”'), ('『', '‘'), ('』', '’'), ('≧', '≥'), ('≦', '≤'), ('﹪', '％'), ('℅', '％')];

/// The first of each.
pub(crate) static SHAPES: CharSet = CharSet::of("「」『』≧≦﹪℅");

/// The mark that the grammars know for another.
pub(crate) fn shape(c: char) -> Option<char> {
    SHAPES.has(c).then(|| MARKS.iter().find(|(mark, _)| *mark == c).map(|(_, known)| *known))?
}

/// How many bytes a character of a pair takes.
const WIDTH: usize = 3;

/// The bytes that Traditional characters begin with, as all that lie between 4E00 and 9FFF do.
pub(crate) const FIRST_BYTES: RangeInclusive<u8> = 0xE4..=0xE9;

const COUNT: usize = PAIRS.len() / (2 * WIDTH);

pub(crate) static TRADITIONAL: CharSet = CharSet::alternate(PAIRS);

/// The first and the last Han character that words are written with.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// The Simplified form of each of them from the first on, which is the same for most.
static FORMS: [u16; (LAST - FIRST + 1) as usize] = {
    let mut forms = [0; (LAST - FIRST + 1) as usize];
    let mut c = FIRST;
    #[allow(clippy::cast_possible_truncation)] // OK because they take three bytes
    while c <= LAST {
        forms[(c - FIRST) as usize] = c as u16;
        c += 1;
    }
    let mut i = 0;
    while i < COUNT {
        let pair = 2 * WIDTH * i;
        set(&mut forms, char_at(PAIRS.as_bytes(), pair).0, char_at(PAIRS.as_bytes(), pair + WIDTH).0);
        i += 1;
    }
    forms
};

#[allow(clippy::cast_possible_truncation)] // OK because they take three bytes
const fn set(forms: &mut [u16], c: u32, form: u32) {
    forms[(c - FIRST) as usize] = form as u16;
}

/// The text with the Traditional characters of known words in their Simplified forms, at the same offsets.
pub(crate) fn simplified(text: &str) -> Cow<'_, str> {
    let next = |from| Some(TRADITIONAL.find(text.as_bytes(), from)).filter(|at| *at < text.len());
    let Some(first) = next(0) else { return Cow::Borrowed(text) };
    let mut folding = Folding::behind("", 0, text);
    let mut at = Some(first);
    while let Some(from) = at {
        at = next(folding.fold(from));
    }
    Cow::Owned(folding.finish())
}

/// A text on its way into Simplified characters, as its Traditional ones are met, and what is cut out of it.
pub(crate) struct Folding<'t> {
    source: &'t str,
    /// How far it was read.
    read: usize,
    folded: String,
    forms: usize,
    /// Where in the folded text 參 stood.
    threes: Vec<usize>,
}

impl<'t> Folding<'t> {
    /// Begins with the first Traditional character of a source; `text` is what comes before a place in it, without what was cut.
    pub fn behind(text: &str, place: usize, source: &'t str) -> Self {
        let mut folded = String::with_capacity(source.len());
        folded.push_str(text);
        Self { source, read: place, folded, forms: 0, threes: Vec::new() }
    }

    /// How many Traditional characters there were.
    pub const fn forms(&self) -> usize {
        self.forms
    }

    /// Folds the Han characters from a Traditional one on, and returns where they end: most that stand around it are Traditional
    /// as well, and are not looked for one by one.
    pub fn fold(&mut self, at: usize) -> usize {
        self.folded.push_str(&self.source[self.read..at]);
        let mut rest = &self.source.as_bytes()[at..];
        while let &[a @ 0xE4..=0xE9, b, c, ref behind @ ..] = rest {
            let c = u32::from(a & 0xF) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F);
            let form = FORMS.get(c.wrapping_sub(FIRST) as usize).map_or(c, |form| (*form).into());
            if c == u32::from('參') {
                self.threes.push(self.folded.len());
            }
            self.forms += usize::from(form != c);
            self.folded.push(char::from_u32(form).unwrap_or_default());
            rest = behind;
        }
        self.read = self.source.len() - rest.len();
        self.read
    }

    /// Puts another mark in the place of one, and returns where that ends.
    pub fn reshape(&mut self, at: usize, form: char) -> usize {
        self.replace(at..at + WIDTH, form.encode_utf8(&mut [0; WIDTH]));
        self.read
    }

    /// Puts something else in the place of a part, or nothing.
    pub fn replace(&mut self, part: Range<usize>, with: &str) {
        self.folded.push_str(&self.source[self.read..part.start]);
        self.folded.push_str(with);
        self.read = part.end;
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        self.folded.push_str(&self.source[self.read..]);
        // Now that what stood between the characters is cut out, their company is known.
        for at in self.threes {
            if in_financial_company(&self.folded, at..at + '参'.len_utf8()) {
                self.folded.replace_range(at..at + '参'.len_utf8(), "叁");
            }
        }
        self.folded
    }
}

/// Whether 參 at a place in a folded text is the financial three (參拾萬元) and not 參加.
#[cold] // as few characters are asked
fn in_financial_company(text: &str, three: Range<usize>) -> bool {
    let (before, behind) = (&text[..three.start], &text[three.end..]);
    behind.starts_with([
        '拾', '佰', '仟', '万', '亿', '元', '圆', '点', '零', '壹', '贰', '参', '肆', '伍', '陆', '柒', '捌',
        '玖',
    ]) || before.ends_with(['零', '拾', '佰', '仟', '壹', '贰', '肆', '柒', '捌', '玖'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_at_the_same_offsets() {
        for (text, expected) in [
            ("国务院", "国务院"),
            ("國務院辦公廳關於印發", "国务院办公厅关于印发"),
            ("𠮷個é億", "𠮷个é亿"),
            ("新臺幣貳佰參拾參萬元，參加", "新台币贰佰叁拾叁万元，参加"),
            ("", ""),
        ] {
            assert_eq!(simplified(text), expected);
            assert_eq!(simplified(text).len(), text.len());
        }
        assert!(matches!(simplified("国务院"), Cow::Borrowed(_)));
    }

    #[test]
    fn company_is_known_behind_noise_and_readings() {
        for text in ["參萬元", "參\u{200b}萬元", "貳\u{200b}參", "參(cān)萬(wàn)元"] {
            let normalized = crate::normalize::Normalized::new(text);
            assert!(normalized.folded().contains('叁'), "{text}");
        }
    }

    /// A word that is written with a Simplified character is known in Traditional script, too.
    #[test]
    fn words_of_the_tables_have_both_scripts() {
        const SOURCES: [&str; 9] = [
            include_str!("target/action.rs"),
            include_str!("target/change.rs"),
            include_str!("target/cue.rs"),
            include_str!("target/leading.rs"),
            include_str!("target/noun.rs"),
            include_str!("target/subject.rs"),
            include_str!("target/work.rs"),
            include_str!("quantity/context.rs"),
            include_str!("unit.rs"),
        ];
        // These are Simplified characters as well.
        const BOTH: [char; 4] = ['著', '覆', '乾', '於'];
        let code = SOURCES.iter().flat_map(|source| source.lines().filter(|line| !line.contains("//")));
        let words = code.flat_map(|line| line.split('"').skip(1).step_by(2));
        let mut checked = 0;
        for c in words.flat_map(str::chars).filter(|c| (FIRST..=LAST).contains(&u32::from(*c))) {
            let traditional = hanconv::s2t(String::from(c)).chars().next().expect("a character");
            let known = traditional == c || TRADITIONAL.has(traditional) || BOTH.contains(&traditional);
            assert!(known, "{traditional} for {c}");
            checked += 1;
        }
        assert!(checked > 10_000, "{checked}");
    }

    #[test]
    fn pairs_are_pairs() {
        for (mark, known) in MARKS {
            assert_eq!((mark.len_utf8(), known.len_utf8(), shape(mark)), (WIDTH, WIDTH, Some(known)));
        }
        assert!(PAIRS.chars().all(|c| c.len_utf8() == WIDTH));
        assert_eq!(PAIRS.chars().count(), COUNT * 2);
        let mut traditional: Vec<char> = PAIRS.chars().step_by(2).collect();
        for (c, form) in traditional.iter().zip(PAIRS.chars().skip(1).step_by(2)) {
            assert_eq!(simplified(&String::from(*c)), String::from(form), "{c}");
        }
        traditional.sort_unstable();
        traditional.dedup();
        assert_eq!(traditional.len(), COUNT, "a character stands twice");
    }
}
