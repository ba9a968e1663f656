# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences, written for this project, from which tokenizer_golden.py makes its lines."""

SENTENCES = {
    "english": [
        "The film drags in its second act, but the last scene makes up for everything.",
        "It's a charming, Depression-era story; I didn't expect to like it!",
        "U.S. critics gave it 3.5 of 5 stars (about 70%), didn't they?",
        "Mr. O'Neill's \"masterpiece\" cost $1,200,000 - and looks like $20.",
        "Unbelievably overacted, underwritten and nonetheless irresistible...",
        "We watched it at 10:30 p.m. on 24/7 TV; see https://films.example/a?b=c&d=e_f.",
        "rock'n'roll, AT&T, C++, x=y, a/b, e-mail me@home.example, #nofilter, ~100 <b>bold</b> `code` {x} [y] ^2 |z|",
        "The THE the tHe; Internationalization and counterrevolutionaries.",
        "well--maybe; wait...what?! No way!!! --- *** ===",
        "Soldiers' boots, the dogs' bowls, 'tis the season of the '90s.",
    ],
    "german": [
        "Die Straßenbahn fährt über die Brücke, nicht wahr?",
        "Äpfel, Öl und Übermut: größer als groß, GROẞ und Maß.",
        "Donaudampfschifffahrtsgesellschaftskapitän heißt das längste Wort.",
        "„Nein“, sagte sie, »das kostet 3,50 €«.",
    ],
    "french": [
        "L’été dernier, où étiez-vous ? Ça m’a plu, naïve que j’étais.",
        "Cœur, œuvre, Ÿ et façade : « très bien » !",
    ],
    "turkish": [
        "İstanbul'da ışık IŞIK İĞNE iğne; Diyarbakır'ın ılık suyu.",
        "IİıiÍí İ İ̇ i̇ DİKKAT",
    ],
    "greek": [
        "ΟΔΥΣΣΕΥΣ Οδυσσεύς: ΣΑΣ, σας· ΣΟΦΟΣ τέλος;",
        "Ἀρχὴ ἥμισυ παντός ᾼ ῼ ΐ ΰ ᾳ ῞Ω;",
    ],
    "russian": [
        "Ёлка и йогурт: отличный фильм, не правда ли?",
        "Україна, їжак, ґанок — Щука ещё ЖИВА.",
    ],
    "vietnamese": ["Tiếng Việt rất hay, đường phố đẹp quá ĐƯỜNG."],
    "polish": ["Zażółć gęślą jaźń, ŁÓDŹ i łódź."],
    "arabic": [
        "الفيلم جميلٌ جدًّا، أليس كذلك؟",
        "مُحَمَّدٌ يَقْرَأُ ٣٫٥ كُتُبٍ؛ ـــ لا إله",
        "می‌خواهم کتاب‌ها را بخوانم ﷺ",
    ],
    "hebrew": ["שָׁלוֹם עוֹלָם, מה שלומך? צה״ל ג׳ירפה"],
    "hindi": [
        "यह फ़िल्म बहुत अच्छी है। क्या आपने देखी?",
        "क्षत्रिय ज्ञान क्‍ष हिन्दी ॐ १२३",
    ],
    "tamil": ["தமிழ் மொழி மிகவும் அழகானது."],
    "thai": ["ภาพยนตร์เรื่องนี้สนุกมาก ๆ ไม่น่าเบื่อเลย", "กำลังดี ๑๒๓ ฿100"],
    "chinese": [
        "这部电影非常好看，我喜欢！",
        "他說：「你好嗎？」ABC公司2024年的計劃。",
        "𠀀𠮷野家 㐂 豈更車 丽 中文test混排",
    ],
    "japanese": [
        "この映画はとても面白かったです。ガギグゲゴ",
        "「カタカナ」とひらがな、ﾊﾟﾋﾟﾌﾟ、ぱ ぱ〜 々〆",
    ],
    "korean": ["이 영화는 정말 재미있어요! 한국어 각", "각힣 ᄒᆞᆫ글 ㄱㄴㄷ"],
    "emoji": [
        "Great 👍 movie 👩‍👩‍👧‍👦 loved it ❤️‍🔥!!",
        "🏳️‍🌈 🇩🇪🇫🇷 👋🏽 1️⃣ #️⃣ *️⃣ ‼️ 😀😀😀 so😀funny 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "☺ ☺️ ✌🏿 ©️ ™ ♀️ 🧑‍💻,🧑‍💻 (ツ) ¯\\_(ツ)_/¯",
    ],
    "combining": [
        "cafe\u0301 na\u0308ive Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324al\u0349\u0354go",
        "a\u0323\u0302 a\u0302\u0323 q\u0307\u0323 \u0301start .\u0301abc x\u0338= =\u0338 \u2260",
        "한\u302e\u0323 \u1100\u1161\u302f\u11a8 s\u0327\u0307 \u1e69 \u212b \u2126 \ufb01ne \uff21\uff22\uff23",
    ],
    "invisible": [
        "nul\0in the mid\0dle \0 \x01\x02bell\x07 del\x7f esc\x1b[31m",
        "tab\there\r\nnew\nline\rcr\x0bvt\x0cff\x85nel\u2028ls\u2029ps",
        "zero\u200bwidth joi\u200dner n\u200cj \ufeffbom soft\u00adhyphen \u2060wj \u200elrm\u200frlm \u202aabc\u202c",
        "nb\u00a0space thin\u2009space ideographic\u3000space ogham\u1680space \u180e mongolian\u180evs",
        "private \ue000\uf8ff \U000f0000 noncharacter \ufffe\uffff \U0010ffff replacement \ufffd\ufffd x\ufffdy",
        "young letters \u1c89 \ua7da \U00010d50 \u2e52 \u2e5d \u0898 \U0001e8d0 \U00011938 \U0001f978 \U0001fae0",
    ],
    "special": [
        "[CLS] and [SEP] in the text [MASK]. x[SEP]y [UNK][PAD] [sep] [MASK]\u0301 [[SEP]] [unused1] ##ing ## # [",
        "Fill the [MASK]ing: [MASK][MASK] [ MASK ] [SEP",
    ],
}

# Byte sequences that are no UTF-8: bad starts, cut sequences, surrogates, overlong forms, beyond U+10FFFF.
BROKEN = [
    b"\xff", b"\xfe\xff", b"\x80", b"\xbf\xbf", b"\xc3", b"\xe4\xb8", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xed\xbf\xbf",
    b"\xc0\x80", b"\xe0\x80\xaf", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xc3(", b"\xe2\x82\x20", b"\xf0\x9fx",
]
