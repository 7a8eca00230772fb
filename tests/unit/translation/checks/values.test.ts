/** Numbers, days, telephones and addresses: right in every way a language writes them, wrong when one digit is. */
import { describe, expect, test } from 'vitest';
import { errorsIn, judged } from '../../../support/judged.ts';

const ring = 'Ring 01632 960101 before 3 May 2026, between 9am and 5.30pm.';
const cost = 'A club costs £4.50 a session, and 20% of our 1,250 families pay nothing.';
const where =
  'Write to families@example.org, see https://example.org/families, or come to 12 High Street, Sittingbourne ME10 4AB.';

const rightRing: Readonly<Record<string, string>> = {
  ar: 'اتصل على ٠١٦٣٢ ٩٦٠١٠١ قبل ٣ مايو ٢٠٢٦، بين الساعة ٩ صباحًا و٥:٣٠ مساءً.',
  bg: 'Обадете се на 01632 960101 преди 3 май 2026 г., между 9.00 и 17.30 ч.',
  bn: '৩ মে ২০২৬-এর আগে সকাল ৯টা থেকে বিকেল ৫:৩০-এর মধ্যে ০১৬৩২ ৯৬০১০১ নম্বরে ফোন করুন।',
  gu: '૩ મે, ૨૦૨૬ પહેલાં સવારે ૯ થી સાંજે ૫:૩૦ વચ્ચે ૦૧૬૩૨ ૯૬૦૧૦૧ પર ફોન કરો.',
  ne: '३ मे २०२६ भन्दा अगाडि बिहान ९ देखि साँझ ५:३० बीच ०१६३२ ९६०१०१ मा फोन गर्नुहोस्।',
  pa: '3 ਮਈ 2026 ਤੋਂ ਪਹਿਲਾਂ ਸਵੇਰੇ 9 ਤੋਂ ਸ਼ਾਮ 5.30 ਵਜੇ ਤੱਕ 01632 960101 ਉੱਤੇ ਫ਼ੋਨ ਕਰੋ।',
  pl: 'Zadzwoń pod numer 01632 960 101 przed 3 maja 2026 r., między 9.00 a 17.30.',
  ro: 'Sunați la 01632 960101 înainte de 3 mai 2026, între orele 9:00 și 17:30.',
  sk: 'Zavolajte na 01632 960101 pred 3. májom 2026, medzi 9.00 a 17.30 h.',
  so: 'Soo wac 01632 960101 ka hor 3 Maajo 2026, inta u dhaxaysa 9 subaxnimo iyo 5:30 galabnimo.',
  ur: '3 مئی 2026 سے پہلے صبح 9 بجے سے شام 5:30 بجے کے درمیان 01632 960101 پر فون کریں۔',
};

const rightCost: Readonly<Record<string, string>> = {
  ar: 'تكلفة النادي ٤٫٥٠ £ للجلسة، و٢٠٪ من عائلاتنا البالغ عددها ١٬٢٥٠ لا تدفع شيئًا.',
  bg: 'Клубът струва 4,50 £ на занимание, а 20 % от нашите 1 250 семейства не плащат нищо.',
  bn: 'একটি ক্লাবের খরচ প্রতিবার £৪.৫০, এবং আমাদের ১,২৫০টি পরিবারের ২০ শতাংশ কিছুই দেয় না।',
  gu: 'ક્લબનો ખર્ચ એક વારના £4.50 છે, અને અમારા 1,250 પરિવારોમાંથી 20 ટકા કંઈ ચૂકવતા નથી.',
  ne: 'एक पटकको क्लबको £४.५० लाग्छ, र हाम्रा १,२५० परिवारमध्ये २० प्रतिशतले केही तिर्दैनन्।',
  pa: 'ਕਲੱਬ ਦੇ ਇੱਕ ਵਾਰ ਦੇ £4.50 ਲੱਗਦੇ ਹਨ, ਅਤੇ ਸਾਡੇ 1,250 ਪਰਿਵਾਰਾਂ ਵਿੱਚੋਂ 20% ਕੁਝ ਨਹੀਂ ਦਿੰਦੇ।',
  pl: 'Zajęcia kosztują 4,50 funta, a 20% z naszych 1250 rodzin nie płaci nic.',
  ro: 'Un club costă 4,50 £ pe ședință, iar 20 la sută din cele 1.250 de familii nu plătesc nimic.',
  sk: 'Krúžok stojí 4,50 £ za stretnutie a 20 percent z našich 1 250 rodín neplatí nič.',
  so: 'Naadigu waa £4.50 fadhigiiba, 20 boqolkiiba 1,250-ka qoysna waxba ma bixiyaan.',
  ur: 'ایک کلب کی فیس ایک بار کے £4.50 ہے، اور ہمارے 1,250 خاندانوں میں سے 20 فیصد کچھ نہیں دیتے۔',
};

