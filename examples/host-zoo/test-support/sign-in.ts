import { mailTo } from '../../../server/e2e/demo-browser.ts';
import type { Scene } from './scenarios.ts';

/** A client of the demo for each page, so that each gets a mail of their own. */
const people: Readonly<Record<string, string>> = {
  'storage-blocked': 'thandi.mokoena@mail.example', 'clock-ahead': 'pieter.botha@mail.example', 'clock-behind': 'aisha.patel@mail.example',
};

/** All the way in, with the six digits of the mail: keys, proofs and their clock included. */
export async function signInByMail({ visitor, world, page }: Scene): Promise<readonly string[]> {
  const email = people[page] ?? '';
  await visitor.fill('form[data-portal-form] input[name=email]', email);
  await visitor.click('portal-login [data-action=mail-code]');
  await visitor.see('form[data-portal-form] input[name=code]');
  const [, first = '', second = ''] = /\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(world.server, email, /./)).text) ?? [];
  await visitor.fill('form[data-portal-form] input[name=code]', first + second);
  await visitor.see('portal-login [data-action=sign-out]');
  return [];
}
