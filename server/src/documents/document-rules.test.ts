import * as fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import type { EventRow } from '../events/event-store.ts';
import { messagesFor } from '../events/live-messages.ts';
import { masterKeyOf, openKey, sealKey } from './key-rules.ts';
import { cleanFileName, extensionOf, searchWords } from './name-rules.ts';
import { readRange } from './range-rules.ts';
import { detectType, lookedAt } from './detect-type.ts';
import { judgeFile } from './type-rules.ts';
import { fileSize } from './file-size.ts';

describe('names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\Users\\me\\Plan.docx', 'Plan.docx'], ['.htaccess', 'htaccess'], ['..', 'file'], ['', 'file'], ['  a  b .txt ', 'a b .txt'], ['CON.txt', '_CON.txt'], ['lpt1', '_lpt1'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'], ['zero\u200Bwidth.pdf', 'zerowidth.pdf'], ['line\nbreak.txt', 'linebreak.txt'], ['a<b>:"c|d?e*.txt', 'a_b___c_d_e_.txt'], ['Ünïcode 日本語 عربي.pdf', 'Ünïcode 日本語 عربي.pdf'], ['trailing. . .', 'trailing'],
  ])('%j becomes %j', (given, clean) => expect(cleanFileName(given)).toBe(clean));

  it('never lead anywhere, hide anything or grow too long, whatever is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
      const clean = cleanFileName(given);
      expect(clean).not.toMatch(/[/\\\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069<>:"|?*]|^\.|^\s|[. ]$/u);
      expect([...clean].length).toBeGreaterThan(0);
      expect([...clean].length).toBeLessThanOrEqual(150);
      expect(clean.isWellFormed()).toBe(true);
      expect(cleanFileName(clean)).toBe(clean);
    }), { numRuns: 500 });
  });

  it('keep their ending when they are cut', () => {
    const cut = cleanFileName(`${'long '.repeat(100)}.xlsx`);
    expect([extensionOf(cut), [...cut].length <= 150]).toEqual(['xlsx', true]);
  });

  it('are searched by words', () => expect(searchWords('Übergabe_Protokoll-2026.pdf')).toBe(' ubergabe protokoll 2026 pdf'));
});

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction[3 0 R /Fit]>>endobj\n');
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const judge = async (name: string, bytes: Buffer) => judgeFile(name, await detectType(bytes), bytes.toString('latin1'));

describe('content decides', () => {
  it.each([
    ['photo.png', png, 'photo.png', 'image/png', false], ['photo.jpg', png, 'photo.png', 'image/png', false], ['photo', png, 'photo.png', 'image/png', false], ['plan.pdf', pdf, 'plan.pdf', 'application/pdf', false],
    ['note.txt', Buffer.from('hello'), 'note.txt', 'text/plain', false], ['page.html', Buffer.from('<html><script>1</script>'), 'page.html', 'application/octet-stream', true], ['note.txt', Buffer.from('<script>alert(1)</script>'), 'note.txt', 'application/octet-stream', true],
    ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'logo.svg', 'application/octet-stream', true], ['logo.svg', Buffer.from('<?xml version="1.0"?><svg/>'), 'logo.svg', 'application/octet-stream', true],
    ['polyglot.png', Buffer.concat([png, Buffer.from('<html><script>1</script>')]), 'polyglot.png', 'application/octet-stream', true], ['active.pdf', Buffer.concat([pdf, Buffer.from('/JavaScript (app.alert(1))')]), 'active.pdf', 'application/octet-stream', true],
    ['setup.exe', exe, 'setup.exe', 'application/octet-stream', false], ['unknown.xyz', Buffer.from('abc'), 'unknown.xyz', 'application/octet-stream', false],
  ])('%s', async (name, bytes, kept, mediaType, isActive) => expect(await judge(name, bytes)).toEqual({ ok: true, file: { name: kept, mediaType, isActive } }));

  it.each([['contract.pdf', Buffer.from('not a pdf'), 'PDF'], ['photo.png', Buffer.from('<svg/>'), 'PNG'], ['invoice.pdf', exe, 'program'], ['table.xlsx', Buffer.from('a,b'), 'XLSX']])('%s is refused in words', async (name, bytes, word) => {
    expect(await judge(name, bytes)).toMatchObject({ ok: false, why: expect.stringContaining(word) as string });
  });

  it('a packed folder that is broken is a packed folder', async () => {
    const broken = Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(60)]);
    expect(await judge('letter.docx', broken)).toMatchObject({ ok: true, file: { name: 'letter.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } });
  });

  const types = strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it.each([
    ['as Word writes it, its kind first', zipSync({ '[Content_Types].xml': types, 'word/document.xml': strToU8('<w:document/>') })],
    ['as LibreOffice writes it, its kind last', zipSync({ '_rels/.rels': strToU8('<Relationships/>'), 'word/document.xml': strToU8('<w:document/>'), '[Content_Types].xml': types })],
    ['with pictures before its kind, further in than we look', zipSync({ 'word/media/photo.jpg': [new Uint8Array(randomBytes(lookedAt)), { level: 0 }], '[Content_Types].xml': types })],
  ])('a letter %s', async (_how, bytes) => {
    expect(await judge('letter.docx', Buffer.from(bytes).subarray(0, lookedAt))).toMatchObject({ ok: true, file: { name: 'letter.docx', mediaType: docx } });
  });

  it('a bomb is not blown up', async () => {
    const zeros = new Uint8Array(100 * 1024 ** 2);
    for (const bomb of [zipSync({ '[Content_Types].xml': zeros }), zipSync({ mimetype: zeros }), gzipSync(zeros)]) {
      const before = process.memoryUsage().arrayBuffers;
      expect((await detectType(bomb.subarray(0, lookedAt)))?.extension).toMatch(/^(zip|gz)$/);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 ** 2);
    }
  });

  it('looking never fails, whatever comes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('', 'PK\u0003\u0004', '%PDF-', '\u0089PNG\r\n', 'GIF8', 'RIFF', '\u001f\u008b'), async (bytes, start) => {
      await detectType(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
    }), { numRuns: 300 });
  });
});

