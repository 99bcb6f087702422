import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPackages, root, type Installed } from '../tools/src/pack/installed.ts';
import { linkIn, mailTo, startDemo, type DemoWorld } from '../../server/e2e/demo-browser.ts';

const text = readFileSync(join(root, 'packages/client/README.md'), 'utf8');
const blocks = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
/** What a page would have: the browser names the address, and `ask` is a form. */
const around = (apiUrl: string, origin: string): readonly [string, string] => [`
  const { fetch: bare } = globalThis;
  globalThis.fetch = (input, init) => { const request = new Request(input, init); request.headers.set('origin', '${origin}'); return bare(request); };
  const { createInterface } = await import('node:readline/promises');
  globalThis.ask = (question) => createInterface({ input: process.stdin, output: process.stderr }).question(question + '\\n');
`, `
  for (let tries = 0; heard.length === 0 && tries < 200; tries += 1) await new Promise((wait) => setTimeout(wait, 25));
  process.stdout.write('RESULT' + JSON.stringify({ name, free: free.length, moved: moved.startsAt === free[9].startsAt, once: again.booking.id === booking.id,
    field: refused.fieldMessage('name'), late: tooLate.code, nearest: tooLate.nearest.length > 0, heard: heard.length > 0, me: me.email, past: Array.isArray(items),
    state: portal.session.state, kept: kept.get('record')?.key !== undefined, challenge: challenge.next, signIn: result.status, filed: found.items[0]?.id === filed.id, saved }), () => process.exit());
`];

/** What a person would type, from the mails. */
async function answerTo(question: string): Promise<string | undefined> {
  const to = 'thandi.reads@mail.example';
  if (question.includes('invitation')) return linkIn((await mailTo(demo.server, to, /is booked/)).html, '#portal/invitation/').split('/').at(-1);
  if (question.includes('six digits')) return (/\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(demo.server, to, /^Sign in to/)).text) ?? []).slice(1).join('');
  return undefined;
}

let demo: DemoWorld;
let app: Installed;
beforeAll(async () => {
  const named = Object.keys((JSON.parse(readFileSync(join(root, 'packages/client/package.json'), 'utf8')) as { dependencies: object }).dependencies).filter((name) => !name.startsWith('@portico/'));
  [demo, app] = [await startDemo(), await installPackages(named)];
}, 180_000);
afterAll(async () => {
  app.remove();
  await demo.close();
});

describe('the client\'s README', () => {
  it('is right: its blocks, run one after the other against a real server, do what it says', async () => {
    const [before, after] = around(demo.server.url, demo.site.url);
    const imports = blocks.join('').match(/^import .*$/gm) ?? [];
    const code = [...imports, before, ...blocks.map((block) => block.replaceAll(/^import .*$/gm, '')), after].join('\n').replaceAll('https://your-portico.example', demo.server.url);
    const child = spawn(process.execPath, [app.write('readme.mjs', code)], { cwd: app.folder, stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
      void answerTo(chunk.toString()).then((answer) => answer && child.stdin.write(`${answer}\n`), () => child.kill());
    });
    await once(child, 'close');
    expect(output, errors).toContain('RESULT');
    expect(JSON.parse(output.slice(output.indexOf('RESULT') + 6))).toEqual({
      name: 'River Physiotherapy', free: expect.any(Number) as number, moved: true, once: true, field: expect.stringMatching(/\S/) as string, late: 'time_not_free', nearest: true, heard: true,
      me: 'thandi.reads@mail.example', past: true, state: 'signed_in', kept: true, challenge: 'code', signIn: 'signed_in', filed: true, saved: 'The knee is fine again, thank you.',
    });
  }, 90_000);

  it('agrees with the types', () => {
    const code = `declare function ask(question: string): Promise<string>;\n${blocks.join('\n').replaceAll('const heard = [];', 'const heard: unknown[] = [];').replaceAll('new Map()', "new Map<string, import('@portico/client').KeyRecord>()").replaceAll('async (record) =>', "async (record: import('@portico/client').KeyRecord) =>")}\nexport {};`;
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--lib', 'es2023,dom', app.write('readme.ts', code)], { cwd: app.folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  }, 60_000);
});
