import { dayExample } from '../ui/day-text.ts';
import { today } from '../ui/formats.ts';

interface Kept {
  readonly business: string;
  readonly email: string;
  readonly codes: readonly string[];
}

/** Recovery codes as something to keep: whose they are, for what, since when. */
export function recoverySheet({ business, email, codes }: Kept): { readonly title: string; readonly about: string; readonly text: string; readonly fileName: string } {
  const title = `Recovery codes: ${business}`;
  const about = `${email}, made ${dayExample()}`;
  const use = 'Each code signs you in once when your authenticator app is out of reach.\r\nNew codes make these useless.';
  const place = business.toLowerCase().normalize('NFD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return { title, about, text: [title, about, '', ...codes, '', use, ''].join('\r\n'), fileName: `recovery-codes-${place}-${today()}.txt` };
}