describe('ranges', () => {
  it.each([
    [undefined, 10, 'all'], ['bytes=0-', 10, { start: 0, end: 10 }], ['bytes=3-5', 10, { start: 3, end: 6 }], ['bytes=3-99', 10, { start: 3, end: 10 }], ['bytes=-4', 10, { start: 6, end: 10 }], ['bytes=-40', 10, { start: 0, end: 10 }],
    ['bytes=10-', 10, 'unsatisfiable'], ['bytes=-0', 10, 'unsatisfiable'], ['bytes=-5', 0, 'unsatisfiable'], ['bytes=5-3', 10, 'all'], ['bytes=0-1,4-5', 10, 'all'], ['lines=0-1', 10, 'all'], ['bytes=-', 10, 'all'], ['bytes=a-b', 10, 'all'],
  ])('%j of %i', (header, size, range) => expect(readRange(header, size)).toEqual(range));
});

describe('keys', () => {
  it('open with the key that sealed them, for the row that they are of, unchanged', () => {
    const [master, other] = [masterKeyOf('one master key that is long enough'), masterKeyOf('another master key that is long enough')];
    const key = randomBytes(32);
    const sealed = sealKey(master.key, ['client', 'b', 'c', '1'], key, randomBytes);
    expect(openKey(master.key, ['client', 'b', 'c', '1'], sealed)?.equals(key)).toBe(true);
    expect(openKey(master.key, ['client', 'b', 'c', '2'], sealed)).toBeUndefined();
    expect(openKey(other.key, ['client', 'b', 'c', '1'], sealed)).toBeUndefined();
    expect(openKey(master.key, ['client', 'b', 'c', '1'], '')).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      expect(openKey(master.key, ['client', 'b', 'c', '1'], changed.toString('base64url'))).toBeUndefined();
    }
    expect(master.id).not.toBe(other.id);
  });
});

it('says sizes as people read them', () => {
  expect([0, 1, 999, 1000, 65_536, 1_234_567, 1_073_741_824].map((bytes) => fileSize(bytes, 'en'))).toEqual(['0 bytes', '1 byte', '999 bytes', '1 kB', '66 kB', '1.2 MB', '1.1 GB']);
  expect(fileSize(1_234_567, 'de')).toBe('1,2 MB');
});

describe('live', () => {
  const event = (type: string): EventRow => ({ businessId: 'b', seq: 1, position: 1, id: 'e', type, at: 0, actor: 'staff:s', clientId: 'c', subjectType: 'document', subjectId: 'd', payload: '{}', hash: '' });
  const hears = (type: string): boolean[] => [{ kind: 'staff' } as const, { kind: 'client', clientId: 'c' } as const, { kind: 'client', clientId: 'other' } as const, { kind: 'visitor' } as const].map((audience) => messagesFor(event(type), audience).length > 0);

  it('tells staff and the client whose it is; who opened what, staff alone', () => {
    expect(hears('document.added')).toEqual([true, true, false, false]);
    expect(hears('document.opened')).toEqual([true, false, false, false]);
    expect(messagesFor(event('document.added'), { kind: 'staff' })).toEqual([{ type: 'documents.changed', event: 'document.added', subjectId: 'd', clientId: 'c' }]);
  });
});
