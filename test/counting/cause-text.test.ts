import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { causeOf } from '../../src/counting/failures/cause-text.js';

const uuid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('what is another each time has one name', () => {
  it.each([
    ['See https://contoso.sharepoint.com/sites/hr?id=7#top.', 'See ‹url›.'],
    ['(http://a/b), https://c:8080/d;', '(‹url›), ‹url›;'],
    ["https://graph/v1.0/users('ann')/messages failed", '‹url› failed'],
    ['"https://a/b" is gone', '‹name› is gone'],
    ['Mailbox ann.o-neil+x@mail.contoso.com.', 'Mailbox ‹email›.'],
    ['mailto:ann@contoso.com, <bob@contoso.de>', 'mailto:‹email›, <‹email›>'],
    ['ann@contoso', 'ann@contoso'],
    [`Item {${uuid}} and ${uuid.toUpperCase()}`, 'Item {‹id›} and ‹id›'],
    ['Job FB20241027081716326 of GDIG20241009053431', 'Job ‹job› of ‹job›'],
    ['ABCDEFGHI20241027081716326', 'ABCDEFGHI‹number›'],
    ['at 2026-11-24T13:05:07.1234567Z, 2026-11-24 13:05 +01:00, 2026-11-24', 'at ‹time›, ‹time›, ‹time›'],
    ['at 11/24/2026 1:05:07 PM, 1/2/2026', 'at ‹time›, ‹time›'],
    ['am 24.11.2026 13:05, 1.2.2026.', 'am ‹time›, ‹time›.'],
    ['after 13:05', 'after ‹number›:‹number›'],
    ['10.0.0.255:443 and fe80::1, ::ffff:10.0.0.1, 2001:db8:0:0:0:0:2:1 [::1]', '‹address›:‹number› and ‹address›, ‹address›, ‹address› [‹address›]'],
    ['1.2.3.4.5, 256.1.1.1, Ad::Bad, std::vector', '‹number›.‹number›.‹number›.‹number›.‹number›, ‹number›.‹number›.‹number›.‹number›, Ad::Bad, std::vector'],
    ['C:\\Data\\a.txt or d:/b is locked', '‹path› or ‹path› is locked'],
    ['\\\\server\\share\\a b', '‹path› b'],
    ['in /sites/hr/docs and/or /tmp', 'in ‹path› and/or /tmp'],
    ['(C:\\a): "D:\\b c" gone', '(‹path›): ‹name› gone'],
    ['"in /a/b" fails "now"', '‹name› fails ‹name›'],
    ["The item 'Ann’s plan' of “HR” („Büro“, «x») [`y`]", 'The item ‹name› of ‹name› (‹name›, ‹name›) [‹name›]'],
    ["The items 'ann', 'bob' and \"cy\".", 'The items ‹name›, ‹name› and ‹name›.'],
    ["'a', or 'b' failed: “c”; «d»!", '‹name›, or ‹name› failed: ‹name›; ‹name›!'],
    ['He said "the \'inner\' thing", twice', 'He said ‹name›, twice'],
    ["The users' data isn't Ann's", "The users' data isn't Ann's"],
    ['a"b" "" \'c', 'a"b" "" \'c'],
    ['‹x y› stays', '‹x y› stays'],
    ['‹name›', '‹name›'],
    ['commit 0a1b2c3d4e, deadbeef, 12345678, 0a1b2c3', 'commit ‹id›, deadbeef, ‹number›, ‹number›a‹number›b‹number›c‹number›'],
    ['3 of 1,024 items (Error 429)', '‹number› of ‹number›,‹number› items (Error ‹number›)'],
    ['HRESULT 0x80070005, 0x8007abcd.', 'HRESULT 0x80070005, 0x8007abcd.'],
    ['  many \t\r\n  blanks\u00a0here ', 'many blanks here'],
    ['', ''],
    [' \n', ''],
  ])('%j is %j', (message, text) => expect(causeOf(message)).toBe(text));
});

describe('where no blank ends a word, what is another each time ends with its own letters', () => {
  it.each([
    ['メールボックスann@example.comは保留中です。', 'メールボックス‹email›は保留中です。'],
    ['サイトhttps://contoso.sharepoint.com/sites/aにアクセスできません(403)。', 'サイト‹url›にアクセスできません(‹number›)。'],
    [`テナント${uuid}が見つかりません`, 'テナント‹id›が見つかりません'],
    ['ジョブFB20241027081716326が失敗しました', 'ジョブ‹job›が失敗しました'],
    ['2026-11-24に失敗、2026年11月24日', '‹time›に失敗、‹number›年‹number›月‹number›日'],
    ['アドレス10.0.0.1とfe80::1に接続できません', 'アドレス‹address›と‹address›に接続できません'],
    ['ファイルC:\\Data\\a.v2.txtとb.txtを開けません', 'ファイル‹path›とb.txtを開けません'],
    ['C:\\営業部\\2024年度\\資料.docxを開けません。', '‹path›を開けません。'],
    ['\\\\server\\共有\\資料.docx が /sites/営業部/資料.xlsxに', '‹path› が ‹path›に'],
    ['C:\\Dataを開けません(5)', '‹path›を開けません(‹number›)'],
    ['メールボックス「山田」と『佐藤 花子』は“保留”中です。', 'メールボックス‹name›と‹name›は‹name›中です。'],
    ["사서함'ann'은 ann@contoso.com을 찾을 수 없습니다", '사서함‹name›은 ‹email›을 찾을 수 없습니다'],
    ['コード0x80070005で失敗(コミット0a1b2c3d4e)', 'コード0x80070005で失敗(コミット‹id›)'],
    ['Postfach иван@пример.рф', 'Postfach ‹email›'],
  ])('%j is %j', (message, text) => {
    expect(causeOf(message)).toBe(text);
    expect(causeOf(text)).toBe(text);
  });

  it('so that causes stay apart that differ behind it', () => {
    for (const thing of ['ann@example.com', 'https://contoso.com/a', uuid, 'C:\\a\\b', '10.0.0.1', '「山田」']) expect(causeOf(`${thing}は保留中です`)).not.toBe(causeOf(`${thing}は削除されました`));
  });
});

