//! Texts that tempt a stage to look back or ahead without bound: one unit, or one run of letters, as often as it is asked for.
//!
//! Tests of invariants read them large, the count of instructions reads them at a size and its double. A shape that was found to cost more than
//! its length stays here under a name.

/// A text of about so many words (or of what stands in their place) in one shape.
pub type Shape = (&'static str, fn(usize) -> String);

/// A word in Arabic letters that no other number gives, and no dictionary has.
fn distinct(number: usize) -> String {
    const LETTERS: [char; 28] = [
        'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه',
        'و', 'ي',
    ];
    // Multiplied by an odd number, so that neighbours differ from the first letter on.
    let mut rest = (number as u32).wrapping_mul(2_654_435_761);
    (0..6)
        .map(|_| {
            let letter = LETTERS.get(rest as usize % LETTERS.len()).copied().unwrap_or('ا');
            rest /= LETTERS.len() as u32;
            letter
        })
        .collect()
}

fn numbered(n: usize, unit: impl Fn(usize) -> String) -> String {
    (0..n).map(unit).collect()
}

/// Every shape.
pub const SHAPES: [Shape; 54] = [
    ("prose without a stop", |n| "وصل الوفد الى المدينة مساء امس وعقد اجتماعا طويلا مع المحافظ ".repeat(n / 11 + 1)),
    ("one sentence of commas", |n| "قال الوزير إن الوضع صعب، ".repeat(n / 5 + 1)),
    ("sentences in one line", |n| "وصل الوفد إلى بغداد. ".repeat(n / 4 + 1)),
    ("lines of prose", |n| "وصل الوفد إلى المدينة مساء أمس.\n".repeat(n / 6 + 1)),
    ("one word", |n| "كتاب ".repeat(n)),
    ("one word a line", |n| "كتاب\n".repeat(n)),
    ("one unknown word", |n| "مدرصة ".repeat(n)),
    ("unknown words, all distinct", |n| numbered(n, |i| distinct(i) + " ")),
    ("unknown words a line, all distinct", |n| numbered(n, |i| distinct(i) + "\n")),
    ("sentences of distinct words", |n| {
        numbered(n / 4 + 1, |i| format!("{} {} كتب {}. ", distinct(3 * i), distinct(3 * i + 1), distinct(3 * i + 2)))
    }),
    ("one token of letters", |n| "كتاب".repeat(n)),
    ("one token of wa", |n| "و".repeat(n)),
    ("one token of clitics", |n| "وبكال".repeat(n)),
    ("tokens of sixty clitics", |n| ("وبكال".repeat(12) + " ").repeat(n / 12 + 1)),
    ("clitics alone", |n| "و ".repeat(n)),
    ("one token of digits", |n| "١٢٣".repeat(n)),
    ("numbers", |n| "١٢٣ ".repeat(n)),
    ("number words", |n| "ثلاثة وعشرون ألفا ومئة ".repeat(n / 4 + 1)),
    ("hundreds of hundreds", |n| "مئة ".repeat(n)),
    ("thousands and", |n| "ألف و ".repeat(n / 2 + 1)),
    ("ranges", |n| "من 3 إلى 5 ".repeat(n / 4 + 1)),
    ("dates", |n| "15 نوفمبر 2015، ".repeat(n / 3 + 1)),
    ("days and months", |n| "يوم الأحد من شهر رمضان عام ".repeat(n / 6 + 1)),
    ("months", |n| "نوفمبر ".repeat(n)),
    ("o'clock", |n| "الساعة الثالثة والنصف مساء أمس ".repeat(n / 5 + 1)),
    ("he said", |n| "قال ".repeat(n)),
    ("and he added that", |n| "وأضاف أن ".repeat(n / 2 + 1)),
    ("he said, a line each", |n| "قال الوزير إن\n".repeat(n / 3 + 1)),
    ("speakers", |n| numbered(n / 4 + 1, |i| format!("قال محمد {}: نعم. ", distinct(i)))),
    ("names", |n| "محمد علي حسن ".repeat(n / 3 + 1)),
    ("names, all distinct", |n| numbered(n / 3 + 1, |i| format!("السيد محمد {}، ", distinct(i)))),
    ("titles", |n| "الرئيس ".repeat(n)),
    ("places", |n| "في بغداد والقاهرة، ".repeat(n / 3 + 1)),
    ("opened quotes", |n| "« ".repeat(n)),
    ("nested quotes", |n| "«".repeat(n) + "نعم" + &"»".repeat(n)),
    ("straight quotes", |n| "\" ".repeat(n)),
    ("quoted words", |n| "قال «نعم» ".repeat(n / 2 + 1)),
    ("opened brackets", |n| "( كلمة ".repeat(n / 2 + 1)),
    ("nested brackets", |n| "(".repeat(n) + "نعم" + &")".repeat(n)),
    ("brackets left open before pairs", |n| "( ".repeat(n / 2 + 1) + &"«نعم» ".repeat(n / 2 + 1)),
    ("brackets that nothing opens", |n| "« ".repeat(n / 2 + 1) + &") ".repeat(n / 2 + 1)),
    ("colons", |n| "قال: ".repeat(n)),
    ("full stops", |n| ". ".repeat(n)),
    ("marks on one letter", |n| "ب".to_string() + &"\u{64E}\u{651}".repeat(n)),
    ("one token of tatweel", |n| "ـ".repeat(n) + "ب"),
    ("joiners", |n| "ب\u{200C}".repeat(n)),
    ("lines without text", |n| "\n".repeat(n) + "نعم"),
    ("tabs", |n| "خلية\tخلية\tخلية\n".repeat(n / 3 + 1)),
    ("bars", |n| "الرئيسية | أخبار | رياضة\n".repeat(n / 3 + 1)),
    ("furniture", |n| "اقرأ أيضا\nشارك\nالتعليقات\n".repeat(n / 4 + 1)),
    ("comments", |n| "التعليقات\n".to_string() + &numbered(n / 3 + 1, |i| format!("{} منذ ساعة\n", distinct(i)))),
    ("emoji", |n| "😀".repeat(n)),
    ("addresses", |n| "https://x.example/ص ".repeat(n)),
    ("Latin words", |n| numbered(n, |i| format!("word{i} "))),
];
