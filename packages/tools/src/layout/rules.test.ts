import { describe, expect, it } from 'vitest';
import { importRules } from './import-rules.ts';
import { treeOf } from './source-tree.ts';
import { textRules } from './text-rules.ts';

type Files = Record<string, string>;
interface Example {
  readonly bad: Files;
  readonly good: Files;
}

const slice = (name: string): Files => ({ [`server/src/${name}/tables.ts`]: '' });

/** Per rule: the smallest tree that breaks it, and its honest neighbour. */
const examples: Record<string, Example> = {
  'package-direction': {
    bad: { 'packages/client/src/a.ts': "import type { A } from '@portico/server/a.ts';" },
    good: { 'server/src/a.test.ts': "import { a } from '@portico/client/a.ts';" },
  },
  'page-libraries': {
    bad: { 'packages/elements/src/base/a.ts': "import ky from 'ky';" },
    good: { 'packages/elements/src/base/a.ts': "import { html } from 'lit';\nawait import('@floating-ui/dom');" },
  },
  'contract-without-zod': {
    bad: {
      'packages/client/src/a.ts': "import { limit } from '@portico/contract/limits.ts';",
      'packages/contract/src/limits.ts': "export { limit } from './schemas.ts';",
      'packages/contract/src/schemas.ts': "import { z } from 'zod';",
    },
    good: {
      'packages/client/src/a.ts': "import { limit } from '@portico/contract/limits.ts';\n"
        + "import type { A } from '@portico/contract/schemas.ts';",
      'packages/contract/src/limits.ts': "import type { A } from './schemas.ts';\nexport const limit = 1;",
      'packages/contract/src/schemas.ts': "import { z } from 'zod';",
    },
  },
  'server-libraries': {
    bad: { 'server/src/bookings/book-slot.ts': "import type { Context } from 'hono';" },
    good: {
      'server/src/bookings/staff-routes.ts': "import { Hono } from 'hono';",
      'server/src/bookings/booking-store.ts': "import { eq } from 'drizzle-orm/sql';",
      'server/src/storage/sqlite.ts': "import Database from 'better-sqlite3';",
    },
  },
  'routes-call-verbs': {
    bad: { 'server/src/bookings/routes.ts': "import { find } from './booking-store.ts';" },
    good: { 'server/src/bookings/routes.ts': "import { bookSlot } from './book-slot.ts';" },
  },
  'rules-are-pure': {
    bad: { 'server/src/bookings/booking-rules.ts': "import { deps } from '../deps.ts';" },
    good: { 'server/src/bookings/booking-rules.ts': "import type { Row } from './booking-store.ts';" },
  },
  'stores-know-only-storage': {
    bad: { 'server/src/bookings/booking-store.ts': "import type { Deps } from '../deps.ts';" },
    good: { 'server/src/bookings/booking-store.ts': "import type { Tx } from '../storage/store.ts';" },
  },
  'slices-meet-in-public': {
    bad: {
      ...slice('clients'), ...slice('bookings'),
      'server/src/bookings/book-slot.ts': "import { find } from '../clients/client-store.ts';",
    },
    good: {
      ...slice('clients'),
      'server/src/bookings/tables.ts': "import { clients } from '../clients/tables.ts';",
      'server/src/bookings/book-slot.ts': "import { find } from '../clients/public.ts';",
    },
  },
  'ground-below-slices': {
    bad: { ...slice('auth'), 'server/src/http/authenticate.ts': "import { find } from '../auth/public.ts';" },
    good: { ...slice('auth'), 'server/src/all-work.ts': "import { find } from './auth/public.ts';" },
  },
  'base-knows-no-feature': {
    bad: { 'packages/elements/src/base/a.ts': "import '../bookings/portal-bookings.ts';" },
    good: { 'packages/elements/src/base/a.ts': "import { en } from '../locales/en.ts';" },
  },
  'element-slices-apart': {
    bad: { 'packages/elements/src/auth/a.ts': "import '../bookings/define.ts';" },
    good: { 'packages/elements/src/embed/features.ts': "export const load = () => import('../bookings/define.ts');" },
  },
  'templates-are-functions': {
    bad: { 'packages/elements/src/auth/form.template.ts': "import type { C } from './login-controller.ts';" },
    good: { 'packages/elements/src/auth/form.template.ts': "import { html } from 'lit';" },
  },
  'controllers-know-no-html': {
    bad: { 'packages/console/src/auth/login-controller.ts': "import { html } from 'lit';" },
    good: { 'packages/console/src/auth/login-controller.ts': "import type { ReactiveController } from 'lit';" },
  },
  'no-cycles': {
    bad: { 'server/src/a.ts': "import { b } from './b.ts';", 'server/src/b.ts': "export * from './a.ts';" },
    good: { 'server/src/a.ts': "import { b } from './b.ts';", 'server/src/b.ts': "import type { A } from './a.ts';" },
  },
  'environment-in-config': {
    bad: { 'server/src/http/a.ts': 'const port = process.env.PORT;' },
    good: { 'server/src/config.ts': 'const port = process.env.PORT;', 'server/src/a.ts': '// not process.env' },
  },
  'time-through-deps': {
    bad: { 'server/src/bookings/book-slot.ts': 'const now = `${new Date()}`;' },
    good: { 'server/src/bookings/book-slot.ts': "const then = new Date(at); const text = 'Date.now()';" },
  },
  'stopwatch-in-http': {
    bad: { 'server/src/jobs/work.ts': 'const start = performance.now();' },
    good: { 'server/src/http/log.ts': 'const start = performance.now();' },
  },
  'strict-templates': {
    bad: { 'packages/elements/src/auth/a.template.ts': 'html`<p style="color: red">`;' },
    good: { 'packages/elements/src/auth/a.template.ts': 'html`<p class="a">`; // never style= here' },
  },
  'no-space-at-a-template\'s-edge': {
    bad: { 'packages/elements/src/auth/a.template.ts': 'html`${one}${html` <b>two</b>`}`;' },
    good: { 'packages/elements/src/auth/a.template.ts': 'html`${one} ${html`<b>two</b>`}`;' },
  },
  'stores-are-portable': {
    bad: { 'server/src/auth/session-store.ts': 'return tx.select().from(sessions).get();' },
    good: { 'server/src/auth/session-store.ts': 'return (await Promise.all(queries)).map((row) => seen.get(row.id));' },
  },
  'no-barrels': {
    bad: { 'packages/client/src/all.ts': "// everything\nexport * from './a.ts';\nexport { b } from './b.ts';\n" },
    good: { 'packages/client/src/all.ts': "export { b } from './b.ts';\nexport const a = 1;" },
  },
  'names-say-something': {
    bad: { 'server/src/utils/a.ts': '' },
    good: { 'server/src/domain/typeset.ts': '' },
  },
  'kebab-case': {
    bad: { 'server/src/bookSlot.ts': '' },
    good: { 'server/src/book-slot.test.ts': '' },
  },
  'file-length': {
    bad: { 'server/src/a.ts': '\n'.repeat(251) },
    good: { 'server/src/a.ts': '\n'.repeat(250), 'server/src/a.test.ts': '\n'.repeat(900) },
  },
};

describe('layout rules', () => {
  for (const rule of [...importRules, ...textRules]) {
    it(`reports a breach of ${rule.name}`, () => {
      expect(rule.check(treeOf(examples[rule.name]?.bad ?? {}))).toHaveLength(1);
    });

    it(`leaves a clean tree alone: ${rule.name}`, () => {
      expect(examples[rule.name]).toBeDefined();
      expect(rule.check(treeOf(examples[rule.name]?.good ?? {}))).toEqual([]);
    });
  }

  it('lets no ground reach a slice by way of a file that puts the house together', () => {
    const tree = treeOf({ ...slice('auth'), 'server/src/http/mount.ts': "import { all } from '../all-routes.ts';" });
    expect(importRules.find(({ name }) => name === 'ground-below-slices')?.check(tree)).toHaveLength(1);
  });

  it('points at the line', () => {
    const tree = treeOf({ 'server/src/a/verb.ts': "/* two\n lines */\nimport {\n  Hono,\n} from 'hono';" });
    const rule = importRules.find(({ name }) => name === 'server-libraries');
    expect(rule?.check(tree)).toEqual([{ file: 'server/src/a/verb.ts', line: 3, detail: 'hono' }]);
  });
});
