import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say, Values } from '../base/localize.ts';
import { plainWay } from './login-column.template.ts';
import type { LoginColumn, Ways } from './login-column.template.ts';
import type { LoginMessage } from './login-messages.ts';
import type { LoginStep, LoginView } from './login-view.ts';

const texts: Readonly<Record<LoginStep['kind'], readonly [title: LoginMessage, text: LoginMessage]>> = {
  'code': ['codeTitle', 'codeSent'],
  'totp': ['totpTitle', 'totpText'],
  'recovery': ['totpTitle', 'recoveryText'],
  'link': ['linkTitle', 'linkText'],
  'invitation': ['invitationTitle', 'invitationText'],
  'reset': ['resetTitle', 'resetText'],
  'reset-sent': ['resetSentTitle', 'resetSent'],
  'new-password': ['resetTitle', 'resetChoose'],
  'confirm-email': ['confirmTitle', 'confirmText'],
};

/** What a step beyond the first question says around its form. */
export function stepColumn(say: Say<LoginMessage>, view: LoginStep, email: string, ways: Ways): Pick<LoginColumn, 'title' | 'reason' | 'ways'> {
  const [title, text] = texts[view.kind];
  const values: Values = view.kind === 'invitation' ? { ...view.preview } : { email };
  const isNewDevice = view.kind === 'code' && view.isNewDevice;
  return { title: say(title, values), reason: say(isNewDevice ? 'codeNewDevice' : text, values), ways: otherWays(say, view.kind, ways) };
}

function otherWays(say: Say<LoginMessage>, kind: LoginView['kind'], { onMailCode, onSwitch, onBack }: Ways): TemplateResult | typeof nothing {
  const back = plainWay('back', say('otherWay'), onBack);
  switch (kind) {
    case 'code': return html`<div class="ways">${plainWay('again', say('codeAgain'), onMailCode)}${back}</div>`;
    case 'totp': return html`<div class="ways">${plainWay('switch', say('useRecovery'), onSwitch)}${back}</div>`;
    case 'recovery': return html`<div class="ways">${plainWay('switch', say('useTotp'), onSwitch)}${back}</div>`;
    case 'reset-sent': return nothing;
    default: return html`<div class="ways">${plainWay('back', say('back'), onBack)}</div>`;
  }
}