const rightWhere: Readonly<Record<string, string>> = {
  ar: 'اكتب إلى families@example.org أو زر https://example.org/families أو تعال إلى 12 High Street, Sittingbourne ME10 4AB.',
  bg: 'Пишете на families@example.org, вижте https://example.org/families или елате на 12 High Street, Sittingbourne, ME10 4AB.',
  bn: 'families@example.org-এ লিখুন, https://example.org/families দেখুন, অথবা 12 High Street, Sittingbourne ME10 4AB-তে আসুন।',
  gu: 'families@example.org પર લખો, https://example.org/families જુઓ, અથવા 12 High Street, Sittingbourne ME10 4AB પર આવો.',
  ne: 'families@example.orgमा लेख्नुहोस्, https://example.org/families हेर्नुहोस्, वा 12 High Street, Sittingbourne ME10 4ABमा आउनुहोस्।',
  pa: 'families@example.org ਨੂੰ ਲਿਖੋ, https://example.org/families ਦੇਖੋ, ਜਾਂ 12 High Street, Sittingbourne ME10 4AB ਆਓ।',
  pl: 'Napisz na adres families@example.org, wejdź na https://example.org/families albo przyjdź: 12 High Street, Sittingbourne ME10 4AB.',
  ro: 'Scrieți la families@example.org, vedeți https://example.org/families sau veniți la 12 High Street, Sittingbourne ME10 4AB.',
  sk: 'Napíšte na families@example.org, pozrite https://example.org/families alebo príďte na 12 High Street, Sittingbourne ME10 4AB.',
  so: 'U qor families@example.org, eeg https://example.org/families, ama kaalay 12 High Street, Sittingbourne ME10 4AB.',
  ur: 'families@example.org پر لکھیں، https://example.org/families دیکھیں، یا 12 High Street, Sittingbourne ME10 4AB آئیں۔',
};

describe.each(Object.keys(rightRing))('in %s', (language) => {
  const [ringing, costing, coming] = [rightRing, rightCost, rightWhere].map(
    (texts) => texts[language] as string,
  ) as [string, string, string];

  test('a telephone number, a day and times are right as the language writes them', () => {
    expect(judged(ring, ringing, language)).toEqual([]);
  });

  test('money, a share and a thousand are right as the language writes them', () => {
    expect(judged(cost, costing, language)).toEqual([]);
  });

  test('addresses to write to and to go to are right as they are in English', () => {
    expect(errorsIn(where, coming, language)).toEqual([]);
  });

  test.each([
    ['telephone-changed', ring, ringing, /(0|[٠০૦०])(1|[١১૧१])(6|[٦৬૬६])/, '9'],
    ['date-changed', ring, ringing, /2026|٢٠٢٦|২০২৬|૨૦૨૬|२०२६/, '2027'],
    ['number-changed', ring, ringing, /30|٣٠|৩০|૩૦|३०/, '45'],
    ['money-changed', cost, costing, /[.,٫](50|٥٠|৫০|૫૦|५०)/, '.05'],
    ['number-changed', cost, costing, /250|٢٥٠|২৫০|૨૫૦|२५०/, '520'],
    ['email-changed', where, coming, /families@/, 'family@'],
    ['address-changed', where, coming, /org\/families/, 'org/family'],
    ['postcode-changed', where, coming, /4AB/, '4BA'],
    ['address-changed', where, coming, /12 High/, '21 High'],
  ])('%s: one sign of it is wrong', (rule, source, target, place, wrong) => {
    expect(target).toMatch(place);
    expect(errorsIn(source, target.replace(place, wrong), language)).toContain(rule);
  });

  test('a share of another size is wrong', () => {
    const target = costing.replace(/20|٢٠|২০|૨૦|२०/, '30');
    expect(errorsIn(cost, target, language)).toContain('percentage-changed');
  });

  test('a price in another currency is wrong', () => {
    const target = costing.replace(/£|funta/, '€');
    expect(errorsIn(cost, target, language)).toContain('money-changed');
  });

  test('another month is a wrong day', () => {
    const months = { ar: 'يوليو', bg: 'юли', bn: 'জুলাই', gu: 'જુલાઈ', ne: 'जुलाई', pa: 'ਜੁਲਾਈ' };
    const others = { pl: 'lipca', ro: 'iulie', sk: 'júlom', so: 'Luulyo', ur: 'جولائی' };
    const july = { ...months, ...others }[language] as string;
    const may = /مايو|май|মে|મે|मे|ਮਈ|maja|mai|májom|Maajo|مئی/;
    expect(errorsIn(ring, ringing.replace(may, july), language)).toContain('date-changed');
  });
});