describe('long messages', () => {
  it('are cut at 300 code points', () => expect(causeOf('😀a'.repeat(200))).toBe('😀a'.repeat(150)));

  it('keep names whole', () => {
    expect(causeOf(`${'a'.repeat(298)} 5 b`)).toBe('a'.repeat(298));
    expect(causeOf(`${'a'.repeat(290)} 5 b`)).toBe(`${'a'.repeat(290)} ‹number›`);
  });

  it('are not looked at behind 2,000 characters', () => expect(causeOf(`${' '.repeat(1990)}all is well`)).toBe('all is wel'));

  const hostile = ['a', '1', ' ', 'a1', "'", " '", "('", '"', ' "', '/', ' /', '/a', ' /a', '\\', '\\\\', 'a:', ':', '::', '1:', 'a:a:', 'f::', '.', '1.', '-', '1-', 'a@', '@', 'a.', 'a@a.', 'http://', 'a://a', '0x', '0xf', '‹', '›', '‹a', '1/', '12:30:', '+', '(', '[“', '😀', '\ud800', 'あ', 'あ1', '「', '」「', 'C:\\あ', 'C:あ.a', 'あ@あ.', '\\あ', '/あ.a'];
  it.each(hostile)('of %j end', (fragment) => {
    const text = causeOf(fragment.repeat(20_000 / fragment.length));
    expect(text).toBe(causeOf(fragment.repeat(Math.ceil(2000 / fragment.length)).slice(0, 2000)));
    expect([...text].length).toBeLessThanOrEqual(300);
  });
});

const things = {
  'https://contoso.com/a?b=1': '‹url›',
  'ann@contoso.com': '‹email›',
  [uuid]: '‹id›',
  FB20241027081716326: '‹job›',
  '2026-11-24T13:05:07Z': '‹time›',
  '11/24/2026 1:05 AM': '‹time›',
  '24.11.2026': '‹time›',
  '10.1.2.3': '‹address›',
  'fe80::1': '‹address›',
  'C:\\a\\b.txt': '‹path›',
  '\\\\a\\b': '‹path›',
  '/a/b': '‹path›',
  "'x y'": '‹name›',
  '“x, y”': '‹name›',
  '0a1b2c3d4e': '‹id›',
  '42': '‹number›',
  '0x80070005': '0x80070005',
} as const;

const word = fc.stringMatching(/^[A-Za-zÄéßя]{1,9}$/);
const mark = fc.constantFrom('', ',', ';', ' -');
const part = fc.oneof(word.map((text) => ({ sent: text, shown: text })), fc.constantFrom(...Object.entries(things)).map(([sent, shown]) => ({ sent, shown })));

test('every word stays, whatever stands between: texts that differ in one are two causes', () => {
  const message = fc.array(fc.tuple(part, mark), { maxLength: 14 });
  fc.assert(
    fc.property(message, (parts) => {
      // Marks end words alone: of a quotation or path they would be a part.
      const spaced = parts.map(([{ sent, shown }, after]) => (sent === shown ? { sent: sent + after, shown: shown + after } : { sent, shown }));
      expect(causeOf(spaced.map(({ sent }) => sent).join(' '))).toBe(spaced.map(({ shown }) => shown).join(' '));
    }),
    { numRuns: 3000 },
  );
});

const fragments = [...Object.keys(things), ...Object.values(things), "'", '"', '“', '”', '‘', '’', '«', '»', '‹', '›', ' ', '  ', '(', ')', '[', ']', '.', ',', ':', '/', '\\', '0x', 'f', '1', '-', '@', 'a', 'http://', 'ann', '😀', '\ud83d', 'T', 'Z', ' PM', 'x'.repeat(90), 'は', '。', '「', '」', 'あ.txt', '한'];

test('what is a cause already stays as it is, and nothing changes but what is named', () => {
  const lettersOf = (text: string): string => text.replace(/‹(?:url|email|id|job|time|address|path|name|number)›/g, '').replace(/[^\p{L}]/gu, '');
  const isSubsequence = (part: string, whole: string): boolean => {
    let at = 0;
    for (const letter of whole) if (letter === part[at]) at += 1;
    return at === part.length;
  };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (drawn) => {
      const message = drawn.join('');
      const text = causeOf(message);
      expect(causeOf(text)).toBe(text);
      expect([...text].length).toBeLessThanOrEqual(300);
      expect(text.replace(/0x[\p{L}\p{N}]*/giu, '')).not.toMatch(/\d/);
      expect(isSubsequence(lettersOf(text), message.replace(/[^\p{L}]/gu, ''))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