test.each([
  ['twelve hours for twenty-four', 'Open 8am to 8pm', 'od 8.00 do 20.00', 'pl', []],
  ['noon in a number', 'Come at noon', 'Przyjdź o 12.00', 'pl', []],
  ['a number word in digits', 'There are four tiers', 'چار کی جگہ 4 درجے ہیں', 'ur', []],
  ['a number the English does not have', 'Some tiers', 'درجے 4', 'ur', ['number-changed']],
  ['a number that is left out', 'All 4 tiers', 'Wszystkie poziomy', 'pl', ['number-changed']],
  ['a number said twice', 'Tier 2 helps.', 'Poziom 2: pomoc poziomu 2.', 'pl', []],
  [
    'two numbers in each other’s place',
    '2 or 3, then 3',
    '2 lub 3, potem 2',
    'pl',
    ['number-changed'],
  ],
  ['a thousand for one', 'We have 1 place', 'Mamy 1.000 miejsc', 'ro', ['number-changed']],
  ['South Asian groups', '1,234,567 people', '12,34,567 जना', 'ne', []],
  ['a short number in two parts', 'Ring 116 123', 'Zadzwoń: 116 123', 'pl', []],
  ['a dialling code for a nought', 'Ring 01632 960101', 'Zadzwoń: 0044 1632 960101', 'pl', []],
  ['pence in pounds', 'It costs 50p', 'To kosztuje £0.50', 'pl', []],
  ['per cent in words', 'For 5% of us', 'ہم میں سے 5 فیصد کے لیے', 'ur', []],
  ['a share without its sign', 'For 5% of us', 'Dla 5 z nas', 'pl', ['percentage-changed']],
  ['a share that is none', 'For 5 of us', 'Dla 5% z nas', 'pl', ['percentage-changed']],
  ['a date in numbers', 'By 3 May 2026', 'Do 03.05.2026', 'pl', []],
  ['another date in numbers', 'By 3 May 2026', 'Do 05.03.2026', 'pl', ['date-changed']],
  ['a month with an ending', 'Since 2 June', 'जुन २ देखि', 'ne', []],
  ['a month of another calendar of names', 'On 3 May 2026', 'في 3 أيار 2026', 'ar', []],
  ['a month and a year', 'In March 2007', 'W marcu 2007', 'pl', []],
  ['another month of that year', 'In March 2007', 'W maju 2007', 'pl', ['date-changed']],
  ['a verb that is a month', 'You may 2 times', 'Możesz 2 razy', 'pl', []],
  ['numbers in codes', 'Ring <1/> now, <2>tier 3</2>', '<2>तह ३</2>, अहिले <1/>', 'ne', []],
  ['a decimal comma', 'About 2.5 hours', 'Około 2,5 godziny', 'pl', []],
  ['a section number', 'See 3.4.1', 'Zob. 3.4.1', 'pl', []],
  ['another section', 'See 3.4.1', 'Zob. 3.4.2', 'pl', ['number-changed']],
])('%s', (_what, source, target, language, expected) => {
  expect(errorsIn(source, target, language)).toEqual(expected);
});

test('what is wrong is named beside what is right', () => {
  expect(judged('Ring 01632 960101.', '01632 960110 پر فون کریں۔', 'ur')).toEqual([
    { rule: 'telephone-changed', level: 'error', found: '01632 960110', expected: '01632 960101' },
  ]);
});
